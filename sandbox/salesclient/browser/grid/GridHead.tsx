import React from 'react';
import type { KnownViewColumn } from '../dataverse/viewColumns';
import type { Sorting } from './useGridRows';

interface Props {
  readonly columns: readonly KnownViewColumn[];
  readonly sorting: Sorting | undefined;
  readonly onSort: (column: KnownViewColumn) => void;
}

export function isNumeric({ definition }: KnownViewColumn): boolean {
  return definition.kind === 'number';
}

function orderOf(column: KnownViewColumn, sorting: Sorting | undefined): 'ascending' | 'descending' | 'none' {
  if (sorting?.name !== column.name) return 'none';
  return sorting.descending ? 'descending' : 'ascending';
}

const marks = { ascending: ' ▲', descending: ' ▼', none: '' } as const;

/** Column headings that sort. */
export function HeadCells({ columns, sorting, onSort }: Props): React.ReactElement {
  return (
    <>
      {columns.map((column) => {
        const order = orderOf(column, sorting);
        return (
          <th key={column.name} scope="col" aria-sort={order} className={isNumeric(column) ? 'number' : undefined}>
            <button type="button" className="heading" onClick={() => onSort(column)}>
              {column.displayName}
              <span aria-hidden="true">{marks[order]}</span>
            </button>
          </th>
        );
      })}
    </>
  );
}
