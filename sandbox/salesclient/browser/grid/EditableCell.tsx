import React from 'react';
import { useClient } from '../app/ClientContext';
import type { TableDefinition } from '../dataverse/metadata';
import { displayText, lookupOf } from '../dataverse/values';
import type { KnownViewColumn } from '../dataverse/viewColumns';
import type { Row } from '../dataverse/webApi';
import { isClearable, lookupFilter } from './salesLines';
import type { CellEditing } from './useCellEditing';

interface Props {
  readonly table: TableDefinition;
  readonly row: Row;
  readonly column: KnownViewColumn;
  readonly editing: CellEditing;
  readonly isOpen: boolean;
  /** Id of the text that says why a change was refused. */
  readonly refusalId: string;
}

/** The field of an open cell: Enter or leaving it saves, Escape does not. */
function Editor({ row, column, editing, refusalId }: Props): React.ReactElement {
  const isRefused = editing.refused !== undefined;
  const { kind } = column.definition;
  return (
    <input
      className="cell-editor"
      type={kind === 'date' ? 'date' : 'text'}
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      aria-label={column.displayName}
      aria-invalid={isRefused}
      aria-describedby={isRefused ? refusalId : undefined}
      autoFocus
      value={editing.open?.text ?? ''}
      onFocus={(event) => event.target.select()}
      onChange={(event) => editing.type(event.target.value)}
      onBlur={() => editing.commit(row, column)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') editing.commit(row, column);
        if (event.key === 'Escape') editing.cancel();
      }}
    />
  );
}

function LookupCell({ table, row, column, editing }: Props): React.ReactElement {
  const { dialogs, strings } = useClient();
  const { name, definition, displayName } = column;
  const value = lookupOf(row, name);
  const choose = async (target: string): Promise<void> => {
    const chosen = await dialogs.lookup(target, await lookupFilter(column, row));
    if (chosen) editing.put(row, column, { lookup: chosen });
  };
  return (
    <span className="cell-lookup">
      <button
        type="button"
        className="cell-value"
        aria-label={`${strings.edit} ${displayName}: ${value?.name ?? '---'}`}
        onClick={() => void choose(definition.targets[0]?.table ?? '')}
      >
        {value ? value.name || '…' : <span className="blank">---</span>}
      </button>
      {value && isClearable(table, column) && (
        <button
          type="button"
          className="cell-clear"
          aria-label={`${strings.clear} ${displayName}: ${value.name}`}
          onClick={() => editing.put(row, column, { lookup: null })}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </span>
  );
}

/** A cell that the user may change: its value is a button that opens an editor or a choice in its place. */
export function EditableCell(props: Props): React.ReactElement {
  const { row, column, editing, isOpen } = props;
  const { strings } = useClient();
  const { kind } = column.definition;
  const button = React.useRef<HTMLButtonElement>(null);
  const wasOpen = React.useRef(false);
  React.useLayoutEffect(() => {
    // The focus comes back to where the user was, unless they went on by themselves.
    if (wasOpen.current && !isOpen && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (kind === 'lookup') return <LookupCell {...props} />;
  if (kind === 'boolean')
    return (
      <input
        type="checkbox"
        aria-label={column.displayName}
        checked={row[column.name] === true}
        onChange={(event) => editing.put(row, column, event.target.checked)}
      />
    );
  if (isOpen) return <Editor {...props} />;
  const text = displayText(row, column.name);
  return (
    <button
      ref={button}
      type="button"
      className="cell-value"
      aria-label={`${strings.edit} ${column.displayName}: ${text || '---'}`}
      onClick={() => editing.begin(row, column)}
    >
      {text || <span className="blank">---</span>}
    </button>
  );
}
