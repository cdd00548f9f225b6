import type { CodeControl } from '../form/formXml';
import { plainValue } from '../dataverse/columnValue';
import type { ColumnDefinition, TableDefinition } from '../dataverse/metadata';
import { currentLookup, type Changes } from '../dataverse/record';
import { displayText } from '../dataverse/values';
import type { Row } from '../dataverse/webApi';
import type { ControlManifest, ControlProperty } from './manifest';

export interface BoundRecord {
  readonly table: TableDefinition;
  readonly row: Row;
  readonly changes: Changes;
}

const open = { editable: true, readable: true, secured: false } as const;

const noError = { error: false, errorMessage: '' } as const;

const numberTypes: readonly string[] = ['Decimal', 'FP', 'Currency', 'Whole.None'];

function lookupParameter(record: BoundRecord, column: string): unknown {
  const definition = record.table.columns.get(column);
  const value = currentLookup(record.row, record.changes, column);
  return {
    ...noError,
    type: 'Lookup.Simple',
    raw: value === null ? [] : [value],
    formatted: value?.name ?? '',
    security: open,
    attributes: { LogicalName: column, DisplayName: definition?.displayName ?? '', Type: 'lookup' },
    getTargetEntityType: () => definition?.targets[0]?.table ?? '',
    getViewId: () => '',
  };
}

/** What was entered, an emptied value included, else what is stored. */
function currentValue(record: BoundRecord, column: ColumnDefinition): unknown {
  const entered = record.changes.get(column.name);
  return plainValue(column, entered === undefined ? record.row[column.name] : entered);
}

function valueParameter(record: BoundRecord, column: string, type: string): unknown {
  const definition = record.table.columns.get(column);
  return {
    ...noError,
    type,
    raw: definition ? currentValue(record, definition) : null,
    formatted: displayText(record.row, column),
    security: open,
    attributes: { LogicalName: column, DisplayName: definition?.displayName ?? '' },
  };
}

/** A value that the form itself gives, in the type that the manifest names. */
function staticParameter(type: string, text: string): unknown {
  if (type === 'TwoOptions') return { ...noError, type, raw: text === 'true' || text === '1' };
  if (!numberTypes.includes(type)) return { ...noError, type, raw: text };
  const number = Number(text);
  return { ...noError, type, raw: text.trim() === '' || Number.isNaN(number) ? null : number };
}

function parameterOf(property: ControlProperty, control: CodeControl, record: BoundRecord): unknown {
  const binding = control.bindings[property.name];
  // A property that the form leaves out has no value: lookups are lists of at most one.
  const isLookup = property.type.startsWith('Lookup');
  if (!binding) return { ...noError, type: property.type, raw: isLookup ? [] : null };
  if ('value' in binding) return staticParameter(property.type, binding.value);
  return isLookup ? lookupParameter(record, binding.column) : valueParameter(record, binding.column, property.type);
}

/** `context.parameters`: every property of the manifest with what the form binds to it. */
export function controlParameters(
  manifest: ControlManifest,
  control: CodeControl,
  record: BoundRecord,
): Record<string, unknown> {
  return Object.fromEntries(
    manifest.properties.map((property) => [property.name, parameterOf(property, control, record)]),
  );
}
