import { addDays, applyDateFormula } from '../ledger/dates';
import type { CalendarDate } from '../ledger/dates';
import type { CompanySetup } from '../model/setup';

/** Days counted from today. A few hundred are used again and again, so each is computed once. */
export class GeneratedDays {
  private readonly dates = new Map<number, CalendarDate>();
  private readonly dueDates = new Map<string, Map<number, CalendarDate>>();

  constructor(
    private readonly setup: CompanySetup,
    readonly today: CalendarDate,
  ) {}

  /** The day so many days before today; negative = after it. */
  ago(days: number): CalendarDate {
    const known = this.dates.get(days) ?? addDays(this.today, -days);
    this.dates.set(days, known);
    return known;
  }

  /** When a document of the day so many days ago is due under payment terms. */
  due(daysAgo: number, paymentTermsCode: string): CalendarDate {
    const dates = this.dueDates.get(paymentTermsCode) ?? new Map<number, CalendarDate>();
    this.dueDates.set(paymentTermsCode, dates);
    const terms = this.setup.paymentTerms.find(({ code }) => code === paymentTermsCode);
    const known = dates.get(daysAgo) ?? applyDateFormula(this.ago(daysAgo), terms?.dueDateCalculation ?? '0D');
    dates.set(daysAgo, known);
    return known;
  }
}
