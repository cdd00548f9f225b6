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
  return Object.getOwnPropertyDescriptor(value ?? {}, name)?.value;
}

/**
 * A lookup of a data set: an EntityReference, whose id is an object, or on some clients a LookupValue or a list with
 * one of either.
 */
export function referenceOf(value: unknown, formatted: string): Reference | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const id = fieldOf(first, 'id');
  const guid = fieldOf(id, 'guid') ?? id;
  if (typeof guid !== 'string' || guid === '') return null;
  const name = fieldOf(first, 'name');
  return { id: normalizedId(guid), name: typeof name === 'string' && name !== '' ? name : formatted };
}

/**
 * The day of a date column; `null` when it is empty. The platform hands over a Date whose local fields show the user's
 * day, both for DateOnly and for UserLocal columns, and on some clients a text that begins with the day.
 */
export function dayOf(value: unknown): CalendarDate | null {
  const text =
    value instanceof Date ? new Date(Date.UTC(value.getFullYear(), value.getMonth(), value.getDate())).toJSON() : value;
  const day = typeof text === 'string' ? text.slice(0, 10) : '';
  return isCalendarDate(day) ? day : null;
}
