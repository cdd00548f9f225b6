/** A calendar date, `yyyy-mm-dd`. Business Central's empty date is `0001-01-01`. */
export type CalendarDate = string;

export const EMPTY_DATE: CalendarDate = '0001-01-01';

const DAY = 86_400_000;

export function isCalendarDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && toDate(at) === text;
}

function toDate(milliseconds: number): CalendarDate {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return toDate(Date.parse(`${date}T00:00:00Z`) + days * DAY);
}

export function daysBetween(first: CalendarDate, second: CalendarDate): number {
  return Math.round((Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY);
}

/** The same day of another month; a day that the month does not have becomes its last. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 1, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return toDate(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

export function endOfMonth(date: CalendarDate): CalendarDate {
  return addDays(addMonths(`${date.slice(0, 8)}01`, 1), -1);
}

/**
 * Applies a date formula such as `14D`, `1M`, `CM`, `CM+8D`, `-1W`, `1Y`. Throws RangeError on a formula it does not know.
 * Source: Business Central, "Working with calendar dates and times".
 */
export function applyDateFormula(date: CalendarDate, formula: string): CalendarDate {
  const terms = formula.trim().match(/[+-]?(?:C[MY]|\d+[DWMY])/g) ?? [];
  if (terms.join('').length !== formula.replaceAll(/\s/g, '').length) {
    throw new RangeError(`Unknown date formula "${formula}".`);
  }
  return terms.reduce((current, term) => applyTerm(current, term), date);
}

function applyTerm(date: CalendarDate, term: string): CalendarDate {
  const sign = term.startsWith('-') ? -1 : 1;
  const text = term.replace(/^[+-]/, '');
  if (text === 'CM') {
    return sign > 0 ? endOfMonth(date) : `${date.slice(0, 8)}01`;
  }
  if (text === 'CY') {
    return sign > 0 ? `${date.slice(0, 4)}-12-31` : `${date.slice(0, 4)}-01-01`;
  }
  const count = sign * Number(text.slice(0, -1));
  switch (text.at(-1)) {
    case 'D':
      return addDays(date, count);
    case 'W':
      return addDays(date, count * 7);
    case 'M':
      return addMonths(date, count);
    default:
      return addMonths(date, count * 12);
  }
}
