import { badQuery, invalidArgument, notCovered, rowNotFound } from '../records/dataverse-error';
import { matchingRows } from '../records/query';
import { jsonValue, propertiesOf, propertyName } from '../records/properties';
import { versionOf } from '../records/row-owner';
import { ok } from '../webapi/messages';
import { innerCookie, readInnerCookie } from '../webapi/paging';
import { largestPage } from '../webapi/preferences';
import { annotate } from '../webapi/projection';
import { narrowed } from '../webapi/row-source';
import { aggregateRows } from './group';
import { allowedIn, joinedRows } from './join';
import { hasOrder, tupleOrder } from './order';
import { parseFetchXml } from './parse';
import { planFetch } from './plan';
import type { EntityPlan, FetchPlan, Tuple } from './plan';
import type { ApiContext } from '../webapi/context';
import type { ApiRequest, ApiResponse } from '../webapi/messages';
import type { RowSource } from '../webapi/row-source';
import type { OrderColumn, RowQuery } from '../records/query';
import type { Column } from '../metadata/columns';
import type { Row } from '../metadata/rows';

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
  const text = name.toLowerCase() === 'fetchxml' ? value : storedQuery(context, name.toLowerCase(), value);
  return runFetch(context, text, source);
}

/** The FetchXML of a view (savedquery) or of a user's own query. */
function storedQuery(context: ApiContext, kind: string, id: string): string {
  const plain = id
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();
  const row = context.session.organization.store.row(kind, plain);
  if (typeof row?.fetchxml !== 'string') throw rowNotFound(kind, plain);
  return row.fetchxml;
}

/** Runs FetchXML over the set that the address names. */
export function runFetch(context: ApiContext, text: string, source: RowSource): ApiResponse {
  const fetch = parseFetchXml(text);
  if (fetch.entity.name !== source.table.logicalName) {
    throw badQuery(
      `Entity name '${fetch.entity.name}' in FetchXML does not match the entity set '${source.table.entitySetName}'.`,
    );
  }
  if (source.within !== undefined) throw notCovered('FetchXML over a collection of one row');
  if (fetch.top !== undefined && (fetch.count !== undefined || fetch.page > 1)) {
    throw invalidArgument("The fetch element cannot have 'top' together with 'page' or 'count'.");
  }
  const plan = planFetch(context.session, context.conditions, fetch);
  const page = fetch.aggregate
    ? aggregatePage(context, plan)
    : plan.root.links.length === 0 && !fetch.distinct
      ? plainPage(context, plan, source)
      : joinedPage(context, plan);
  return ok({
    '@odata.context': `${context.root}$metadata#${source.table.entitySetName}`,
    ...pageAnnotations(context, plan, page),
    value: page.rows,
  });
}

interface Page {
  readonly rows: readonly Record<string, unknown>[];
  readonly hasMore: boolean;
  /** The inner paging cookie, encoded once; undefined when there is none. */
  readonly cookie: string | undefined;
  readonly total: number | undefined;
}

function aggregatePage(context: ApiContext, plan: FetchPlan): Page {
  const rows = aggregateRows(context, plan, joinedRows(context.session, plan));
  const size = pageSize(context, plan);
  const start = (plan.fetch.page - 1) * size;
  return {
    rows: rows.slice(start, start + size),
    hasMore: rows.length > start + size,
    cookie: undefined,
    total: rows.length,
  };
}

/** A query of one table: pages continue behind the row that the cookie names. */
function plainPage(context: ApiContext, plan: FetchPlan, source: RowSource): Page {
  const { fetch, root } = plan;
  const compare = hasOrder(plan) ? tupleOrder(plan) : undefined;
  const order: readonly OrderColumn[] = root.entity.orders.map(({ attribute, descending }) => ({
    column: attribute ?? '',
    direction: descending ? 'desc' : 'asc',
  }));
  const query: RowQuery = narrowed(
    {
      table: root.table,
      test: root.own,
      allowed: allowedIn(root.table, root.entity.filters),
      compare: compare && ((left, right) => compare(new Map([['', left]]), new Map([['', right]]))),
      order: compare && order,
    },
    source,
  );
  const size = pageSize(context, plan);
  const after =
    fetch.page > 1 && fetch.pagingCookie !== undefined ? readInnerCookie(root.table, fetch.pagingCookie) : undefined;
  const skipped = after === undefined ? (fetch.page - 1) * size : 0;
  const rows = take(matchingRows(context.session, query, after), skipped, size);
  const [first] = rows.items;
  const last = rows.items.at(-1);
  const cookie =
    first === undefined || last === undefined ? undefined : innerCookie(root.table, order, fetch.page, first, last);
  return {
    rows: rows.items.map((row) => tupleJson(context, plan, new Map([['', row]]))),
    hasMore: rows.hasMore,
    cookie,
    total: fetch.returnTotalRecordCount ? count(matchingRows(context.session, query)) : undefined,
  };
}

function joinedPage(context: ApiContext, plan: FetchPlan): Page {
  const size = pageSize(context, plan);
  const found = [...joinedRows(context.session, plan)];
  const sorted = hasOrder(plan) ? found.sort(tupleOrder(plan)) : found;
  const json = sorted.map((tuple) => tupleJson(context, plan, tuple));
  const rows = plan.fetch.distinct ? distinct(json) : json;
  const start = (plan.fetch.page - 1) * size;
  return {
    rows: rows.slice(start, start + size),
    hasMore: rows.length > start + size,
    cookie: undefined,
    total: rows.length,
  };
}

function distinct(rows: readonly Record<string, unknown>[]): readonly Record<string, unknown>[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

function pageSize(context: ApiContext, { fetch }: FetchPlan): number {
  const wanted = fetch.top ?? fetch.count ?? context.preferences.maxPageSize ?? largestPage;
  return Math.min(Math.max(wanted, 1), largestPage);
}

function take(
  rows: Iterable<Row>,
  skipped: number,
  size: number,
): { readonly items: readonly Row[]; readonly hasMore: boolean } {
  const items: Row[] = [];
  let seen = 0;
  for (const row of rows) {
    seen += 1;
    if (seen <= skipped) continue;
    if (items.length === size) return { items, hasMore: true };
    items.push(row);
  }
  return { items, hasMore: false };
}

function count(rows: Iterable<Row>): number {
  let total = 0;
  for (const row of rows) total += Number(row.versionnumber !== undefined);
  return total;
}

/** The JSON of a joined row; columns without value are left out, as Dataverse does for FetchXML. */
function tupleJson(context: ApiContext, plan: FetchPlan, tuple: Tuple): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  const root = tuple.get('');
  if (root !== undefined && !plan.fetch.distinct) json['@odata.etag'] = `W/"${versionOf(root)}"`;
  for (const entity of plan.entities.values()) {
    if (entity.alias === '') entityJson(context, json, entity, root, (column) => propertyName(column));
  }
  for (const entity of plan.entities.values()) {
    if (entity.alias !== '')
      entityJson(context, json, entity, tuple.get(entity.alias), (column) => `${entity.alias}.${column.logicalName}`);
  }
  const { primaryIdColumn } = plan.root.table;
  if (root !== undefined && !plan.fetch.distinct) json[primaryIdColumn] = root[primaryIdColumn];
  return json;
}

function entityJson(
  context: ApiContext,
  json: Record<string, unknown>,
  { entity, table, alias }: EntityPlan,
  row: Row | undefined,
  nameOf: (column: Column) => string,
): void {
  if (row === undefined) return;
  const all = entity.allAttributes || (alias === '' && entity.attributes.length === 0);
  const chosen = all
    ? [...propertiesOf(table).values()].map(({ column }) => ({ column, given: undefined }))
    : entity.attributes.flatMap((attribute) => {
        const column = table.columns.get(attribute.name);
        return column === undefined ? [] : [{ column, given: attribute.alias }];
      });
  for (const { column, given } of chosen) {
    const value = jsonValue(column, row);
    if (value === null || !column.validForRead) continue;
    const name = given ?? nameOf(column);
    annotate(context, json, name, column, row);
    json[name] = value;
  }
}

function pageAnnotations(context: ApiContext, { fetch }: FetchPlan, page: Page): Record<string, unknown> {
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
  if (!page.hasMore || fetch.top !== undefined) return annotations;
  if (page.cookie !== undefined) {
    const outer = `<cookie pagenumber="${fetch.page + 1}" pagingcookie="${encodeURIComponent(page.cookie)}" istracking="False" />`;
    add('fetchxmlpagingcookie', outer);
  } else {
    add('fetchxmlpagingcookie', `<cookie pagenumber="${fetch.page + 1}" istracking="False" />`);
  }
  add('morerecords', true);
  return annotations;
}
