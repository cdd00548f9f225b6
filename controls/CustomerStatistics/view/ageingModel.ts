import { ageingBucketOf, ageingBuckets, daysOverdue, type AgeingBucket } from '../../../domain/ageing';
import type { CalendarDate } from '../../../domain/calendarDate';
import type { CustomerStatistics, FigureName, OpenInvoice } from '../../../domain/customerStatistics';
import { fill } from '../../shared/texts';
import type { CustomerStatisticsTexts } from '../manifestNames';

/** Business Central's own default; the snapshot names another when the company uses one. */
const DEFAULT_PERIOD_DAYS = 30;

export interface Bucket {
  readonly name: AgeingBucket;
  readonly figure: FigureName;
  readonly label: string;
  /** `null` when not available; negative when payments outweigh invoices. */
  readonly amount: number | null;
  /** Part of what is owed, 0 to 1: a bucket in the customer's favour has no length. */
  readonly share: number;
}

const bucketFigures: Readonly<Record<AgeingBucket, FigureName>> = {
  current: 'agedCurrentAmount',
  period1: 'agedPeriod1Amount',
  period2: 'agedPeriod2Amount',
  period3: 'agedPeriod3Amount',
};

function bucketLabel(name: AgeingBucket, days: number, texts: CustomerStatisticsTexts): string {
  const range = (from: number, to: number): string =>
    fill(texts('Ageing_Range'), { from: String(from), to: String(to) });
  switch (name) {
    case 'current':
      return texts('Ageing_NotDue');
    case 'period1':
      return range(1, days);
    case 'period2':
      return range(days + 1, 2 * days);
    case 'period3':
      return fill(texts('Ageing_Over'), { days: String(2 * days) });
  }
}

/** The four buckets of the balance, from what is not due to what is oldest. */
export function bucketsOf(statistics: CustomerStatistics, texts: CustomerStatisticsTexts): readonly Bucket[] {
  const days = statistics.agedPeriodDays ?? DEFAULT_PERIOD_DAYS;
  const amountOf = (name: AgeingBucket): number | null => statistics.figures[bucketFigures[name]];
  const owed = ageingBuckets.reduce((sum, name) => sum + Math.max(0, amountOf(name) ?? 0), 0);
  return ageingBuckets.map((name) => {
    const amount = amountOf(name);
    return {
      name,
      figure: bucketFigures[name],
      label: bucketLabel(name, days, texts),
      amount,
      share: owed === 0 ? 0 : Math.max(0, amount ?? 0) / owed,
    };
  });
}

/** A group of invoices that the user can open: one bucket, or all that is overdue. */
export type InvoiceGroup = AgeingBucket | 'overdue';

/** The invoices of a group, in the order of the list. An invoice without a due date is not due. */
export function invoicesIn(
  group: InvoiceGroup,
  invoices: readonly OpenInvoice[],
  asOf: CalendarDate | null,
  periodDays: number | null,
): readonly OpenInvoice[] {
  return invoices.filter(({ dueDate }) => {
    const bucket =
      dueDate === null || asOf === null ? 'current' : ageingBucketOf(dueDate, asOf, periodDays ?? DEFAULT_PERIOD_DAYS);
    return group === 'overdue' ? bucket !== 'current' : bucket === group;
  });
}

/** Days past due; `null` while the invoice is not overdue. */
export function invoiceDaysOverdue({ dueDate }: OpenInvoice, asOf: CalendarDate | null): number | null {
  const days = dueDate === null || asOf === null ? 0 : daysOverdue(dueDate, asOf);
  return days > 0 ? days : null;
}

/**
 * What a group's amount holds besides its invoices: payments, credit memos and journal entries that are not applied.
 * `null` when there is nothing of the kind or it cannot be told.
 */
export function otherEntries(amount: number | null, invoices: readonly OpenInvoice[]): number | null {
  if (amount === null) return null;
  // Thousandths, as the tables keep them: a sum of binary fractions would leave a rest of its own.
  let rest = Math.round(amount * 1000);
  for (const { remainingAmountLocal } of invoices) {
    if (remainingAmountLocal === null) return null;
    rest -= Math.round(remainingAmountLocal * 1000);
  }
  return rest === 0 ? null : rest / 1000;
}
