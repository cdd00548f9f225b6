import { badQuery, DataverseError, notCovered } from '../records/dataverseError';
import { countMatching, findPage } from '../records/query';
import { aggregatedJson } from './aggregates';
import { ok } from './messages';
import { pageCookie, readPageCookie } from './paging';
import { largestPage } from './preferences';
import { rowJson } from './projection';
import { compileRowQuery } from './rowQuery';
import { narrowed } from './rowSource';
import type { RowSource } from './rowSource';
import { shapeOf } from './shape';
import type { ApiContext } from './context';
import type { ApiRequest, ApiResponse } from './messages';
import type { PageStart } from './paging';
import type { Shape } from './shape';
import type { RowPage, RowQuery } from '../records/query';
import type { QueryOptions } from '../../odata/syntax';

/** Answers `GET set?$select=…`: one page of rows, or what `$apply` makes of them. */
export function readSet(context: ApiContext, request: ApiRequest, source: RowSource): ApiResponse {
  const { options } = request;
  demandSetOptions(options);
  if (options.apply !== undefined) return aggregatedJson(context, request, source);
  const { table } = source;
  const shape = shapeOf(context, table, options);
  const query = narrowed(compileRowQuery(context, table, options), source);
  const { maxPageSize } = context.preferences;
  // $top is ignored when the request asks for pages: learn.microsoft.com, "Page results using OData".
  const top = maxPageSize === undefined ? options.top : undefined;
  const size = Math.min(maxPageSize ?? top ?? largestPage, largestPage);
  const start = options.skiptoken === undefined ? undefined : readPageCookie(table, options.skiptoken);
  const page = pageOf(context, query, size, start);
  const rows = page.rows.map((row) => rowJson(context, shape, row));
  const next = page.hasMore && top === undefined ? nextLink(context, request, query, page, start) : undefined;
  return ok({
    '@odata.context': `${context.root}$metadata#${table.entitySetName}${shape.contextList}`,
    ...countAnnotations(context, options, query),
    value: rows,
    ...(next === undefined ? {} : { '@odata.nextLink': next }),
  });
}

/** Answers `GET set/$count`: the number as text, no more than 5,000. */
export function countSet(context: ApiContext, request: ApiRequest, source: RowSource): ApiResponse {
  demandSetOptions(request.options);
  const query = narrowed(compileRowQuery(context, source.table, request.options), source);
  const count = countMatching(context.session, query, largestPage);
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: String(count) };
}

function pageOf(context: ApiContext, query: RowQuery, size: number, start: PageStart | undefined): RowPage {
  if (start === undefined || start.after !== undefined) return findPage(context.session, query, size, start?.after);
  const skipped = (start.pageNumber - 1) * size;
  const all = findPage(context.session, query, skipped + size, undefined);
  return { rows: all.rows.slice(skipped), hasMore: all.hasMore };
}

function nextLink(
  context: ApiContext,
  request: ApiRequest,
  query: RowQuery,
  page: RowPage,
  start: PageStart | undefined,
): string | undefined {
  const [first] = page.rows;
  const last = page.rows.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const order = query.compare === undefined ? [] : query.order;
  const cookie = pageCookie(query.table, order, (start?.pageNumber ?? 1) + 1, first, last);
  const kept = request.query.split('&').filter((part) => part !== '' && !/^(\$|%24)skiptoken=/i.test(part));
  return `${context.root}${request.path}?${[...kept, `$skiptoken=${encodeURIComponent(cookie)}`].join('&')}`;
}

function countAnnotations(context: ApiContext, options: QueryOptions, query: RowQuery): Record<string, unknown> {
  const total = 'Microsoft.Dynamics.CRM.totalrecordcount';
  const exceeded = 'Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded';
  const { includesAnnotation } = context.preferences;
  const counted = options.count === true ? countMatching(context.session, query, largestPage + 1) : undefined;
  const shown = counted === undefined ? -1 : Math.min(counted, largestPage);
  return {
    ...(counted === undefined ? {} : { '@odata.count': shown }),
    ...(includesAnnotation(total) ? { [`@${total}`]: shown } : {}),
    ...(includesAnnotation(exceeded) ? { [`@${exceeded}`]: (counted ?? 0) > largestPage } : {}),
  };
}

function demandSetOptions(options: QueryOptions): void {
  if (options.skip !== undefined) throw badQuery('Skip Clause is not supported in CRM');
  if (options.search !== undefined) throw badQuery('The query option $search is not supported.');
  for (const name of options.custom.keys()) {
    if (name === '$deltatoken') throw notCovered('change tracking');
    if (name.startsWith('$'))
      throw new DataverseError(400, '0x80060888', `The query parameter ${name} is not supported.`);
  }
}

/** `#accounts(name)/$entity` and the like. */
export function entityContext(context: ApiContext, shape: Shape): string {
  return `${context.root}$metadata#${shape.table.entitySetName}${shape.contextList}/$entity`;
}
