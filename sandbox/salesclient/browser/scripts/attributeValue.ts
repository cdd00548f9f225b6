import { scriptDate, storedDay } from '../dataverse/days';
import type { ColumnDefinition } from '../dataverse/metadata';
import type { Entered } from '../dataverse/record';

/** A lookup's value for scripts. */
export interface ScriptLookup {
  readonly id: string;
  readonly name: string;
  readonly entityType: string;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function textOf(value: unknown, key: string): string | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** Forms write ids in braces and capitals. */
export function formId(id: string): string {
  return id === '' ? '' : `{${id.toUpperCase()}}`;
}

/** The value as `getValue` of the column's kind of attribute answers it. */
export function scriptValue(column: ColumnDefinition, value: Entered): unknown {
  if (value === null) return null;
  if (typeof value === 'object') {
    const { lookup } = value;
    if (lookup === null) return null;
    const { name, entityType } = lookup;
    return [{ id: formId(lookup.id), name, entityType }];
  }
  return column.kind === 'date' && typeof value === 'string' ? (scriptDate(column, value) ?? null) : value;
}

function lookupEntered(column: ColumnDefinition, value: unknown): Entered {
  if (!isList(value) || value.length > 1) throw new Error(`setValue of ${column.name} takes a list with one record.`);
  if (value.length === 0) return { lookup: null };
  const id = textOf(value[0], 'id');
  const entityType = textOf(value[0], 'entityType');
  if (id === undefined || entityType === undefined)
    throw new Error(`setValue of ${column.name} takes a record with id and entityType.`);
  if (!column.targets.some(({ table }) => table === entityType))
    throw new Error(`setValue of ${column.name} does not take a record of ${entityType}.`);
  return { lookup: { id: id.replace(/[{}]/g, '').toLowerCase(), entityType, name: textOf(value[0], 'name') ?? '' } };
}

const typeOfKind: Readonly<Partial<Record<ColumnDefinition['kind'], string>>> = {
  text: 'string',
  memo: 'string',
  number: 'number',
  boolean: 'boolean',
  choice: 'number',
};

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function dateEntered(column: ColumnDefinition, value: unknown): Entered {
  if (!(value instanceof Date)) throw new Error(`setValue of ${column.name} takes a Date.`);
  if (column.date?.withoutTime !== true)
    throw new Error(`The sandbox does not emulate setValue of ${column.name}: it has a time of day.`);
  return storedDay(column, `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`);
}

/** @throws {Error} when the value is none for this kind of column */
export function enteredValue(column: ColumnDefinition, value: unknown): Entered {
  if (column.kind === 'lookup') return value === null ? { lookup: null } : lookupEntered(column, value);
  if (value === null) return null;
  if (column.kind === 'date') return dateEntered(column, value);
  const wanted = typeOfKind[column.kind];
  if (wanted === undefined) throw new Error(`The sandbox does not emulate setValue of ${column.name}.`);
  if (typeof value !== wanted) throw new Error(`setValue of ${column.name} takes a ${wanted}.`);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
