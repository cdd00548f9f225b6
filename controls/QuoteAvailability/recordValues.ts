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
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/**
 * A lookup of a data set: an EntityReference, whose id is an object, or on some clients a LookupValue or a list with
 * one of either.
 * @param name the formatted value
 */
export function referenceOf(value: unknown, name: string): Reference | null {
  const id = fieldOf(Array.isArray(value) ? value[0] : value, 'id');
  const guid = fieldOf(id, 'guid') ?? id;
  return typeof guid === 'string' && guid !== '' ? { id: normalizedId(guid), name } : null;
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
