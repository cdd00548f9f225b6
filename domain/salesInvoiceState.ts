import Big from 'big.js';
import type { DecimalInput } from './decimal';

export type SalesInvoiceStatus = 'Draft' | 'In Review' | 'Open' | 'Paid' | 'Canceled' | 'Corrective' | 'Unknown';

/** What an invoice means for a customer's figures. */
export type SalesInvoiceState = 'unposted' | 'open' | 'settled';

/**
 * The API's status says "Open" both for a posted invoice that is not paid and for an unposted one that is released;
 * only a posted one has a remaining amount.
 * Source: Business Central, Sales Invoice Entity Aggregate: status of unposted and posted invoices.
 */
export function salesInvoiceState(status: SalesInvoiceStatus, remainingAmount: DecimalInput): SalesInvoiceState {
  switch (status) {
    case 'Draft':
    case 'In Review':
      return 'unposted';
    case 'Open':
      return new Big(remainingAmount).eq(0) ? 'unposted' : 'open';
    case 'Paid':
    case 'Canceled':
    case 'Corrective':
    case 'Unknown':
      return new Big(remainingAmount).eq(0) ? 'settled' : 'open';
  }
}
