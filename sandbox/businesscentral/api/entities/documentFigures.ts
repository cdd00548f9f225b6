import { remainingAmount } from '../../ledger/entries';
import { amountsOfDocument } from '../../model/documents';
import type { DocumentRow } from '../rows';

/** The document's sums in its currency. */
export function documentAmounts({ company, document }: DocumentRow) {
  return amountsOfDocument(document, company.precisionOf(document.currencyCode));
}

/** What is still to be paid of a posted invoice; of a draft, its whole amount. */
export function remainingOf(row: DocumentRow): number {
  const { document, account } = row;
  const entry = account.entries.find(({ number }) => number === document.ledgerEntryNumber);
  return entry === undefined ? documentAmounts(row).withTax : remainingAmount(entry);
}

/** Where an invoice stands, by its name in Business Central. */
export function statusOf(row: DocumentRow): string {
  const { document } = row;
  if (document.ledgerEntryNumber === undefined) {
    return document.status;
  }
  return document.canceled ? 'Canceled' : remainingOf(row) === 0 ? 'Paid' : 'Open';
}
