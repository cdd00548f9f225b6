import { addDays, calendarDate, type CalendarDate } from './calendarDate';

/** A row of Business Central's Accounting Period table, of which some start a fiscal year. */
export interface AccountingPeriod {
  readonly startingDate: CalendarDate;
  readonly newFiscalYear: boolean;
}

export interface DateRange {
  readonly from: CalendarDate;
  /** Included. */
  readonly to: CalendarDate;
}

export interface FiscalYears {
  readonly thisYear: DateRange;
  /** `null` when the company has no earlier fiscal year. */
  readonly lastYear: DateRange | null;
}

/** Business Central's last day: the end of a fiscal year after which no other has been created. */
const LAST_DAY = calendarDate('9999-12-31');

/** A fiscal year of which only the beginning is known. */
export function fiscalYearFrom(start: CalendarDate): DateRange {
  return { from: start, to: LAST_DAY };
}

/**
 * The whole fiscal year that holds `today`, sales posted ahead of today included, and the whole one before it;
 * `null` when no fiscal year has begun. Years can be of any length.
 * Source: Business Central, codeunit 358 "DateFilter-Calc", CreateFiscalYearFilter.
 */
export function fiscalYearsAt(today: CalendarDate, periods: Iterable<AccountingPeriod>): FiscalYears | null {
  const starts = [...periods]
    .filter((period) => period.newFiscalYear)
    .map((period) => period.startingDate)
    .sort();
  const begun = starts.filter((date) => date <= today);
  const start = begun[begun.length - 1];
  if (start === undefined) return null;
  const previous = begun[begun.length - 2];
  const next = starts[begun.length];
  return {
    thisYear: next === undefined ? fiscalYearFrom(start) : { from: start, to: addDays(next, -1) },
    lastYear: previous === undefined ? null : { from: previous, to: addDays(start, -1) },
  };
}
