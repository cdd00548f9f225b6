import { addDays, type CalendarDate } from './calendarDate';

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

/**
 * The fiscal year that holds `today`, up to today, and the whole one before it;
 * `null` when no fiscal year has begun. Years can be of any length.
 * Source: Business Central, codeunit DateFilter-Calc, CreateFiscalYearFilter.
 */
export function fiscalYearsAt(today: CalendarDate, periods: Iterable<AccountingPeriod>): FiscalYears | null {
  const starts = [...periods]
    .filter((period) => period.newFiscalYear && period.startingDate <= today)
    .map((period) => period.startingDate)
    .sort();
  const start = starts[starts.length - 1];
  if (start === undefined) return null;
  const previous = starts[starts.length - 2];
  return {
    thisYear: { from: start, to: today },
    lastYear: previous === undefined ? null : { from: previous, to: addDays(start, -1) },
  };
}
