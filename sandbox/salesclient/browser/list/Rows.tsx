import React from 'react';
import type { TableDefinition } from '../dataverse/metadata';
import { displayText } from '../dataverse/values';
import type { KnownViewColumn } from '../dataverse/viewColumns';
import { textOf, type Row } from '../dataverse/webApi';

interface Props {
  readonly table: TableDefinition;
  readonly columns: readonly KnownViewColumn[];
  readonly rows: readonly Row[];
  readonly caption: string;
  /** What a row's first cell does: a link or a button. */
  readonly renderName: (id: string, name: string, row: Row) => React.ReactNode;
}

/** A view's rows as a table; numbers are aligned at the end. */
export function Rows({ table, columns, rows, caption, renderName }: Props): React.ReactElement {
  const shown = columns.filter(({ isHidden }) => !isHidden);
  const classOf = ({ definition }: KnownViewColumn): string | undefined =>
    definition.kind === 'number' ? 'number' : undefined;
  return (
    <div className="table-scroll">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {shown.map((column) => (
              <th key={column.name} scope="col" className={classOf(column)}>
                {column.displayName}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const id = textOf(row, table.primaryId);
            return (
              <tr key={id}>
                {shown.map((column, index) => (
                  <td key={column.name} className={classOf(column)}>
                    {index === 0 ? renderName(id, displayText(row, column.name), row) : displayText(row, column.name)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
