import type { CalendarDate } from './calendarDate';

/**
 * The figures of Business Central's Customer Statistics FactBox (page 9082), under its names and in its order.
 * All in the company's local currency, including tax unless said.
 */
export const figureNames = [
  'balance',
  'outstandingOrders',
  'shippedNotInvoiced',
  'outstandingInvoices',
  'total',
  'creditLimit',
  'availableCredit',
  'overdueAmount',
  'agedCurrentAmount',
  'agedPeriod1Amount',
  'agedPeriod2Amount',
  'agedPeriod3Amount',
  'salesThisYear',
  'salesLastYear',
] as const;

export type FigureName = (typeof figureNames)[number];

/** Why a figure cannot be given. An unknown figure is never shown as 0. */
export type UnavailableReason =
  /** An amount in a foreign currency has no exchange rate on or before its posting date. */
  | 'exchangeRateMissing'
  /** Business Central refuses the source of this figure to the integration. */
  | 'permissionDenied'
  /** The source could not be read in the last run. */
  | 'readFailed'
  /** The source is not part of this Business Central version. */
  | 'sourceMissing'
  /** The amount does not fit into the table (beyond 100,000,000,000). */
  | 'outOfRange'
  /** Made of other figures of which one is not available. */
  | 'partMissing';

export const unavailableReasons: readonly UnavailableReason[] = [
  'exchangeRateMissing',
  'permissionDenied',
  'readFailed',
  'sourceMissing',
  'outOfRange',
  'partMissing',
];

/** `null` is "not available"; then `unavailable` says why. */
export type Figures = Readonly<Record<FigureName, number | null>> & {
  readonly unavailable: Readonly<Partial<Record<FigureName, UnavailableReason>>>;
};

export type CustomerBlocked = 'none' | 'ship' | 'invoice' | 'all';

/** One Business Central customer as a seller sees it. */
export interface CustomerStatistics {
  readonly number: string;
  readonly name: string;
  readonly blocked: CustomerBlocked;
  readonly paymentTerms: string | null;
  /** ISO code of the customer's own currency. */
  readonly currencyCode: string;
  /** ISO code in which every figure is. */
  readonly localCurrencyCode: string;
  readonly figures: Figures;
  /** The day before which an invoice must have been due to count as overdue. */
  readonly overdueOn: CalendarDate | null;
  readonly overdueInvoiceCount: number | null;
  readonly oldestDueDate: CalendarDate | null;
  readonly agedOn: CalendarDate | null;
  readonly agedPeriodDays: number | null;
  readonly fiscalYearStart: CalendarDate | null;
  readonly lastInvoiceDate: CalendarDate | null;
  readonly lastInvoiceNumber: string | null;
}

/** A posted sales invoice that is not fully paid. */
export interface OpenInvoice {
  readonly number: string;
  readonly invoiceDate: CalendarDate | null;
  readonly postingDate: CalendarDate | null;
  readonly dueDate: CalendarDate | null;
  /** ISO code of the document's currency. */
  readonly currencyCode: string;
  /** Including tax, in the document's currency. */
  readonly totalAmount: number;
  /** In the document's currency. */
  readonly remainingAmount: number;
  /** In local currency; `null` when no exchange rate is known. */
  readonly remainingAmountLocal: number | null;
}
