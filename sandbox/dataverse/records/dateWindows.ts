import { Temporal } from 'temporal-polyfill';

import type { UserSettings } from './userSettings';

/** A span of time, `from` included and `to` not; an open side is undefined. */
export interface DateWindow {
  readonly from: Temporal.ZonedDateTime | undefined;
  readonly to: Temporal.ZonedDateTime | undefined;
}

type Unit = 'days' | 'weeks' | 'months' | 'years' | 'hours' | 'minutes';
type Zoned = Temporal.ZonedDateTime;

/** Operators that take no number: their span from the start of today and of this week. */
const fixed: Readonly<Record<string, (day: Zoned, week: Zoned) => readonly [Zoned, Zoned]>> = {
  today: (day) => [day, day.add({ days: 1 })],
  yesterday: (day) => [day.subtract({ days: 1 }), day],
  tomorrow: (day) => [day.add({ days: 1 }), day.add({ days: 2 })],
  'this-week': (_day, week) => [week, week.add({ days: 7 })],
  'last-week': (_day, week) => [week.subtract({ days: 7 }), week],
  'next-week': (_day, week) => [week.add({ days: 7 }), week.add({ days: 14 })],
  'this-month': (day) => monthSpan(day, 0),
  'last-month': (day) => monthSpan(day, -1),
  'next-month': (day) => monthSpan(day, 1),
  'this-year': (day) => yearSpan(day, 0),
  'last-year': (day) => yearSpan(day, -1),
  'next-year': (day) => yearSpan(day, 1),
};

const counted = /^(last|next|older-than)-x-(minutes|hours|days|weeks|months|years)$/;

/** True for date operators that are relative to now and covered. */
export function isRelativeDate(operator: string): boolean {
  return (
    operator in fixed || counted.test(operator) || operator === 'last-seven-days' || operator === 'next-seven-days'
  );
}

/**
 * The span that a relative date operator of FetchXML means at this instant, on the user's clock.
 * `last-x` reaches from the start of the first day until now, `next-x` from now to the end of the last day;
 * hours count from the start of the hour. Source: learn.microsoft.com, FetchXML "condition operators", Date and time.
 * @param count the x of the operator
 */
export function dateWindow(operator: string, count: number, now: Date, settings: UserSettings): DateWindow {
  const present = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(settings.timeZone);
  const day = present.startOfDay();
  const span = fixed[operator];
  if (span !== undefined) {
    const [from, to] = span(day, day.subtract({ days: (day.dayOfWeek - settings.firstDayOfWeek + 7) % 7 }));
    return { from, to };
  }
  if (operator === 'last-seven-days') return { from: day.subtract({ days: 7 }), to: present };
  if (operator === 'next-seven-days') return { from: present, to: day.add({ days: 8 }) };
  const [, direction, word] = counted.exec(operator) ?? [];
  return countedWindow(direction ?? '', unitOf(word), count, present);
}

function countedWindow(direction: string, unit: Unit, count: number, present: Zoned): DateWindow {
  const start = unit === 'hours' || unit === 'minutes' ? startOf(unit, present) : present.startOfDay();
  if (direction === 'older-than') return { from: undefined, to: start.subtract({ [unit]: count }) };
  if (direction === 'last') return { from: start.subtract({ [unit]: count }), to: present };
  const end = start.add({ [unit]: count });
  return { from: present, to: unit === 'hours' || unit === 'minutes' ? end : end.add({ days: 1 }) };
}

function startOf(unit: 'hours' | 'minutes', present: Zoned): Zoned {
  return present.round({ smallestUnit: unit === 'hours' ? 'hour' : 'minute', roundingMode: 'floor' });
}

function unitOf(word: string | undefined): Unit {
  const units: readonly Unit[] = ['days', 'weeks', 'months', 'years', 'hours', 'minutes'];
  return units.find((unit) => unit === word) ?? 'days';
}

function monthSpan(day: Zoned, offset: number): readonly [Zoned, Zoned] {
  const first = day.with({ day: 1 }).add({ months: offset });
  return [first, first.add({ months: 1 })];
}

function yearSpan(day: Zoned, offset: number): readonly [Zoned, Zoned] {
  const first = day.with({ month: 1, day: 1 }).add({ years: offset });
  return [first, first.add({ years: 1 })];
}

/** Whether a stored instant (`…Z`) or calendar date (`YYYY-MM-DD`) lies in the span. */
export function windowTest(window: DateWindow, isCalendarDate: boolean): (value: string) => boolean {
  const bound = (moment: Zoned | undefined): string | undefined =>
    isCalendarDate ? moment?.toPlainDate().toString() : moment?.toInstant().toString({ smallestUnit: 'second' });
  const from = bound(window.from);
  const to = bound(window.to);
  // A calendar date has no hour: a span that ends within a day includes that day.
  const endsInDay = isCalendarDate && window.to !== undefined && !window.to.equals(window.to.startOfDay());
  return (value) =>
    (from === undefined || value >= from) && (to === undefined || value < to || (endsInDay && value === to));
}

/** The span of one calendar day on the user's clock. */
export function dayWindow(date: string, settings: UserSettings): DateWindow {
  const from = Temporal.PlainDate.from(date).toZonedDateTime(settings.timeZone);
  return { from, to: from.add({ days: 1 }) };
}
