import { plainValue } from '../dataverse/columnValue';
import type { TableDefinition } from '../dataverse/metadata';
import { displayText, lookupOf } from '../dataverse/values';
import { textOf, type Row } from '../dataverse/webApi';
import type { KnownViewColumn } from '../dataverse/viewColumns';

type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

function reference(table: string, id: string, name: string): ComponentFramework.EntityReference {
  return { id: { guid: id }, etn: table, name };
}

function valueOf({ name, definition }: KnownViewColumn, row: Row): unknown {
  if (definition.kind !== 'lookup') return plainValue(definition, row[name]);
  const lookup = lookupOf(row, name);
  return lookup && reference(lookup.entityType, lookup.id, lookup.name);
}

/** The typings know no empty column; the platform gives null. */
function isGiven(value: unknown): value is ReturnType<EntityRecord['getValue']> {
  return value !== undefined;
}

/** A row as components see it. A column that the view does not have has no value and no text. */
export function entityRecord(
  table: TableDefinition,
  columns: ReadonlyMap<string, KnownViewColumn>,
  row: Row,
): EntityRecord {
  const id = textOf(row, table.primaryId);
  return {
    getRecordId: () => id,
    getNamedReference: () => reference(table.name, id, displayText(row, table.primaryName)),
    getFormattedValue: (name) => (columns.has(name) ? displayText(row, name) : ''),
    getValue: (name) => {
      const column = columns.get(name);
      const value = column ? valueOf(column, row) : null;
      if (!isGiven(value)) throw new TypeError(`${name} has no value.`);
      return value;
    },
  };
}
