import { addDays } from '../ledger/dates';
import type { Company } from '../model/company';
import { createDocument } from '../posting/drafts';
import type { NewLine } from '../posting/drafts';
import openDocuments from './openDocuments.json';
import { payInFull, postNewInvoice } from './postedInvoice';
import postedInvoices from './postedInvoices.json';

/** The posted invoices of the data with their payments, dates moved by `shift` days. */
export function postHistory(company: Company, shift: number): void {
  for (const invoice of postedInvoices) {
    const postingDate = addDays(invoice.posted, shift);
    const { id, number } = postNewInvoice(company, {
      customer: invoice.customer,
      postingDate,
      dueDate: addDays(invoice.due, shift),
      terms: invoice.terms,
      lines: readLines(invoice.lines),
    });
    if (invoice.paid !== '') {
      payInFull(company, invoice.customer, id, number, addDays(invoice.paid, shift));
    }
  }
}

/** The open documents of the data, dates moved by `shift` days. */
export function createOpenDocuments(company: Company, shift: number): void {
  for (const draft of openDocuments) {
    createDocument(company, {
      kind: draft.kind === 'Order' ? 'Order' : 'Invoice',
      number: draft.number,
      customerNumber: draft.customer,
      documentDate: addDays(draft.date, shift),
      postingDate: addDays(draft.date, shift),
      paymentTermsCode: draft.terms,
      ...(draft.delivery === '' ? {} : { requestedDeliveryDate: addDays(draft.delivery, shift) }),
      lines: readLines(draft.lines),
    });
  }
}

/** Rows of the data: an item with quantity, price and discount, or a comment alone. */
function readLines(lines: readonly (readonly (string | number)[])[]): readonly NewLine[] {
  return lines.map(([text, quantity, unitPrice, discountPercent]) =>
    quantity === undefined
      ? { type: 'Comment', description: String(text) }
      : {
          type: 'Item',
          number: String(text),
          quantity: Number(quantity),
          unitPrice: Number(unitPrice),
          discountPercent: Number(discountPercent ?? 0),
        },
  );
}
