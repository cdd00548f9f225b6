import { isLookup } from '../metadata/columns';
import { asReference } from './rowOwner';
import type { Column } from '../metadata/columns';
import type { Table } from '../metadata/model';
import type { Row, RowValue } from '../metadata/rows';

/** One column as OData sees it: lookups are read as `_<name>_value`. */
export interface TableProperty {
  readonly name: string;
  readonly column: Column;
}

const known = new WeakMap<Table, ReadonlyMap<string, TableProperty>>();

/** The readable properties of a table by name, in the order of its columns. Shadow columns such as `owneridname` are none. */
export function propertiesOf(table: Table): ReadonlyMap<string, TableProperty> {
  let properties = known.get(table);
  if (properties === undefined) {
    const readable = [...table.columns.values()].filter(
      (column) => column.validForRead && column.type !== 'virtual' && !isShadow(column),
    );
    properties = new Map(
      readable.map((column) => [propertyName(column), { name: propertyName(column), column }] as const),
    );
    known.set(table, properties);
  }
  return properties;
}

/** The property under which a column is read. */
export function propertyName(column: Column): string {
  return isLookup(column) ? `_${column.logicalName}_value` : column.logicalName;
}

/** The column that a property name or a column's own name means; undefined when the table has none such. */
export function columnNamed(table: Table, name: string): Column | undefined {
  return propertiesOf(table).get(name)?.column ?? propertiesOf(table).get(`_${name}_value`)?.column;
}

/** The value of a column as it appears in JSON. */
export function jsonValue(column: Column, row: Row): unknown {
  const value: RowValue | undefined = row[column.logicalName];
  if (value === undefined || value === null) return null;
  if (column.type === 'managedproperty') {
    return { Value: value, CanBeChanged: true, ManagedPropertyLogicalName: column.logicalName };
  }
  if (typeof value !== 'object') return value;
  return asReference(value)?.id ?? (Array.isArray(value) ? value.join(',') : null);
}

function isShadow(column: Column): boolean {
  return column.attributeOf !== undefined && column.type !== 'image';
}
