import type { KnownViewColumn } from './viewColumns';
import type { FetchOrder } from './viewFetch';

/** An order by a view's column: a linked one is ordered by its own name under its table's alias. */
export function orderBy(column: Pick<KnownViewColumn, 'name' | 'alias'>, descending: boolean): FetchOrder {
  const { name, alias } = column;
  if (alias === undefined) return { column: name, descending };
  return { column: name.slice(alias.length + 1), link: alias, descending };
}

/** The name of the view's column that an order is by. */
export function orderName({ column, link }: FetchOrder): string {
  return link === undefined ? column : `${link}.${column}`;
}
