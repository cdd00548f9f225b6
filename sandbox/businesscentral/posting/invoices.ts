import type { LedgerEntry } from '../ledger/entries';
import { remainingAmount } from '../ledger/entries';
import { accountWith } from '../model/account';
import type { Account } from '../model/account';
import type { Company } from '../model/company';
import { amountsOfDocument } from '../model/documents';
import type { SalesDocument } from '../model/documents';
import { applyToEntries } from './application';
import { findDocument, withDocument } from './places';
import { PostingError } from './postingError';
import { postInvoicedGoods } from './salesMovements';

/** Posts a draft invoice. Throws PostingError, ExchangeRateError. */
export function postInvoice(company: Company, id: string): void {
  const place = findDocument(company, id);
  if (place?.document.kind !== 'Invoice') {
    throw new PostingError('The invoice cannot be found.');
  }
  const { index, account, document } = place;
  if (document.ledgerEntryNumber !== undefined) {
    throw new PostingError('The action can be applied to a draft invoice only.');
  }
  const posted = asPosted(company, document);
  const entry = entryOf(company, account, posted);
  postInvoicedGoods(
    company,
    posted,
    { type: 'Sales Invoice', number: posted.number, postingDate: posted.postingDate },
    'out',
  );
  company.change(index, (version) => {
    const stamped = { ...posted, version, modifiedAt: company.now() };
    return accountWith(withDocument(account, id, stamped), { entries: [...account.entries, entry] });
  });
}

/** The document as a posted invoice: a number of the posted series and an entry number; the lines get new ids. */
export function asPosted(company: Company, document: SalesDocument): SalesDocument {
  return {
    ...document,
    kind: 'Invoice',
    number: company.nextNumber('postedInvoice'),
    status: 'Open',
    ledgerEntryNumber: company.nextLedgerEntryNumber(),
    lines: document.lines.map((line) => ({
      ...line,
      id: company.newId('posted line'),
      shippedQuantity: line.quantity,
      invoicedQuantity: line.quantity,
    })),
  };
}

/** The customer ledger entry of a posted invoice. Throws PostingError when the customer is blocked or nothing is charged. */
export function entryOf(company: Company, account: Account, invoice: SalesDocument): LedgerEntry {
  const { blocked, number } = account.customer;
  if (blocked === 'Invoice' || blocked === 'All') {
    throw new PostingError(
      `You cannot post this type of document when Customer ${number} is blocked with type ${blocked}`,
    );
  }
  const amounts = amountsOfDocument(invoice, company.precisionOf(invoice.currencyCode));
  if (!invoice.lines.some(({ type, quantity }) => type !== 'Comment' && quantity !== 0)) {
    throw new PostingError('There is nothing to post.');
  }
  const toLocal = (amount: number) => company.toLocal(amount, invoice.currencyCode, invoice.postingDate);
  return {
    number: invoice.ledgerEntryNumber ?? company.nextLedgerEntryNumber(),
    postingDate: invoice.postingDate,
    dueDate: invoice.dueDate,
    documentType: 'Invoice',
    documentNumber: invoice.number,
    documentId: invoice.id,
    currencyCode: invoice.currencyCode,
    salesLocal: toLocal(amounts.withoutTax),
    details: [
      {
        postingDate: invoice.postingDate,
        type: 'Initial Entry',
        amount: amounts.withTax,
        amountLocal: toLocal(amounts.withTax),
      },
    ],
  };
}

/** Takes a posted invoice back by a credit memo that is applied to it. Throws PostingError. */
export function cancelInvoice(company: Company, id: string): void {
  const place = findDocument(company, id);
  if (place?.document.kind !== 'Invoice') {
    throw new PostingError('The invoice cannot be found.');
  }
  const { index, account, document } = place;
  if (document.ledgerEntryNumber === undefined) {
    throw new PostingError('The action can be applied to a posted invoice only.');
  }
  if (document.canceled) {
    throw new PostingError('The invoice cannot be canceled because it has already been canceled.');
  }
  const invoiceEntry = account.entries.find(({ number }) => number === document.ledgerEntryNumber);
  const [initial] = invoiceEntry?.details ?? [];
  if (invoiceEntry === undefined || initial?.amount !== remainingAmount(invoiceEntry)) {
    throw new PostingError('You cannot cancel this posted sales invoice because it is fully or partially paid.');
  }
  const credit: LedgerEntry = {
    ...invoiceEntry,
    number: company.nextLedgerEntryNumber(),
    documentType: 'Credit Memo',
    documentNumber: company.nextNumber('creditMemo'),
    documentId: '',
    postingDate: company.workDate,
    dueDate: company.workDate,
    salesLocal: -invoiceEntry.salesLocal,
    details: [
      {
        postingDate: company.workDate,
        type: 'Initial Entry',
        amount: -initial.amount,
        amountLocal: -initial.amountLocal,
      },
    ],
  };
  const entries = applyToEntries(credit, account.entries, [invoiceEntry.number], company.workDate);
  postInvoicedGoods(
    company,
    document,
    { type: 'Sales Credit Memo', number: credit.documentNumber, postingDate: company.workDate },
    'back',
  );
  company.change(index, (version) => {
    const canceled = { ...document, canceled: true, version, modifiedAt: company.now() };
    return { ...withDocument(account, id, canceled), entries };
  });
}
