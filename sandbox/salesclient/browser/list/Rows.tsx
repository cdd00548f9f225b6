import React from 'react';
import type { TableDefinition } from '../dataverse/metadata';
import { displayText } from '../dataverse/values';
import type { View } from '../dataverse/views';
import { textOf, type Row } from '../dataverse/webApi';

interface Props {
  readonly table: TableDefinition;
  readonly view: View;
  readonly rows: readonly Row[];
  readonly caption: string;
  /** What a row's first cell does: a link or a button. */
  readonly renderName: (id: string, name: string, row: Row) => React.ReactNode;
}

/** A view's rows as a table; numbers are aligned at the end. */
export function Rows({ table, view, rows, caption, renderName }: Props): React.ReactElement {
  const numeric = (name: string): boolean => table.columns.get(name)?.kind === 'number';
  return (
    <div className="table-scroll">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {view.columns.map(({ name }) => (
              <th key={name} scope="col" className={numeric(name) ? 'number' : undefined}>
                {table.columns.get(name)?.displayName ?? name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const id = textOf(row, table.primaryId);
            return (
              <tr key={id}>
                {view.columns.map(({ name }, index) => (
                  <td key={name} className={numeric(name) ? 'number' : undefined}>
                    {index === 0 ? renderName(id, displayText(row, name), row) : displayText(row, name)}
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
