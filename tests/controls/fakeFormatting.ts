const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${Object.values(options).join(' ')}`;
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(locale, options);
  numberFormats.set(key, format);
  return format;
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.values(options).join(' ')}`;
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, format);
  return format;
}

/** What the platform formats for a user: a locale and a time zone, independent of the machine's. */
export function fakeFormatting(locale: string, offsetMinutes: number): ComponentFramework.Formatting {
  const number = (value: number, digits: number): string =>
    numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  const inZone = (value: Date, options: Intl.DateTimeFormatOptions): string =>
    dateFormat(locale, { ...options, timeZone: 'UTC' }).format(value.getTime() + offsetMinutes * 60_000);
  // Days without time are read from the local fields of the Date, as the platform does.
  const day = (value: Date): string =>
    dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
      Date.UTC(value.getFullYear(), value.getMonth(), value.getDate()),
    );
  return {
    formatCurrency: (value, precision = 2, symbol = '¤') =>
      numberFormat(locale, {
        style: 'currency',
        currency: 'EUR',
        minimumFractionDigits: precision,
        maximumFractionDigits: precision,
      })
        .formatToParts(value)
        .map((part) => (part.type === 'currency' ? symbol : part.value))
        .join(''),
    formatDecimal: (value, precision = 2) => number(value, precision),
    formatInteger: (value) => number(value, 0),
    formatDateShort: (value, includeTime = false) =>
      includeTime ? inZone(value, { dateStyle: 'medium', timeStyle: 'short' }) : day(value),
    formatTime: (value) => inZone(value, { timeStyle: 'short' }),
    formatDateAsFilterStringInUTC: (value) => value.toISOString(),
    formatDateLong: day,
    formatDateLongAbbreviated: day,
    formatDateYearMonth: day,
    formatLanguage: String,
    getWeekOfYear: () => 1,
  };
}
