import { isCalendarDate, type CalendarDate } from '../../domain/calendarDate';
import { once } from './formats';
import { fill, type Texts } from './texts';

/** Texts of days in sentences. */
export type DayTextKey = 'LanguageTag' | 'Day_Today' | 'Day_On';

const MILLISECONDS_PER_MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The day on which the user is.
 * @param now milliseconds since 1970
 * @throws {RangeError} when the clock is beyond the year 9999
 */
export function todayOf(user: ComponentFramework.UserSettings, now: number): CalendarDate {
  const offset = user.getTimeZoneOffsetMinutes(new Date(now)) * MILLISECONDS_PER_MINUTE;
  const day = new Date(now + offset).toISOString().slice(0, 10);
  if (!isCalendarDate(day)) throw new RangeError(day);
  return day;
}

/** Days in the words of the texts' language: "today", "4 December", with the year when it is another one. */
export class Days {
  constructor(
    readonly today: CalendarDate,
    private readonly texts: Texts<DayTextKey>,
  ) {}

  /** "4 December" */
  name(date: CalendarDate): string {
    return this.write(date, 'long');
  }

  /** "4 Dec" */
  shortName(date: CalendarDate): string {
    return this.write(date, 'short');
  }

  /** "today" or "on 4 December" */
  when(date: CalendarDate): string {
    return date === this.today ? this.texts('Day_Today') : fill(this.texts('Day_On'), { day: this.name(date) });
  }

  private write(date: CalendarDate, month: 'long' | 'short'): string {
    const languageTag = this.texts('LanguageTag');
    const year = date.slice(0, 4) === this.today.slice(0, 4) ? undefined : 'numeric';
    const make = (): Intl.DateTimeFormat =>
      new Intl.DateTimeFormat(languageTag, { day: 'numeric', month, year, timeZone: 'UTC' });
    return once(formats, [languageTag, month, year].join(), make).format(Date.parse(date));
  }
}
