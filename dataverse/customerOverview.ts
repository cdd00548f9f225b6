import type { CustomerStatistics, OpenInvoice } from '../domain/customerStatistics';
import type { SnapshotMarks } from '../domain/freshness';

/** The Business Central company that a customer belongs to. */
export interface Company {
  /** As Business Central shows it. */
  readonly displayName: string;
  /** As addresses need it. */
  readonly name: string;
  /** `null` when the administrator has not given it. */
  readonly webClientUrl: string | null;
}

/** Everything a form shows about one customer, as one request brings it. */
export interface CustomerOverview {
  /** Row id. */
  readonly id: string;
  readonly statistics: CustomerStatistics;
  /** `asOfDate` is the day for which ageing was computed. */
  readonly marks: SnapshotMarks;
  /** The customer was deleted in Business Central: these are its last figures. */
  readonly removed: boolean;
  readonly company: Company;
  readonly salespersonName: string | null;
  /** The oldest due date first; without a due date last. */
  readonly openInvoices: readonly OpenInvoice[];
  /** False when there are more open invoices than one page of the Web API holds. */
  readonly hasAllOpenInvoices: boolean;
}

/** What controls read customers through. Every failure is a rejection with what the platform gave. */
export interface CustomerReader {
  /**
   * One request.
   * @param id row id of bci_customer
   * @throws UnreadableRowError when the answer is not such a row
   */
  read(id: string): Promise<CustomerOverview>;
}
