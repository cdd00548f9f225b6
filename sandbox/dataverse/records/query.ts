import { foldText } from './folding';
import { demandAccess } from './privileges';
import { asReference, ownerOf } from './rowOwner';
import type { Session } from './session';
import { isLookup } from '../metadata/columns';
import type { Table } from '../metadata/model';
import type { Row, RowValue } from '../metadata/rows';

export interface OrderColumn {
  /** Logical name of a column of the table itself. */
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}

/** What to find in one table. */
export interface RowQuery {
  readonly table: Table;
  /** Keeps a row; undefined keeps all. */
  readonly test: ((row: Row) => boolean) | undefined;
  /** Values that the test allows a column to have, where it is known that simply; only used to find rows sooner. */
  readonly allowed: ReadonlyMap<string, readonly string[]>;
  /** Order of two rows; undefined for the default, ascending primary ids. */
  readonly compare: ((left: Row, right: Row) => number) | undefined;
  /** The same order, when it is by the table's own columns. */
  readonly order: readonly OrderColumn[] | undefined;
}

/** Rows of one page and whether there are more behind it. */
export interface RowPage {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
}

/** Which rows of the table the caller may read. Throws the 403 when it is none at all. */
export function readableTest(session: Session, table: Table): ((row: Row) => boolean) | undefined {
  const known = session.visibility.get(table.logicalName);
  const visibility = known ?? session.organization.access.visible(session.caller, table);
  if (known === undefined) session.visibility.set(table.logicalName, visibility);
  if (visibility.kind === 'none') demandAccess(visibility.denied);
  if (visibility.kind !== 'some') return undefined;
  return (row) => visibility.includes(ownerOf(table, row));
}

/**
 * The rows behind `after` (a row of an earlier page, or its order values and id), at most `size`.
 * In the default order and in the order of an alternate key nothing is sorted: a page costs what it reads.
 */
export function findPage(session: Session, query: RowQuery, size: number, after: Row | undefined): RowPage {
  const rows: Row[] = [];
  for (const row of matchingRows(session, query, after)) {
    if (rows.length === size) return { rows, hasMore: true };
    rows.push(row);
  }
  return { rows, hasMore: false };
}

/** All rows that the caller may read and that pass the test, in order. */
export function* matchingRows(session: Session, query: RowQuery, after?: Row): IterableIterator<Row> {
  const readable = readableTest(session, query.table);
  const { test } = query;
  const passes = (row: Row): boolean => (test === undefined || test(row)) && (readable === undefined || readable(row));
  const ordered = orderedRows(session, query, after);
  if (ordered !== undefined) {
    for (const row of ordered) if (passes(row)) yield row;
    return;
  }
  const compare = withTieBreak(query);
  const rows = [...rowsOf(session, query.table, candidateIds(session, query) ?? allIds(session, query.table))];
  yield* rows.filter((row) => passes(row) && (after === undefined || compare(row, after) > 0)).sort(compare);
}

/** Number of matching rows, counted no further than `limit`. */
export function countMatching(session: Session, query: RowQuery, limit: number): number {
  const rows = matchingRows(session, { ...query, compare: undefined, order: undefined });
  let count = 0;
  while (count < limit && rows.next().done !== true) count += 1;
  return count;
}

/** Rows that need no sorting: few candidates by id, or an index that is in the wanted order. */
function orderedRows(session: Session, query: RowQuery, after: Row | undefined): Iterable<Row> | undefined {
  const { table, compare, order } = query;
  if (compare === undefined) {
    const afterId = after?.[table.primaryIdColumn];
    const start = typeof afterId === 'string' ? afterId : undefined;
    const candidates = candidateIds(session, query);
    const ids =
      candidates === undefined
        ? session.organization.store.idsInOrder(table.logicalName, 'asc', start)
        : candidates.filter((id) => start === undefined || id > start).sort(byText);
    return rowsOf(session, table, ids);
  }
  const index = order === undefined ? undefined : orderIndex(session, query, order);
  return index === undefined ? undefined : rowsOf(session, table, index(after));
}

/** Ids of the rows that can match, when an index tells and they are few; a superset of the matching ones. */
function candidateIds(session: Session, query: RowQuery): string[] | undefined {
  const { store } = session.organization;
  const { table, allowed } = query;
  const byId = allowed.get(table.primaryIdColumn);
  if (byId !== undefined) return [...new Set(byId.map((id) => id.toLowerCase()))];
  const single = keyMatch(session, table, allowed);
  if (single !== undefined) return single;
  let best: string[] | undefined;
  for (const [column, values] of allowed) {
    if (values.length > 1000) continue;
    const sets = values.map((value) => store.idsWith(table.logicalName, column, value));
    const size = sets.reduce((sum, set) => sum + set.size, 0);
    // Walking the table in order is cheaper than sorting a good part of it.
    if (size * 8 > store.size(table.logicalName) && size > 64) continue;
    if (best === undefined || size < best.length) best = [...new Set(sets.flatMap((set) => [...set]))];
  }
  return best;
}

function keyMatch(session: Session, table: Table, allowed: RowQuery['allowed']): string[] | undefined {
  for (const index of session.organization.store.keyIndexes(table)) {
    const values: Record<string, RowValue> = {};
    const complete = index.key.columns.every((column) => {
      const [value, ...others] = allowed.get(column) ?? [];
      if (value === undefined || others.length > 0) return false;
      values[column] = keyValue(table, column, value);
      return true;
    });
    if (!complete) continue;
    const id = index.find(values);
    return id === undefined ? [] : [id];
  }
  return undefined;
}

function keyValue(table: Table, column: string, value: string): RowValue {
  const definition = table.columns.get(column);
  return definition !== undefined && isLookup(definition) ? { table: '', id: value.toLowerCase() } : value;
}

/** An alternate key whose order is the wanted one behind columns that have one value each. */
function orderIndex(
  session: Session,
  { table, allowed }: RowQuery,
  order: readonly OrderColumn[],
): ((after: Row | undefined) => IterableIterator<string>) | undefined {
  const direction = order[0]?.direction;
  if (direction === undefined || order.some((item) => item.direction !== direction)) return undefined;
  const { store } = session.organization;
  for (const index of store.keyIndexes(table)) {
    // Rows without a complete key are not in the index; then it cannot stand for the table.
    if (index.size !== store.size(table.logicalName)) continue;
    const { columns } = index.key;
    const leading: RowValue[] = [];
    while (leading.length < columns.length) {
      const column = columns[leading.length] ?? '';
      const [value, ...others] = allowed.get(column) ?? [];
      if (value === undefined || others.length > 0) break;
      leading.push(keyValue(table, column, value));
    }
    const rest = columns.slice(leading.length);
    const wanted = order.map((item) => item.column);
    if (rest.length === wanted.length && rest.every((column, place) => column === wanted[place])) {
      // The page's last row tells only what it is ordered by; the leading columns have one value each.
      const known = Object.fromEntries(leading.map((value, place) => [columns[place] ?? '', value]));
      return (after) => index.idsInOrder(leading, direction, after === undefined ? undefined : { ...after, ...known });
    }
  }
  return undefined;
}

function* rowsOf(session: Session, table: Table, ids: Iterable<string>): IterableIterator<Row> {
  for (const id of ids) {
    const row = session.organization.store.row(table.logicalName, id);
    if (row !== undefined) yield row;
  }
}

function allIds(session: Session, table: Table): Iterable<string> {
  return session.organization.store.idsInOrder(table.logicalName, 'asc', undefined);
}

/** Rows that the order leaves equal follow each other by primary id, so that pages neither repeat nor lose one. */
function withTieBreak({ compare, table }: RowQuery): (left: Row, right: Row) => number {
  const id = table.primaryIdColumn;
  return (left, right) => {
    const byOrder = compare?.(left, right) ?? 0;
    return byOrder === 0 ? byText(textOf(left[id]), textOf(right[id])) : byOrder;
  };
}

function textOf(value: RowValue | undefined): string {
  return typeof value === 'string' ? value : (asReference(value)?.id ?? '');
}

function byText(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}

/** Order of two texts as the database collates them: without regard to case. */
export function compareText(left: string, right: string): number {
  return byText(foldText(left), foldText(right));
}
