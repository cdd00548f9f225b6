import React from 'react';
import { useClient } from '../app/ClientContext';
import { ControlHost } from '../controls/ControlHost';
import { controlParameters } from '../controls/parameters';
import type { TableDefinition } from '../dataverse/metadata';
import type { Changes, Entered } from '../dataverse/record';
import { displayText, type LookupValue } from '../dataverse/values';
import type { Row } from '../dataverse/webApi';
import { Field } from './Field';
import type { CodeControl, FormCell } from './formXml';
import { Subgrid } from './Subgrid';

/** The record that the form shows and what the user entered. */
export interface FormRecord {
  readonly table: TableDefinition;
  readonly id: string | undefined;
  readonly row: Row;
  readonly changes: Changes;
  readonly change: (column: string, value: Entered) => void;
}

function isLookup(value: unknown): value is LookupValue {
  return typeof value === 'object' && value !== null && 'id' in value && 'entityType' in value;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** An output is a value for the column that its property is bound to; a lookup comes as a list of at most one. */
function enteredOf(output: unknown): Entered | undefined {
  if (isList(output)) {
    const first = output[0];
    return { lookup: isLookup(first) ? { ...first, id: first.id.replace(/[{}]/g, '').toLowerCase() } : null };
  }
  if (output === null || typeof output === 'string' || typeof output === 'number' || typeof output === 'boolean')
    return output;
  return undefined;
}

function takeOutputs(control: CodeControl, record: FormRecord, outputs: Record<string, unknown>): void {
  for (const [property, output] of Object.entries(outputs)) {
    const binding = control.bindings[property];
    const entered = enteredOf(output);
    if (binding && 'column' in binding && entered !== undefined) record.change(binding.column, entered);
  }
}

function NotShown(): React.ReactElement {
  return <p className="empty">{useClient().strings.notShown}</p>;
}

/** One cell of a section with whatever the form puts into it. */
export function Cell({
  cell,
  record,
  isReadOnly,
}: {
  readonly cell: FormCell;
  readonly record: FormRecord;
  /** Whether nothing on the form can be changed. */
  readonly isReadOnly: boolean;
}): React.ReactElement | null {
  const { control } = cell;
  switch (control.kind) {
    case 'field': {
      const column = record.table.columns.get(control.column);
      if (!column) return null;
      return (
        <Field
          cellId={cell.id}
          column={column}
          label={cell.label || column.displayName}
          row={record.row}
          changes={record.changes}
          disabled={isReadOnly || control.disabled || !column.canUpdate}
          onChange={(value) => record.change(control.column, value)}
        />
      );
    }
    case 'code':
      return (
        <ControlHost
          name={control.control.name}
          label={cell.label}
          record={{ table: record.table.name, id: record.id, name: displayText(record.row, record.table.primaryName) }}
          disabled={isReadOnly}
          parameters={(manifest) => controlParameters(manifest, control.control, record)}
          onOutputs={(outputs) => takeOutputs(control.control, record, outputs)}
        />
      );
    case 'subgrid':
      return <Subgrid definition={control} label={cell.label} record={record} />;
    case 'unsupported':
      return <NotShown />;
  }
}
