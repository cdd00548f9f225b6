import React from 'react';
import { useClient } from '../app/ClientContext';
import { hashOf } from '../app/route';
import type { ColumnDefinition } from '../dataverse/metadata';
import { currentLookup, type Changes, type Entered } from '../dataverse/record';
import { displayText } from '../dataverse/values';
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

function LookupField({ column, label, row, changes, disabled, onChange }: Props): React.ReactElement {
  const { dialogs, strings } = useClient();
  const value = currentLookup(row, changes, column.name);
  const target = column.targets[0]?.table;
  return (
    <div className="lookup" role="group" aria-label={label}>
      {value ? (
        <a href={hashOf({ page: 'record', table: value.entityType, id: value.id, form: undefined })}>
          {value.name || '…'}
        </a>
      ) : (
        <span className="blank">---</span>
      )}
      {!disabled && target !== undefined && (
        <>
          <button
            type="button"
            aria-label={`${strings.choose} ${label}`}
            onClick={() => void dialogs.lookup(target).then((chosen) => chosen && onChange({ lookup: chosen }))}
          >
            {strings.choose}
          </button>
          {value && (
            <button type="button" aria-label={`${strings.clear} ${label}`} onClick={() => onChange({ lookup: null })}>
              {strings.clear}
            </button>
          )}
        </>
      )}
    </div>
  );
}

function editable(column: ColumnDefinition): boolean {
  return column.kind === 'text' || column.kind === 'memo';
}

/** What was entered, an emptied field included, else what is stored. */
function shownText(row: Row, changes: Changes, column: string): string {
  const entered = changes.get(column);
  if (entered === undefined) return displayText(row, column);
  return typeof entered === 'string' ? entered : '';
}

/** One column of the record: texts and lookups can be changed, anything else is shown as Dataverse formats it. */
export function Field(props: Props): React.ReactElement {
  const { column, label, row, changes, disabled } = props;
  const id = `field-${props.cellId}`;
  if (column.kind === 'lookup') {
    return (
      <div className="field">
        <span className="field-label">{label}</span>
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
  const enter = (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void =>
    props.onChange(event.target.value === '' ? null : event.target.value);
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {column.required && <span aria-hidden="true"> *</span>}
      </label>
      {column.kind === 'memo' ? (
        <textarea id={id} value={text} rows={3} onChange={enter} />
      ) : (
        <input id={id} type="text" required={column.required} value={text} placeholder="---" onChange={enter} />
      )}
    </div>
  );
}
