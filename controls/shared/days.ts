import { calendarDate, utcDay, type CalendarDate } from '../../domain/calendarDate';
import { once } from './once';
import { fill, type Texts } from './texts';

/** Texts of days in sentences. */
export type DayTextKey = 'LanguageTag' | 'Day_Today' | 'Day_On';

/** Days in the words of the texts' language, with the year when it is another one than today's. */
export interface Days {
  readonly today: CalendarDate;
  /** "4 December" */
  readonly name: (date: CalendarDate) => string;
  /** "4 Dec" */
  readonly shortName: (date: CalendarDate) => string;
  /** "today" or "on 4 December" */
  readonly when: (date: CalendarDate) => string;
}

const MILLISECONDS_PER_MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The day on which the user is.
 * @param now milliseconds since 1970
 * @throws {RangeError} when the clock is beyond the year 9999
 */
export function todayOf(user: ComponentFramework.UserSettings, now: number): CalendarDate {
  return calendarDate(utcDay(now + user.getTimeZoneOffsetMinutes(new Date(now)) * MILLISECONDS_PER_MINUTE));
}

export function createDays(today: CalendarDate, texts: Texts<DayTextKey>): Days {
  const languageTag = texts('LanguageTag');
  const write = (date: CalendarDate, month: 'long' | 'short'): string => {
    const year = date.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
    const make = (): Intl.DateTimeFormat =>
      new Intl.DateTimeFormat(languageTag, { day: 'numeric', month, year, timeZone: 'UTC' });
    return once(formats, [languageTag, month, year].join(), make).format(Date.parse(date));
  };
  const name = (date: CalendarDate): string => write(date, 'long');
  return {
    today,
    name,
    shortName: (date) => write(date, 'short'),
    when: (date) => (date === today ? texts('Day_Today') : fill(texts('Day_On'), { day: name(date) })),
  };
}
