import React from 'react';
import { useClient } from '../app/ClientContext';
import { hashOf } from '../app/route';
import { useLoaded } from '../app/useLoaded';
import { dayOf, storedDay } from '../dataverse/days';
import { tableDefinition, type ColumnDefinition } from '../dataverse/metadata';
import { currentLookup, type Changes, type Entered } from '../dataverse/record';
import { displayText, type LookupValue } from '../dataverse/values';
import type { Row } from '../dataverse/webApi';

interface Props {
  readonly cellId: string;
  readonly column: ColumnDefinition;
  readonly label: string;
  readonly row: Row;
  readonly changes: Changes;
  readonly disabled: boolean;
  readonly onChange: (value: Entered) => void;
}

/** Opens the choice of a record; which table it is of is said when the column takes several. */
function ChooseButton(props: {
  readonly table: string;
  readonly label: string;
  readonly named: boolean;
  readonly onChoose: (chosen: LookupValue) => void;
}): React.ReactElement {
  const { dialogs, session, strings } = useClient();
  const [table] = useLoaded(
    async () => (props.named ? (await tableDefinition(props.table, session.language)).displayName : ''),
    [props.table, props.named, session.language],
  );
  const name = table.state === 'ready' ? table.value : '';
  return (
    <button
      type="button"
      aria-label={[strings.choose, props.label, name && `(${name})`].filter(Boolean).join(' ')}
      onClick={() => void dialogs.lookup(props.table).then((chosen) => chosen && props.onChoose(chosen))}
    >
      {[strings.choose, name].filter(Boolean).join(': ')}
    </button>
  );
}

/** The tables to choose from: both of a customer; of an owner only users, as a seller needs. */
function offeredTables(column: ColumnDefinition): readonly string[] {
  const tables = column.targets.map(({ table }) => table);
  return column.attributeType === 'Customer' ? tables : tables.slice(0, 1);
}

function LookupField({ column, label, row, changes, disabled, onChange }: Props): React.ReactElement {
  const { strings } = useClient();
  const value = currentLookup(row, changes, column.name);
  const tables = offeredTables(column);
  return (
    <div className="lookup" role="group" aria-label={label}>
      {value ? (
        <a href={hashOf({ page: 'record', table: value.entityType, id: value.id, form: undefined })}>
          {value.name || '…'}
        </a>
      ) : (
        <span className="blank">---</span>
      )}
      {!disabled &&
        tables.map((table) => (
          <ChooseButton
            key={table}
            table={table}
            label={label}
            named={tables.length > 1}
            onChoose={(lookup) => onChange({ lookup })}
          />
        ))}
      {!disabled && value && tables.length > 0 && (
        <button type="button" aria-label={`${strings.clear} ${label}`} onClick={() => onChange({ lookup: null })}>
          {strings.clear}
        </button>
      )}
    </div>
  );
}

function editable(column: ColumnDefinition): boolean {
  return column.kind === 'text' || column.kind === 'memo' || column.date?.withoutTime === true;
}

/** What was entered, an emptied field included, else what is stored. */
function shownText(row: Row, changes: Changes, column: string): string {
  const entered = changes.get(column);
  if (entered === undefined) return displayText(row, column);
  return typeof entered === 'string' ? entered : '';
}

function RequiredMark({ column }: { readonly column: ColumnDefinition }): React.ReactElement | null {
  return column.required && column.canUpdate ? <span aria-hidden="true"> *</span> : null;
}

/** The calendar day to show in a date input, empty without one. */
function shownDay(row: Row, changes: Changes, column: ColumnDefinition): string {
  const entered = changes.get(column.name);
  const value = entered === undefined ? row[column.name] : entered;
  return typeof value === 'string' ? (dayOf(column, value) ?? '') : '';
}

/** One column of the record: texts, days and lookups can be changed, anything else is shown as Dataverse formats it. */
export function Field(props: Props): React.ReactElement {
  const { column, label, row, changes, disabled } = props;
  const id = `field-${props.cellId}`;
  if (column.kind === 'lookup') {
    return (
      <div className="field">
        <span className="field-label">
          {label}
          <RequiredMark column={column} />
        </span>
        <LookupField {...props} />
      </div>
    );
  }
  const text = shownText(row, changes, column.name);
  if (disabled || !editable(column)) {
    return (
      <div className="field">
        <span className="field-label">{label}</span>
        <span className="field-value">{text || '---'}</span>
      </div>
    );
  }
  const stored = (value: string): string => (column.kind === 'date' ? storedDay(column, value) : value);
  const enter = (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void =>
    props.onChange(event.target.value === '' ? null : stored(event.target.value));
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        <RequiredMark column={column} />
      </label>
      {column.kind === 'memo' ? (
        <textarea id={id} value={text} rows={3} onChange={enter} />
      ) : column.kind === 'date' ? (
        <input id={id} type="date" required={column.required} value={shownDay(row, changes, column)} onChange={enter} />
      ) : (
        <input id={id} type="text" required={column.required} value={text} placeholder="---" onChange={enter} />
      )}
    </div>
  );
}
