/** `context.formatting` by the user's region; a day without time is given as local midnight, as the platform does. */
export function controlFormatting(locale: string): ComponentFramework.Formatting {
  const date = (options: Intl.DateTimeFormatOptions) => (value: Date) =>
    new Intl.DateTimeFormat(locale, options).format(value);
  const number = (value: number, digits: number): string =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  return {
    // The user's own currency pattern, with another symbol in its place when one is given.
    formatCurrency: (value, precision = 2, symbol) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: 'GBP',
        minimumFractionDigits: precision,
        maximumFractionDigits: precision,
      })
        .formatToParts(value)
        .map((part) => (part.type === 'currency' && symbol !== undefined ? symbol : part.value))
        .join(''),
    formatDecimal: (value, precision = 2) => number(value, precision),
    formatInteger: (value) => number(value, 0),
    formatDateAsFilterStringInUTC: (value, includeTime = false) =>
      includeTime ? value.toISOString() : value.toISOString().slice(0, 10),
    formatDateLong: date({ dateStyle: 'long' }),
    formatDateLongAbbreviated: date({ dateStyle: 'medium' }),
    formatDateShort: (value, includeTime = false) =>
      date(includeTime ? { dateStyle: 'short', timeStyle: 'short' } : { dateStyle: 'short' })(value),
    formatDateYearMonth: date({ year: 'numeric', month: 'long' }),
    formatLanguage: (value) => String(value),
    formatTime: date({ timeStyle: 'short' }),
    getWeekOfYear: (value) => {
      const start = Date.UTC(value.getFullYear(), 0, 1);
      const day = Date.UTC(value.getFullYear(), value.getMonth(), value.getDate());
      return Math.floor((day - start) / (7 * 86_400_000)) + 1;
    },
  };
}
