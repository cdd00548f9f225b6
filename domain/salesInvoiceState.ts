import Big from 'big.js';
import type { DecimalInput } from './decimal';

export type SalesInvoiceStatus = 'Draft' | 'In Review' | 'Open' | 'Paid' | 'Canceled' | 'Corrective' | 'Unknown';

/** What an invoice means for a customer's figures. */
export type SalesInvoiceState = 'unposted' | 'open' | 'settled';

/**
 * Draft and In Review are unposted; anything else counts by what is left to pay.
 *
 * An unposted invoice that was released (by hand or by an approval) is "Open", too, and its remaining amount is its
 * whole amount: API v2.0 has no property that tells it from a posted one. Until it is posted it therefore counts as an
 * open invoice instead of an outstanding one. Balance, overdue and ageing come from the ledger and are not affected.
 * Source: Business Central, page 30012 "APIV2 - Sales Invoices", GetRemainingAmount, and the status of unposted documents.
 */
export function salesInvoiceState(status: SalesInvoiceStatus, remainingAmount: DecimalInput): SalesInvoiceState {
  switch (status) {
    case 'Draft':
    case 'In Review':
      return 'unposted';
    case 'Open':
    case 'Paid':
    case 'Canceled':
    case 'Corrective':
    case 'Unknown':
      return new Big(remainingAmount).eq(0) ? 'settled' : 'open';
  }
}
