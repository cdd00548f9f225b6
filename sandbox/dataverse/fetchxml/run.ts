import { badQuery, invalidArgument, notCovered } from '../records/dataverseError';
import { tableNamed } from '../records/privileges';
import { ok } from '../webapi/messages';
import { largestPage } from '../webapi/preferences';
import { readableRow } from '../webapi/readRow';
import { pageOf } from './fetchPage';
import { parseFetchXml } from './parse';
import { planFetch } from './plan';
import type { Page } from './fetchPage';
import type { Fetch } from './model';
import type { ApiContext } from '../webapi/context';
import type { ApiRequest, ApiResponse } from '../webapi/messages';
import type { RowSource } from '../webapi/rowSource';

/** Answers `fetchXml=`, `savedQuery=` and `userQuery=`; undefined when the request has none of them. */
export function predefinedQuery(context: ApiContext, request: ApiRequest, source: RowSource): ApiResponse | undefined {
  const { custom } = request.options;
  const names = [...custom.keys()];
  const name = names.find((one) => ['fetchxml', 'savedquery', 'userquery'].includes(one.toLowerCase()));
  if (name === undefined) return undefined;
  const { select, filter, orderby, expand, top, apply } = request.options;
  if ([select, filter, orderby, expand, top, apply].some((option) => option !== undefined)) {
    throw notCovered(`${name} together with other query options`);
  }
  const value = custom.get(name) ?? '';
  if (name.toLowerCase() === 'fetchxml') return runFetch(context, parseFetchXml(value), source);
  const fetch = continued(parseFetchXml(storedQuery(context, name.toLowerCase(), value)), request.options.skiptoken);
  return runFetch(context, fetch, source, (cookie) => {
    const kept = request.query.split('&').filter((part) => part !== '' && !/^(\$|%24)skiptoken=/i.test(part));
    return `${context.root}${request.path}?${[...kept, `$skiptoken=${encodeURIComponent(cookie)}`].join('&')}`;
  });
}

/** The FetchXML of a view (savedquery) or of a user's own query, if the caller may read it. */
function storedQuery(context: ApiContext, kind: string, text: string): string {
  const id = text.replace(/[{}\s]/g, '').toLowerCase();
  const row = readableRow(context, tableNamed(context.session, kind), { kind: 'id', id });
  if (typeof row.fetchxml !== 'string') throw invalidArgument(`The ${kind} ${id} has no FetchXML.`);
  return row.fetchxml;
}

/** A stored query at the page that a `$skiptoken` names. */
function continued(fetch: Fetch, token: string | undefined): Fetch {
  if (token === undefined) return fetch;
  const [, page, cookie] =
    /^<cookie pagenumber="(\d{1,9})"(?: pagingcookie="([^"]*)")? istracking="False" \/>$/.exec(token) ?? [];
  if (page === undefined) throw badQuery('Malformed XML in the paging cookie.');
  return { ...fetch, page: Number(page), pagingCookie: cookie === undefined ? undefined : decodeURIComponent(cookie) };
}

function runFetch(
  context: ApiContext,
  fetch: Fetch,
  source: RowSource,
  nextLink?: (cookie: string) => string,
): ApiResponse {
  const { table } = source;
  if (fetch.entity.name !== table.logicalName) {
    throw badQuery(
      `Entity name '${fetch.entity.name}' in FetchXML does not match the entity set '${table.entitySetName}'.`,
    );
  }
  if (source.within !== undefined) throw notCovered('FetchXML over a collection of one row');
  if (fetch.top !== undefined && (fetch.count !== undefined || fetch.page > 1)) {
    throw invalidArgument("The fetch element cannot have 'top' together with 'page' or 'count'.");
  }
  const page = pageOf(context, planFetch(context.session, context.conditions, fetch), source);
  const hasNext = page.hasMore && fetch.top === undefined;
  return ok({
    '@odata.context': `${context.root}$metadata#${table.entitySetName}`,
    ...pageAnnotations(context, fetch, page, hasNext),
    value: page.rows,
    ...(hasNext && nextLink !== undefined ? { '@odata.nextLink': nextLink(outerCookie(fetch, page.cookie)) } : {}),
  });
}

/** The cookie around a page's own, which is encoded already. */
function outerCookie(fetch: Fetch, inner: string | undefined): string {
  const cookie = inner === undefined ? '' : ` pagingcookie="${inner}"`;
  return `<cookie pagenumber="${fetch.page + 1}"${cookie} istracking="False" />`;
}

function pageAnnotations(context: ApiContext, fetch: Fetch, page: Page, hasNext: boolean): Record<string, unknown> {
  const { includesAnnotation } = context.preferences;
  const prefix = 'Microsoft.Dynamics.CRM.';
  const annotations: Record<string, unknown> = {};
  const add = (name: string, value: unknown): void => {
    if (includesAnnotation(`${prefix}${name}`)) annotations[`@${prefix}${name}`] = value;
  };
  const total = fetch.returnTotalRecordCount && page.total !== undefined ? page.total : undefined;
  if (total !== undefined) annotations['@odata.count'] = Math.min(total, largestPage);
  add('totalrecordcount', total === undefined ? -1 : Math.min(total, largestPage));
  add('totalrecordcountlimitexceeded', (total ?? 0) > largestPage);
  if (!hasNext) return annotations;
  // In this annotation the inner cookie is encoded twice: learn.microsoft.com, "Page results using FetchXml".
  add(
    'fetchxmlpagingcookie',
    outerCookie(fetch, page.cookie === undefined ? undefined : encodeURIComponent(page.cookie)),
  );
  add('morerecords', true);
  return annotations;
}
