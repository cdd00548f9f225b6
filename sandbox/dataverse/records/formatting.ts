import type { UserSettings } from './userSettings';

/** A number with the user's symbols and exactly `places` decimals. */
export function formatNumber(value: number, places: number, settings: UserSettings): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(places).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, settings.groupSeparator);
  const sign = value < 0 && Number(value.toFixed(places)) !== 0 ? '-' : '';
  return fraction === '' ? `${sign}${grouped}` : `${sign}${grouped}${settings.decimalSymbol}${fraction}`;
}

/** An amount with its currency symbol in front. */
export function formatMoney(value: number, places: number, symbol: string, settings: UserSettings): string {
  const text = formatNumber(value, places, settings);
  return text.startsWith('-') ? `-${symbol}${text.slice(1)}` : `${symbol}${text}`;
}

/** A calendar date, `YYYY-MM-DD`, in the user's pattern. */
export function formatDate(date: string, settings: UserSettings): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return fill(settings.dateFormat, { year, month, day, hour: 0, minute: 0 }, settings);
}

/** An instant in the user's time zone and patterns; the date only when `dateOnly`. */
export function formatInstant(instant: string, dateOnly: boolean, settings: UserSettings): string {
  const local = localParts(new Date(instant), settings.timeZone);
  const date = fill(settings.dateFormat, local, settings);
  return dateOnly ? date : `${date} ${fill(settings.timeFormat, local, settings)}`;
}

/** Year to second of an instant on the clocks of a time zone. */
export interface LocalParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of the zone show at the instant. */
export function localParts(instant: Date, timeZone: string): LocalParts {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') };
}

function fill(pattern: string, parts: LocalParts, settings: UserSettings): string {
  const twelve = parts.hour % 12 === 0 ? 12 : parts.hour % 12;
  const two = (value: number): string => String(value).padStart(2, '0');
  const texts: Readonly<Record<string, string>> = {
    yyyy: String(parts.year).padStart(4, '0'),
    yy: two(parts.year % 100),
    MM: two(parts.month),
    M: String(parts.month),
    dd: two(parts.day),
    d: String(parts.day),
    HH: two(parts.hour),
    H: String(parts.hour),
    hh: two(twelve),
    h: String(twelve),
    mm: two(parts.minute),
    m: String(parts.minute),
    tt: parts.hour < 12 ? 'AM' : 'PM',
    '/': settings.dateSeparator,
    ':': settings.timeSeparator,
  };
  return pattern.replace(/yyyy|yy|MM?|dd?|HH?|hh?|mm?|tt|[/:]/g, (token) => texts[token] ?? token);
}
