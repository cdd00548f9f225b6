import type { CalendarDate } from '../ledger/dates';
import type { Company } from '../model/company';
import { createDocument } from '../posting/drafts';
import type { NewLine } from '../posting/drafts';
import { postInvoice } from '../posting/invoices';
import { postPayment } from '../posting/payments';

export interface NewPostedInvoice {
  readonly customer: string;
  readonly postingDate: CalendarDate;
  readonly dueDate?: CalendarDate;
  readonly terms: string;
  readonly lines: readonly NewLine[];
}

/** Makes an invoice and posts it. */
export function postNewInvoice(company: Company, invoice: NewPostedInvoice): { id: string; number: string } {
  const draft = createDocument(company, {
    kind: 'Invoice',
    number: '-',
    customerNumber: invoice.customer,
    documentDate: invoice.postingDate,
    postingDate: invoice.postingDate,
    paymentTermsCode: invoice.terms,
    ...(invoice.dueDate === undefined ? {} : { dueDate: invoice.dueDate }),
    lines: invoice.lines,
  });
  postInvoice(company, draft.id);
  const account = company.accounts.byNumber(draft.billToCustomerNumber);
  return { id: draft.id, number: account?.invoices.find(({ id }) => id === draft.id)?.number ?? '' };
}

/** Pays all of an invoice. */
export function payInFull(company: Company, customer: string, id: string, number: string, date: CalendarDate): void {
  const account = company.accounts.byNumber(customer);
  const entry = account?.entries.find(({ documentId }) => documentId === id);
  const amount = entry?.details[0]?.amount;
  if (entry !== undefined && amount !== undefined) {
    postPayment(company, {
      customerNumber: customer,
      amount,
      currencyCode: entry.currencyCode,
      postingDate: date,
      appliesTo: [number],
    });
  }
}
