/** What the platform formats for a user: a locale and a time zone, independent of the machine's. */
export function fakeFormatting(locale: string, offsetMinutes: number): ComponentFramework.Formatting {
  const number = (value: number, digits: number): string =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  const inZone = (value: Date, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(value.getTime() + offsetMinutes * 60_000);
  // Days without time are read from the local fields of the Date, as the platform does.
  const day = (value: Date): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
      Date.UTC(value.getFullYear(), value.getMonth(), value.getDate()),
    );
  return {
    formatCurrency: (value, precision = 2, symbol = '¤') =>
      new Intl.NumberFormat(locale, {
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
