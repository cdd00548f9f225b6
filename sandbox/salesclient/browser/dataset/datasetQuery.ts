import { orderBy, orderName } from '../dataverse/orderNames';
import type { View } from '../dataverse/views';
import { ordersOf, type ViewQuery } from '../dataverse/viewFetch';
import type { KnownViewColumn } from '../dataverse/viewColumns';
import { fetchFilter } from './filtering';

type SortStatus = ComponentFramework.PropertyHelper.DataSetApi.SortStatus;
type FilterExpression = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression;

/** What a component can change about its query, as plain values that can be compared. */
export type Asked = Pick<ViewQuery, 'orders' | 'filter' | 'pageSize'>;

/** The view's own order as `dataset.sorting`. */
export function sortingOf(view: View): SortStatus[] {
  return ordersOf(view.fetchXml).map((order) => ({ name: orderName(order), sortDirection: order.descending ? 1 : 0 }));
}

/** The query for what the component wants now. @throws {Error} for a filter that is not emulated */
export function askedOf(
  columns: ReadonlyMap<string, KnownViewColumn>,
  sorting: readonly SortStatus[],
  filter: FilterExpression,
  pageSize: number,
): Asked {
  const conditions = fetchFilter(filter);
  const sorted = sorting.filter(({ sortDirection }) => sortDirection !== -1);
  return {
    orders: sorted.map(({ name, sortDirection }) =>
      orderBy(columns.get(name) ?? { name, alias: undefined }, sortDirection === 1),
    ),
    pageSize,
    ...(conditions === undefined ? {} : { filter: conditions }),
  };
}
