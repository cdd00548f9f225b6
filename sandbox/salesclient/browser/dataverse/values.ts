import type { ColumnDefinition } from './metadata';
import { textOf, type Row } from './webApi';

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
const LOOKUP_TABLE = '@Microsoft.Dynamics.CRM.lookuplogicalname';

export interface LookupValue {
  readonly id: string;
  readonly name: string;
  readonly entityType: string;
}

/** Name of the column's value in an answer. */
export function valueName(column: ColumnDefinition): string {
  return column.kind === 'lookup' ? `_${column.name}_value` : column.name;
}

/** The property that holds the column: a view's linked columns, `alias.column`, come under their own name. */
function propertyOf(row: Row, name: string): string {
  const lookup = `_${name}_value`;
  return lookup in row ? lookup : name;
}

/** The value as the user reads it. */
export function displayText(row: Row, name: string): string {
  const key = propertyOf(row, name);
  const formatted = textOf(row, key + FORMATTED);
  if (formatted !== '') return formatted;
  const value = row[key];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export function lookupOf(row: Row, name: string): LookupValue | null {
  const key = propertyOf(row, name);
  const id = textOf(row, key);
  if (id === '') return null;
  return { id, name: textOf(row, key + FORMATTED), entityType: textOf(row, key + LOOKUP_TABLE) };
}
