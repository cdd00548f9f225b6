import type { Hundredths } from './amounts';
import type { CalendarDate } from './dates';

export type LedgerDocumentType = 'Invoice' | 'Credit Memo' | 'Payment' | 'Refund';
export type DetailedEntryType = 'Initial Entry' | 'Application' | 'Realized Gain' | 'Realized Loss';

/** One movement of a customer ledger entry (table 379 Detailed Cust. Ledg. Entry). */
export interface DetailedEntry {
  readonly postingDate: CalendarDate;
  readonly type: DetailedEntryType;
  /** In the entry's currency. */
  readonly amount: Hundredths;
  readonly amountLocal: Hundredths;
}

/** A customer ledger entry (table 21 Cust. Ledger Entry); its amounts are the sums of its details. */
export interface LedgerEntry {
  readonly number: number;
  readonly postingDate: CalendarDate;
  readonly dueDate: CalendarDate;
  readonly documentType: LedgerDocumentType;
  readonly documentNumber: string;
  /** The posted document's id; empty for payments. */
  readonly documentId: string;
  /** Empty = local currency. */
  readonly currencyCode: string;
  /** Sales (LCY): without tax; negative for credit memos, 0 for payments. */
  readonly salesLocal: Hundredths;
  readonly details: readonly DetailedEntry[];
}

/** What is still open, in the entry's currency. */
export function remainingAmount(entry: LedgerEntry): Hundredths {
  return entry.details.reduce((sum, detail) => sum + detail.amount, 0);
}

/** What is still open, in local currency. */
export function remainingAmountLocal(entry: LedgerEntry): Hundredths {
  return entry.details.reduce((sum, detail) => sum + detail.amountLocal, 0);
}
