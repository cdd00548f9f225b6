import type { CalendarDate } from '../../domain/calendarDate';

const MILLISECONDS_PER_MINUTE = 60_000;
const MILLISECONDS_PER_DAY = 86_400_000;

const pluralRules = new Map<string, Intl.PluralRules>();

/** Making one of Intl's objects costs more than using it a hundred times. */
export function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** Counts and dates as the user's settings want them, through the platform. */
export class Formats {
  /** @param languageTag language of the texts, for what the platform does not format: percentages and plurals */
  constructor(
    protected readonly platform: ComponentFramework.Formatting,
    private readonly user: ComponentFramework.UserSettings,
    protected readonly languageTag: string,
  ) {}

  count(value: number): string {
    return this.platform.formatInteger(value);
  }

  isOne(count: number): boolean {
    const { languageTag } = this;
    return once(pluralRules, languageTag, () => new Intl.PluralRules(languageTag)).select(count) === 'one';
  }

  /** formatDateShort reads the local fields of a Date; noon keeps the day whatever zone it is moved to. */
  day(date: CalendarDate): string {
    const [year = 1, month = 1, day = 1] = date.split('-').map(Number);
    return this.platform.formatDateShort(new Date(year, month - 1, day, 12));
  }

  time(instant: number): string {
    return this.platform.formatTime(new Date(instant), 1);
  }

  dayAndTime(instant: number): string {
    return this.platform.formatDateShort(new Date(instant), true);
  }

  /** Midnights of the user's time zone between two instants: 0 on the same day. */
  daysApart(earlier: number, later: number): number {
    return this.dayNumber(later) - this.dayNumber(earlier);
  }

  private dayNumber(instant: number): number {
    const offset = this.user.getTimeZoneOffsetMinutes(new Date(instant)) * MILLISECONDS_PER_MINUTE;
    return Math.floor((instant + offset) / MILLISECONDS_PER_DAY);
  }
}
