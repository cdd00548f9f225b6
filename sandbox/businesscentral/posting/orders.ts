import type { Company } from '../model/company';
import { roundQuantity } from '../model/documents';
import type { SalesLine } from '../model/documents';
import { asPosted, entryOf } from './invoices';
import { findDocument, withDocument } from './places';
import type { DocumentPlace } from './places';
import { PostingError } from './postingError';
import { invoiceShipments, postShipment } from './salesMovements';

/** How much of which line, by its sequence number; everything that is outstanding when left out. */
export type LineQuantities = ReadonlyMap<number, number>;

function orderOf(company: Company, id: string): DocumentPlace {
  const place = findDocument(company, id);
  if (place?.document.kind !== 'Order') {
    throw new PostingError('The order cannot be found.');
  }
  return place;
}

/** Ships an order, wholly or so much of its lines: the goods leave their locations. Throws PostingError. */
export function shipOrder(company: Company, id: string, quantities?: LineQuantities): void {
  company.transaction(() => ship(company, id, quantities));
}

function ship(company: Company, id: string, quantities: LineQuantities | undefined): void {
  const { index, account, document } = orderOf(company, id);
  const { blocked, number } = account.customer;
  if (blocked === 'Ship' || blocked === 'All') {
    throw new PostingError(
      `You cannot ship this type of document when Customer ${number} is blocked with type ${blocked}`,
    );
  }
  const lines = document.lines.map((line) => {
    const outstanding = line.type === 'Comment' ? 0 : roundQuantity(line.quantity - line.shippedQuantity);
    const quantity = quantities === undefined ? outstanding : (quantities.get(line.sequence) ?? 0);
    if (quantity < 0 || quantity > outstanding) {
      throw new PostingError(`You cannot ship more than ${outstanding} units.`);
    }
    return { ...line, shippedQuantity: roundQuantity(line.shippedQuantity + quantity) };
  });
  if (lines.every((line, place) => line.shippedQuantity === document.lines[place]?.shippedQuantity)) {
    throw new PostingError('There is nothing to post.');
  }
  postShipment(company, document, lines, {
    type: 'Sales Shipment',
    number: company.nextNumber('shipment'),
    postingDate: company.workDate,
  });
  company.change(index, (version) =>
    withDocument(account, id, { ...document, lines, version, modifiedAt: company.now() }),
  );
}

/** Invoices what was shipped and not invoiced; the order goes when nothing is left. Returns the posted invoice's id. */
export function invoiceOrder(company: Company, id: string): string {
  const { index, account, document } = orderOf(company, id);
  const billed = document.lines.flatMap((line): readonly SalesLine[] => {
    const quantity = roundQuantity(line.shippedQuantity - line.invoicedQuantity);
    return line.type !== 'Comment' && quantity > 0 ? [{ ...line, quantity }] : [];
  });
  const postingDate = company.workDate;
  const invoice = asPosted(company, {
    ...document,
    id: company.newId('invoice'),
    orderId: document.id,
    orderNumber: document.number,
    documentDate: postingDate,
    postingDate,
    dueDate: company.dueDate(document.paymentTermsCode, postingDate),
    lines: billed,
  });
  const entry = entryOf(company, account, invoice);
  invoiceShipments(company, { ...document, postingDate }, billed);
  const lines = document.lines.map((line) => ({ ...line, invoicedQuantity: line.shippedQuantity }));
  const finished = lines.every((line) => line.type === 'Comment' || line.invoicedQuantity >= line.quantity);
  company.change(index, (version) => {
    const stamp = { version, modifiedAt: company.now() };
    const rest = withDocument(account, id, finished ? undefined : { ...document, lines, ...stamp });
    return {
      ...rest,
      invoices: [...rest.invoices, { ...invoice, ...stamp }],
      entries: [...rest.entries, entry],
    };
  });
  return invoice.id;
}

/** The API's action shipAndInvoice: ships everything and posts the invoice. */
export function shipAndInvoiceOrder(company: Company, id: string): void {
  const { document } = orderOf(company, id);
  company.transaction(() => {
    if (document.lines.some((line) => line.type !== 'Comment' && line.shippedQuantity < line.quantity)) {
      shipOrder(company, id);
    }
    invoiceOrder(company, id);
  });
}
