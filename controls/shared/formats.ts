import type { CalendarDate } from '../../domain/calendarDate';

const MILLISECONDS_PER_MINUTE = 60_000;
const MILLISECONDS_PER_DAY = 86_400_000;

interface CurrencyStyle {
  readonly symbol: string;
  readonly decimals: number;
}

const currencyStyles = new Map<string, CurrencyStyle>();
const percentFormats = new Map<string, Intl.NumberFormat>();
const pluralRules = new Map<string, Intl.PluralRules>();

/** Making one of Intl's objects costs more than using it a hundred times. */
function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** "DKK 5" and not "DKK5": the platform sets the symbol as close to the number as it would set its own. */
const apart = (symbol: string): string => symbol.replace(/[a-z]$/i, '$&\u00a0');

/**
 * The symbol that tells this currency from every other in the language ("$" is US dollars in English, Canadian ones
 * are "CA$") and its decimal places. Business Central allows codes that are not ISO's: those are their own symbol.
 */
function currencyStyle(languageTag: string, code: string): CurrencyStyle {
  try {
    const format = new Intl.NumberFormat(languageTag, { style: 'currency', currency: code });
    const symbol = format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? code;
    return { symbol: apart(symbol), decimals: format.resolvedOptions().maximumFractionDigits ?? 2 };
  } catch {
    // Not three letters: Intl refuses it with a RangeError.
    return { symbol: apart(code), decimals: 2 };
  }
}

/**
 * Amounts and dates as the user's settings want them, through the platform.
 * formatCurrency puts the symbol it is given into the user's own pattern; without one it takes the organization's,
 * which need not be the figure's. Source: Microsoft Learn, formatCurrency(value, precision, symbol).
 */
export class Formats {
  /** @param languageTag language of the texts, for what the platform does not format: percentages and plurals */
  constructor(
    private readonly platform: ComponentFramework.Formatting,
    private readonly user: ComponentFramework.UserSettings,
    private readonly languageTag: string,
  ) {}

  amount(value: number, currencyCode: string): string {
    const { symbol, decimals } = this.currency(currencyCode);
    return this.platform.formatCurrency(value, decimals, symbol).trim();
  }

  /** Without the symbol, where a heading names the currency. */
  plainAmount(value: number, currencyCode: string): string {
    return this.platform.formatDecimal(value, this.currency(currencyCode).decimals);
  }

  count(value: number): string {
    return this.platform.formatInteger(value);
  }

  /** @param share 0.83 for 83 % */
  percent(share: number): string {
    const { languageTag } = this;
    return once(percentFormats, languageTag, () => new Intl.NumberFormat(languageTag, { style: 'percent' })).format(
      share,
    );
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

  private currency(code: string): CurrencyStyle {
    return once(currencyStyles, `${this.languageTag} ${code}`, () => currencyStyle(this.languageTag, code));
  }

  private dayNumber(instant: number): number {
    const offset = this.user.getTimeZoneOffsetMinutes(new Date(instant)) * MILLISECONDS_PER_MINUTE;
    return Math.floor((instant + offset) / MILLISECONDS_PER_DAY);
  }
}
