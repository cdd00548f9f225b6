import { daysBetween, type CalendarDate } from '../../domain/calendarDate';
import { todayOf } from './days';

/** Counts and dates as the user's settings want them, through the platform. */
export interface Formats {
  readonly count: (value: number) => string;
  readonly day: (date: CalendarDate) => string;
  /** @param instant milliseconds since 1970 */
  readonly time: (instant: number) => string;
  readonly dayAndTime: (instant: number) => string;
  /** Midnights of the user's time zone between two instants: 0 on the same day. */
  readonly daysApart: (earlier: number, later: number) => number;
}

export function createFormats(platform: ComponentFramework.Formatting, user: ComponentFramework.UserSettings): Formats {
  return {
    count: (value) => platform.formatInteger(value),
    // formatDateShort reads the local fields of a Date; noon keeps the day whatever zone it is moved to.
    day: (date) => platform.formatDateShort(new Date(`${date}T12:00`)),
    time: (instant) => platform.formatTime(new Date(instant), 1),
    dayAndTime: (instant) => platform.formatDateShort(new Date(instant), true),
    daysApart: (earlier, later) => daysBetween(todayOf(user, earlier), todayOf(user, later)),
  };
}
