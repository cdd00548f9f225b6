import type { Table } from '../metadata/model';
import type { Row } from '../metadata/rows';
import type { RowQuery } from '../records/query';

/** The rows that a request addresses: all of a table, or those in a collection of another row. */
export interface RowSource {
  readonly table: Table;
  /** Narrows to a collection; undefined for the whole set. */
  readonly within: { readonly column: string; readonly ids: readonly string[] } | undefined;
}

/** The query restricted to the rows of a collection. */
export function narrowed(query: RowQuery, { within, table }: RowSource): RowQuery {
  if (within === undefined) return query;
  const allowed = new Map([...query.allowed, [within.column, within.ids]]);
  const members = new Set(within.ids);
  const { test } = query;
  const inside = (row: Row): boolean => {
    const value = row[within.column];
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
    return typeof id === 'string' && members.has(id);
  };
  return { ...query, table, allowed, test: (row) => inside(row) && (test?.(row) ?? true) };
}
