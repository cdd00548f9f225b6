import { isCalendarDate, type CalendarDate } from '../../domain/calendarDate';
import { normalizedId } from '../shared/boundLookup';

/** What a lookup holds. */
export interface Reference {
  /** Without braces, in lower case. */
  readonly id: string;
  /** '' when the platform did not send it. */
  readonly name: string;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}

/**
 * A lookup of a data set: an EntityReference, whose id is an object, or on some clients a LookupValue or a list with
 * one of either.
 */
export function referenceOf(value: unknown, formatted: string): Reference | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const id = fieldOf(first, 'id');
  const guid = typeof id === 'string' ? id : fieldOf(id, 'guid');
  if (typeof guid !== 'string' || guid === '') return null;
  const name = fieldOf(first, 'name');
  return { id: normalizedId(guid), name: typeof name === 'string' && name !== '' ? name : formatted };
}

/** `null` when the column is empty or holds no number. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** Two-option columns come as booleans, or as their option's value. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === '1';
}

/**
 * The day of a date column. The platform hands over a Date whose local fields show the user's day, both for DateOnly
 * and for UserLocal columns; a text without a time is the day itself.
 */
export function dayOf(value: unknown): CalendarDate | null {
  if (typeof value === 'string' && isCalendarDate(value)) return value;
  const date = typeof value === 'string' && value !== '' ? new Date(value) : value;
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) return null;
  const digits = (number: number, length: number): string => String(number).padStart(length, '0');
  const text = [digits(date.getFullYear(), 4), digits(date.getMonth() + 1, 2), digits(date.getDate(), 2)].join('-');
  return isCalendarDate(text) ? text : null;
}
