import type { ColumnDefinition } from './metadata';

/** The time zone of every user of the sandbox (time zone code 85). */
export const userTimeZone = 'Europe/London';

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  clocks.set(timeZone, known);
  return known;
}

/** What the clocks of the zone show at the instant, as if it were UTC: milliseconds since 1970. */
function wallTime(instant: number, timeZone: string): number {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

function localDate(wall: Date): Date {
  return new Date(
    wall.getUTCFullYear(),
    wall.getUTCMonth(),
    wall.getUTCDate(),
    wall.getUTCHours(),
    wall.getUTCMinutes(),
    wall.getUTCSeconds(),
  );
}

function hasZone(column: ColumnDefinition): boolean {
  return column.date?.behavior === 'UserLocal';
}

/**
 * A stored date as the platform gives it to scripts and components: the reading of the user's calendar and clock, so that
 * a day is its local midnight. Undefined when the text is no date.
 */
export function scriptDate(column: ColumnDefinition, stored: string, timeZone = userTimeZone): Date | undefined {
  const instant = Date.parse(stored);
  if (Number.isNaN(instant)) return undefined;
  return localDate(new Date(hasZone(column) ? wallTime(instant, timeZone) : instant));
}

/** The calendar day, `YYYY-MM-DD`, on which the user finds a stored date. */
export function dayOf(column: ColumnDefinition, stored: string, timeZone = userTimeZone): string | undefined {
  const instant = Date.parse(stored);
  if (Number.isNaN(instant)) return undefined;
  return new Date(hasZone(column) ? wallTime(instant, timeZone) : instant).toISOString().slice(0, 10);
}

/** A calendar day as the Web API takes it for the column: the user's midnight where the column keeps an instant. */
export function storedDay(column: ColumnDefinition, day: string, timeZone = userTimeZone): string {
  if (column.date?.behavior === 'DateOnly') return day;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const instant = hasZone(column) ? midnight - (wallTime(midnight, timeZone) - midnight) : midnight;
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}
