/**
 * A day of the calendar without time or zone, `YYYY-MM-DD`, as Business Central's Date and Dataverse's DateOnly
 * write it. Never passed through a local `Date`: `new Date('2026-01-31').getDate()` is 30 west of Greenwich.
 */
export type CalendarDate = string & { readonly __calendarDate: unique symbol };

const MILLISECONDS_PER_DAY = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / MILLISECONDS_PER_DAY;
}

function textOfDay(days: number): string {
  return new Date(days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

function toDayNumber(date: CalendarDate): number {
  return dayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/** True when `text` is an existing day, 29 February of a common year not being one. */
export function isCalendarDate(text: string): text is CalendarDate {
  const match = PATTERN.exec(text);
  if (!match) return false;
  const [, year, month, day] = match.map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 100) return text === '0001-01-01';
  return textOfDay(dayNumber(year, month, day)) === text;
}

/** @throws {RangeError} when `text` is not an existing day written `YYYY-MM-DD`. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`"${text}" is not a day written YYYY-MM-DD.`);
  return text;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return calendarDate(textOfDay(toDayNumber(date) + days));
}

/** The later of two days; `null` counts as earlier than any. */
export function laterDate(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
