/**
 * A day of the calendar without time or zone, `YYYY-MM-DD`, as Business Central's Date and Dataverse's DateOnly
 * write it. Never passed through a local `Date`: `new Date('2026-01-31').getDate()` is 30 west of Greenwich.
 */
export type CalendarDate = string & { readonly __calendarDate: unique symbol };

const MILLISECONDS_PER_DAY = 86_400_000;
const PATTERN = /^(?!0000)\d{4}-\d\d-\d\d$/;

/** The day on which an instant is in Greenwich. @param instant milliseconds since 1970 */
export function utcDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** True when `text` is an existing day, 29 February of a common year not being one. */
export function isCalendarDate(text: string): text is CalendarDate {
  // A text with a day alone is UTC (ECMAScript, Date Time String Format); some engines read 31 April as 1 May.
  const instant = PATTERN.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(instant) && utcDay(instant) === text;
}

/** @throws {RangeError} when `text` is not an existing day written `YYYY-MM-DD`. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`"${text}" is not a day written YYYY-MM-DD.`);
  return text;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return calendarDate(utcDay(Date.parse(date) + days * MILLISECONDS_PER_DAY));
}

/** The later of two days; `null` counts as earlier than any. */
export function laterDate(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
