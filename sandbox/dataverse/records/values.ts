import { badPayload, DataverseError } from './dataverseError';
import { isGuid } from './identifiers';
import type { ChoiceColumn, Column, DateTimeColumn, DecimalColumn, MoneyColumn } from '../metadata/columns';
import type { Table } from '../metadata/model';
import type { RowValue } from '../metadata/rows';

const calendarDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})?$/;

/** OData's name of the column's type, as `$metadata` and messages give it. */
export function edmType(column: Column): string {
  switch (column.type) {
    case 'integer':
    case 'picklist':
    case 'state':
    case 'status':
      return 'Edm.Int32';
    case 'bigint':
      return 'Edm.Int64';
    case 'decimal':
    case 'money':
      return 'Edm.Decimal';
    case 'double':
      return 'Edm.Double';
    case 'boolean':
      return 'Edm.Boolean';
    case 'datetime':
      return column.behavior === 'dateOnly' ? 'Edm.Date' : 'Edm.DateTimeOffset';
    case 'lookup':
    case 'customer':
    case 'owner':
    case 'uniqueidentifier':
      return 'Edm.Guid';
    case 'image':
      return 'Edm.Binary';
    case 'managedproperty':
      return 'Microsoft.Dynamics.CRM.BooleanManagedProperty';
    default:
      return 'Edm.String';
  }
}

/**
 * Reads a JSON value for a column that is no lookup. Throws DataverseError when the type is wrong (0x80048d19) or the
 * value is outside what the column allows (0x8004431a choice, 0x8004432f whole number, 0x80044330 number, 0x80044331
 * text).
 */
export function readValue(table: Table, column: Column, value: unknown): RowValue {
  if (value === null) return null;
  const wrong = (): DataverseError =>
    badPayload(
      table.entitySetName,
      `Microsoft.OData.ODataException: Cannot convert the literal '${literal(value)}' to the expected type '${edmType(column)}'.`,
    );
  switch (column.type) {
    case 'string':
    case 'memo':
      if (typeof value !== 'string') throw wrong();
      return readText(table, column.logicalName, column.maxLength, value);
    case 'integer':
      if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) > 2 ** 31) throw wrong();
      if (value < column.minimum || value > column.maximum) throw outOfRange('0x8004432f', table, column.logicalName);
      return value;
    case 'bigint':
      if (typeof value !== 'number' || !Number.isInteger(value)) throw wrong();
      return value;
    case 'decimal':
    case 'double':
    case 'money':
      if (typeof value !== 'number') throw wrong();
      return readNumber(table, column, value);
    case 'boolean':
      if (typeof value !== 'boolean') throw wrong();
      return value;
    case 'picklist':
    case 'state':
    case 'status':
      if (typeof value !== 'number' || !Number.isInteger(value)) throw wrong();
      return readOption(table, column, value);
    case 'multiselect':
      if (typeof value !== 'string') throw wrong();
      return readOptions(table, column, value, wrong);
    case 'datetime':
      if (typeof value !== 'string') throw wrong();
      return readMoment(column, value) ?? raise(wrong());
    case 'uniqueidentifier':
      if (typeof value !== 'string' || !isGuid(value)) throw wrong();
      return value.toLowerCase();
    case 'entityname':
    case 'image':
      if (typeof value !== 'string') throw wrong();
      return value;
    case 'managedproperty':
      return typeof value === 'object' && 'Value' in value && typeof value.Value === 'boolean'
        ? value.Value
        : raise(wrong());
    default:
      throw invalidProperty(table, column.logicalName);
  }
}

/** The property is not one of the table's, or not one that can be written. */
export function invalidProperty(table: Table, name: string): DataverseError {
  return badPayload(
    table.entitySetName,
    `Microsoft.Crm.CrmException: Invalid property '${name}' was found in entity 'Microsoft.Dynamics.CRM.${table.logicalName}'. ` +
      '---> Microsoft.OData.ODataException: Does not support untyped value in non-open type.',
  );
}

/** Reads a date or an instant; undefined when the text is neither. Instants lose their fraction, as in Dataverse. */
export function readMoment(column: DateTimeColumn, text: string): string | undefined {
  const date = calendarDate.exec(text);
  if (column.behavior === 'dateOnly') return date !== null && isCalendarDate(text) ? text : undefined;
  if (date !== null) return isCalendarDate(text) ? `${text}T00:00:00Z` : undefined;
  if (!instant.test(text) || !isCalendarDate(text.slice(0, 10))) return undefined;
  const moment = new Date(/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(moment.getTime()) ? undefined : instantText(moment);
}

/** An instant as Dataverse stores it: UTC, whole seconds. */
export function instantText(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

function isCalendarDate(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function readText(table: Table, column: string, maxLength: number, value: string): string | null {
  if (value.length > maxLength) {
    throw new DataverseError(
      400,
      '0x80044331',
      `A validation error occurred.  The length of the '${column}' attribute of the '${table.logicalName}' entity ` +
        `exceeded the maximum allowed length of '${maxLength}'.`,
    );
  }
  // Dataverse stores no empty texts: they read back as null.
  return value === '' ? null : value;
}

function readNumber(table: Table, column: DecimalColumn | MoneyColumn, value: number): number {
  if (value < column.minimum || value > column.maximum) throw outOfRange('0x80044330', table, column.logicalName);
  if (column.type === 'double') return value;
  return roundTo(value, column.type === 'money' && column.precisionSource !== 0 ? 4 : column.precision);
}

/** Half away from zero on the decimal digits that were written, not on their binary neighbour. */
export function roundTo(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = Math.abs(value).toString().split('e');
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + places}`));
  return Math.sign(value) * Number(`${shifted}e${-places}`) || 0;
}

function readOption(table: Table, column: ChoiceColumn, value: number): number {
  if (!column.optionSet.options.some((option) => option.value === value)) {
    throw optionOutOfRange(table, column, String(value));
  }
  return value;
}

function readOptions(
  table: Table,
  column: ChoiceColumn,
  text: string,
  wrong: () => DataverseError,
): readonly number[] | null {
  if (text.trim() === '') return null;
  const values = text.split(',').map((part) => Number(part));
  if (!values.every(Number.isInteger)) throw wrong();
  for (const value of values) readOption(table, column, value);
  return [...new Set(values)].sort((left, right) => left - right);
}

function optionOutOfRange(table: Table, column: ChoiceColumn, value: string): DataverseError {
  const accepted = column.optionSet.options.map((option) => option.value).join(',');
  return new DataverseError(
    400,
    '0x8004431a',
    `A validation error occurred. The value ${value} of '${column.logicalName}' on record of type ` +
      `'${table.logicalName}' is outside the valid range. Accepted Values: ${accepted}`,
  );
}

function outOfRange(code: string, table: Table, column: string): DataverseError {
  return new DataverseError(
    400,
    code,
    `A validation error occurred. The value of '${column}' on record of type '${table.logicalName}' is outside the valid range.`,
  );
}

function literal(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function raise(error: Error): never {
  throw error;
}
