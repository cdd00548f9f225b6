import { daysBetween, type CalendarDate } from '../../domain/calendarDate';
import { todayOf } from './days';
import { once } from './once';

const pluralRules = new Map<string, Intl.PluralRules>();

/** Counts and dates as the user's settings want them, through the platform. */
export interface Formats {
  readonly count: (value: number) => string;
  readonly isOne: (count: number) => boolean;
  readonly day: (date: CalendarDate) => string;
  /** @param instant milliseconds since 1970 */
  readonly time: (instant: number) => string;
  readonly dayAndTime: (instant: number) => string;
  /** Midnights of the user's time zone between two instants: 0 on the same day. */
  readonly daysApart: (earlier: number, later: number) => number;
}

/** @param languageTag language of the texts, for what the platform does not format: plurals */
export function createFormats(
  platform: ComponentFramework.Formatting,
  user: ComponentFramework.UserSettings,
  languageTag: string,
): Formats {
  return {
    count: (value) => platform.formatInteger(value),
    isOne: (count) => once(pluralRules, languageTag, () => new Intl.PluralRules(languageTag)).select(count) === 'one',
    // formatDateShort reads the local fields of a Date; noon keeps the day whatever zone it is moved to.
    day: (date) => platform.formatDateShort(new Date(`${date}T12:00`)),
    time: (instant) => platform.formatTime(new Date(instant), 1),
    dayAndTime: (instant) => platform.formatDateShort(new Date(instant), true),
    daysApart: (earlier, later) => daysBetween(todayOf(user, earlier), todayOf(user, later)),
  };
}
