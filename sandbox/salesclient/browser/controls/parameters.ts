import type { CodeControl } from '../form/formXml';
import type { TableDefinition } from '../dataverse/metadata';
import { currentLookup, type Changes } from '../dataverse/record';
import { displayText } from '../dataverse/values';
import type { Row } from '../dataverse/webApi';
import type { ControlManifest } from './manifest';

export interface BoundRecord {
  readonly table: TableDefinition;
  readonly row: Row;
  readonly changes: Changes;
}

const open = { editable: true, readable: true, secured: false } as const;

function lookupParameter(record: BoundRecord, column: string): unknown {
  const definition = record.table.columns.get(column);
  const value = currentLookup(record.row, record.changes, column);
  return {
    type: 'Lookup.Simple',
    raw: value === null ? [] : [value],
    formatted: value?.name ?? '',
    error: false,
    errorMessage: '',
    security: open,
    attributes: { LogicalName: column, DisplayName: definition?.displayName ?? '', Type: 'lookup' },
    getTargetEntityType: () => definition?.targets[0]?.table ?? '',
    getViewId: () => '',
  };
}

function valueParameter(record: BoundRecord, column: string, type: string): unknown {
  const entered = record.changes.get(column);
  return {
    type,
    raw: entered ?? record.row[column] ?? null,
    formatted: displayText(record.row, column),
    error: false,
    errorMessage: '',
    security: open,
    attributes: { LogicalName: column, DisplayName: record.table.columns.get(column)?.displayName ?? '' },
  };
}

/** `context.parameters`: every property of the manifest with what the form binds to it. */
export function controlParameters(
  manifest: ControlManifest,
  control: CodeControl,
  record: BoundRecord,
): Record<string, unknown> {
  return Object.fromEntries(
    manifest.properties.map((property) => {
      const binding = control.bindings[property.name];
      if (!binding) return [property.name, { type: property.type, raw: null, error: false, errorMessage: '' }];
      if ('value' in binding)
        return [property.name, { type: property.type, raw: binding.value, error: false, errorMessage: '' }];
      return [
        property.name,
        property.type.startsWith('Lookup')
          ? lookupParameter(record, binding.column)
          : valueParameter(record, binding.column, property.type),
      ];
    }),
  );
}
