import React from 'react';
import { useLoaded, type Loaded } from '../app/useLoaded';
import { orderBy, orderName } from '../dataverse/orderNames';
import { displayText } from '../dataverse/values';
import type { KnownViewColumn } from '../dataverse/viewColumns';
import { ordersOf } from '../dataverse/viewFetch';
import type { ViewPage } from '../dataverse/views';
import { textOf, type Row } from '../dataverse/webApi';
import type { GridControl, GridRow } from './gridControl';
import type { SubgridSource } from './subgridSource';

export interface Sorting {
  readonly name: string;
  readonly descending: boolean;
}

/** The rows of a grid with what the user chose to see of them. */
export interface GridRows {
  readonly loaded: Loaded<ViewPage>;
  readonly page: number;
  readonly showPage: (page: number) => void;
  /** Undefined while the view's own order is not by a column that it shows. */
  readonly sorting: Sorting | undefined;
  readonly sortBy: (column: KnownViewColumn) => void;
  readonly selected: ReadonlySet<string>;
  readonly select: (ids: ReadonlySet<string>) => void;
  readonly reload: () => void;
}

function gridRow(source: SubgridSource, row: Row): GridRow {
  const { table, columns } = source;
  return {
    id: textOf(row, table.primaryId),
    table: table.name,
    name: displayText(row, table.primaryName),
    values: new Map(columns.map(({ name }) => [name, displayText(row, name)])),
  };
}

function firstSorting(source: SubgridSource): Sorting | undefined {
  const [order] = ordersOf(source.view.fetchXml);
  return order && { name: orderName(order), descending: order.descending };
}

/** Reads the pages of a grid and lets form scripts take part through its control. */
export function useGridRows(source: SubgridSource, control: GridControl, pageSize: number): GridRows {
  const [page, showPage] = React.useState(1);
  const [chosen, choose] = React.useState<Sorting>();
  const [selected, select] = React.useState<ReadonlySet<string>>(new Set());
  const [loaded, reload] = useLoaded(() => {
    const column = source.columns.find(({ name }) => name === chosen?.name);
    const orders = column && chosen ? { orders: [orderBy(column, chosen.descending)] } : {};
    return source.read({ pageSize, page, ...orders });
  }, [source.view.id, source.parent.id, pageSize, page, chosen?.name, chosen?.descending]);

  const latest = React.useRef({ loaded, selected });
  React.useLayoutEffect(() => {
    latest.current = { loaded, selected };
  });
  React.useEffect(
    () =>
      control.attach({
        refresh: reload,
        rows: () => {
          const shown = latest.current.loaded;
          return shown.state === 'ready' ? shown.value.rows.map((row) => gridRow(source, row)) : [];
        },
        selectedIds: () => [...latest.current.selected],
        totalRecordCount: () => {
          const shown = latest.current.loaded;
          return shown.state === 'ready' ? shown.value.total : -1;
        },
      }),
    [control, reload, source],
  );
  React.useEffect(() => {
    if (loaded.state !== 'loading') control.loaded();
  }, [control, loaded]);

  const sorting = chosen ?? firstSorting(source);
  const sortBy = (column: KnownViewColumn): void => {
    showPage(1);
    choose({ name: column.name, descending: sorting?.name === column.name && !sorting.descending });
  };
  return { loaded, page, showPage, sorting, sortBy, selected, select, reload };
}
