import type { CalendarDate } from '../../domain/calendarDate';
import type { UnavailableReason } from '../../domain/customerStatistics';
import { isOverdue } from '../../domain/overdue';
import { laterInvoice, type LastInvoice } from '../../domain/lastInvoice';
import { AmountColumn, NumberColumn } from './columns';
import { GuidIndex } from './guidIndex';
import { LastInvoices } from './lastInvoices';

/** Why a figure of one customer is not available although its source was read. */
type Gap = 'orders' | 'invoices' | 'sales';

/**
 * The figures of all customers of a company while they are read, about 150 bytes for each.
 * A slot is the customer's number in `index`.
 */
export class CompanyFigures {
  readonly index = new GuidIndex();
  readonly balance = new AmountColumn();
  readonly overdue = new AmountColumn();
  readonly aged = [new AmountColumn(), new AmountColumn(), new AmountColumn(), new AmountColumn()] as const;
  readonly salesThisYear = new AmountColumn();
  readonly salesLastYear = new AmountColumn();
  readonly outstandingOrders = new AmountColumn();
  readonly shippedNotInvoiced = new AmountColumn();
  readonly outstandingInvoices = new AmountColumn();
  private readonly overdueCounts = new NumberColumn(0);
  private readonly oldestDueDates = new Map<number, CalendarDate>();
  private readonly lastInvoices = new LastInvoices();
  private readonly gaps: Readonly<Record<Gap, Map<number, UnavailableReason>>> = {
    orders: new Map(),
    invoices: new Map(),
    sales: new Map(),
  };
  /** Business Central's own today, and the length of an ageing period. */
  agedOn: CalendarDate | null = null;
  agedPeriodDays: number | null = null;

  /** Makes the figure of one customer unknown: what was added up is not all of it. */
  addGap(gap: Gap, slot: number, reason: UnavailableReason): void {
    this.gaps[gap].set(slot, reason);
  }

  gap(gap: Gap, slot: number): UnavailableReason | null {
    return this.gaps[gap].get(slot) ?? null;
  }

  addOpenInvoice(slot: number, dueDate: CalendarDate | null, today: CalendarDate): void {
    if (dueDate === null || !isOverdue(dueDate, today)) return;
    this.overdueCounts.set(slot, this.overdueCounts.get(slot) + 1);
    const oldest = this.oldestDueDates.get(slot);
    if (oldest === undefined || dueDate < oldest) this.oldestDueDates.set(slot, dueDate);
  }

  overdueInvoiceCount(slot: number): number {
    return this.overdueCounts.get(slot);
  }

  oldestDueDate(slot: number): CalendarDate | null {
    return this.oldestDueDates.get(slot) ?? null;
  }

  addPostedInvoice(slot: number, invoice: LastInvoice): void {
    const known = this.lastInvoices.get(slot);
    if (laterInvoice(known, invoice) === invoice) this.lastInvoices.set(slot, invoice);
  }

  lastInvoice(slot: number): LastInvoice | null {
    return this.lastInvoices.get(slot);
  }
}
