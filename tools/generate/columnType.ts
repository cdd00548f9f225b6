import type { Column } from '../solution/readTables';

/** Lookups of every kind: the Web API returns `_name_value` instead of the column. */
const lookupTypes = new Set(['lookup', 'owner', 'customer', 'partylist']);
const textTypes = new Set(['nvarchar', 'ntext', 'uniqueidentifier', 'primarykey', 'datetime']);
const numberTypes = new Set(['int', 'decimal', 'float', 'money', 'bigint', 'timestamp']);
/** Texts and keys are shown as they are: no formatted value comes with them. */
const unformattedTypes = new Set(['nvarchar', 'ntext', 'uniqueidentifier', 'primarykey']);

export function isLookup(column: Column): boolean {
  return lookupTypes.has(column.type);
}

export function hasOptions(column: Column): boolean {
  return column.options.length > 0 && column.type !== 'bit';
}

export function hasFormattedValue(column: Column): boolean {
  return !unformattedTypes.has(column.type);
}

/** Columns that no Web API row carries: the `...Name` shadows that a solution file lists beside lookups. */
export function isVirtual(column: Column): boolean {
  return column.type === 'virtual';
}

/** The property under which a Web API row carries the column. */
export function propertyName(column: Column): string {
  return isLookup(column) ? `_${column.logicalName}_value` : column.logicalName;
}

/**
 * The TypeScript type of a column's value in a Web API row, null included: any column but the primary key may be null.
 * @throws Error for a column type that the generator does not know.
 */
export function valueType(column: Column, choiceTypeName: string): string {
  if (column.type === 'primarykey') return 'string';
  if (hasOptions(column)) return `${choiceTypeName} | null`;
  if (isLookup(column) || textTypes.has(column.type)) return 'string | null';
  if (numberTypes.has(column.type) || column.type === 'picklist') return 'number | null';
  if (column.type === 'bit') return 'boolean | null';
  throw new Error(`${column.logicalName}: the generator does not know columns of type "${column.type}".`);
}
