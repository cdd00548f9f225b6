import { scriptDate } from './days';
import type { ColumnDefinition } from './metadata';

const manifestTypes: Readonly<Record<string, string>> = {
  String: 'SingleLine.Text',
  Memo: 'Multiple',
  Integer: 'Whole.None',
  BigInt: 'Whole.None',
  Decimal: 'Decimal',
  Double: 'FP',
  Money: 'Currency',
  Boolean: 'TwoOptions',
  Lookup: 'Lookup.Simple',
  Customer: 'Lookup.Customer',
  Owner: 'Lookup.Owner',
  Picklist: 'OptionSet',
  State: 'OptionSet',
  Status: 'OptionSet',
};

/** The type that a component's manifest has for values of the column. */
export function manifestType(column: ColumnDefinition): string {
  if (column.date) return column.date.withoutTime ? 'DateAndTime.DateOnly' : 'DateAndTime.DateAndTime';
  return manifestTypes[column.attributeType] ?? 'SingleLine.Text';
}

/** A value that is no lookup, as components get it: dates as dates, anything else as the Web API gives it. */
export function plainValue(column: ColumnDefinition, stored: unknown): string | number | boolean | Date | null {
  if (typeof stored === 'string' && column.date) return scriptDate(column, stored) ?? null;
  return typeof stored === 'string' || typeof stored === 'number' || typeof stored === 'boolean' ? stored : null;
}
