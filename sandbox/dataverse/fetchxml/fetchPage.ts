import { matchingRows } from '../records/query';
import { innerCookie, readInnerCookie } from '../webapi/paging';
import { largestPage } from '../webapi/preferences';
import { narrowed } from '../webapi/rowSource';
import { aggregateRows } from './group';
import { allowedIn, joinedRows } from './join';
import { hasOrder, tupleOrder } from './order';
import { tupleJson } from './tupleJson';
import type { FetchPlan } from './plan';
import type { ApiContext } from '../webapi/context';
import type { RowSource } from '../webapi/rowSource';
import type { OrderColumn, RowQuery } from '../records/query';
import type { Row } from '../metadata/rows';

/** One page of a query's result. */
export interface Page {
  readonly rows: readonly Record<string, unknown>[];
  readonly hasMore: boolean;
  /** The inner paging cookie, encoded once; undefined when there is none. */
  readonly cookie: string | undefined;
  readonly total: number | undefined;
}

/** The page that the query asks for. */
export function pageOf(context: ApiContext, plan: FetchPlan, source: RowSource): Page {
  if (plan.fetch.aggregate) return aggregatePage(context, plan);
  const isPlain = plan.root.links.length === 0 && !plan.fetch.distinct;
  return isPlain ? plainPage(context, plan, source) : joinedPage(context, plan);
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
