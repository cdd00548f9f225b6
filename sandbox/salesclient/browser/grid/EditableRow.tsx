import React from 'react';
import { useClient } from '../app/ClientContext';
import { hashOf } from '../app/route';
import type { TableDefinition } from '../dataverse/metadata';
import { displayText } from '../dataverse/values';
import type { KnownViewColumn } from '../dataverse/viewColumns';
import { textOf, type Row } from '../dataverse/webApi';
import { EditableCell } from './EditableCell';
import { isNumeric } from './GridHead';
import { isEditable } from './salesLines';
import type { CellEditing } from './useCellEditing';

interface Props {
  readonly table: TableDefinition;
  readonly columns: readonly KnownViewColumn[];
  readonly row: Row;
  readonly editing: CellEditing;
  readonly mayWrite: boolean;
  readonly refusalId: string;
  readonly isSelected: boolean;
  readonly onSelect: (selected: boolean) => void;
}

/** What the row is called: the first text that it shows. */
function nameOf(columns: readonly KnownViewColumn[], row: Row): string {
  return columns.map(({ name }) => displayText(row, name)).find((text) => text !== '') ?? '…';
}

/** A row whose cells can be changed in their place. */
export function EditableRow(props: Props): React.ReactElement {
  const { table, columns, row, editing, refusalId } = props;
  const { strings } = useClient();
  const id = textOf(row, table.primaryId);
  const name = nameOf(columns, row);
  return (
    <tr className={props.isSelected ? 'selected' : undefined}>
      <td>
        <input
          type="checkbox"
          aria-label={`${strings.selectRow} ${name}`}
          checked={props.isSelected}
          onChange={(event) => props.onSelect(event.target.checked)}
        />
      </td>
      {columns.map((column) => (
        <td key={column.name} className={isNumeric(column) ? 'number' : undefined}>
          {props.mayWrite && isEditable(table, column, row) ? (
            <EditableCell
              table={table}
              row={row}
              column={column}
              editing={editing}
              isOpen={editing.open?.rowId === id && editing.open.column === column.name}
              refusalId={refusalId}
            />
          ) : (
            displayText(row, column.name)
          )}
        </td>
      ))}
      <td>
        <a
          href={hashOf({ page: 'record', table: table.name, id, form: undefined })}
          aria-label={`${strings.open} ${name}`}
        >
          {strings.open}
        </a>
      </td>
    </tr>
  );
}
