import type { Company } from '../../model/company';
import { NULL_GUID } from '../../model/identifiers';
import type { LineType, SalesDocument, SalesLine } from '../../model/documents';
import { changeDocument, createDocument, makeLine } from '../../posting/drafts';
import type { NewLine } from '../../posting/drafts';
import { findDocument } from '../../posting/places';
import { badRequest, dialogError } from '../apiError';
import { isRecord, readBody } from '../body';
import type { BodyValues, Writable } from '../body';
import type { DocumentRow, LineRow } from '../sources';
import { calculatedText, date, decimal, guid, member, text } from '../properties';
import { conditionsOf, currencyOf } from './customerEntities';

export const DOCUMENT_WRITABLE: Writable = {
  number: { length: 20 },
  externalDocumentNumber: { length: 35 },
  postingDate: {},
  customerId: {},
  customerNumber: { length: 20 },
  billToCustomerId: {},
  billToCustomerNumber: { length: 20 },
  currencyId: {},
  currencyCode: { length: 10 },
  paymentTermsId: {},
  shipmentMethodId: {},
  salesperson: { length: 20 },
};

export const LINE_WRITABLE: Writable = {
  sequence: {},
  itemId: {},
  lineType: { members: ['Comment', 'Account', 'Item'] },
  lineObjectNumber: { length: 20 },
  description: { length: 100 },
  description2: { length: 50 },
  unitOfMeasureCode: { length: 10 },
  quantity: {},
  unitPrice: {},
  discountPercent: {},
  shipmentDate: {},
};

/** The number of the customer that a body names by number, by id or by both. Throws ApiError. */
function customerNumberOf(company: Company, body: BodyValues, prefix: 'customer' | 'billToCustomer', who: string) {
  const number = body.text(`${prefix}Number`);
  const id = body.text(`${prefix}Id`);
  if (number === undefined && (id === undefined || id === NULL_GUID)) {
    return undefined;
  }
  const byNumber = number === undefined ? undefined : company.accounts.indexOfNumber(number);
  const byId = id === undefined ? undefined : company.accounts.indexOfCustomer(id);
  const index = byNumber ?? byId;
  const account = index === undefined ? undefined : company.accounts.at(index);
  if (
    account === undefined ||
    (number !== undefined && byNumber === undefined) ||
    (id !== undefined && byId === undefined)
  ) {
    throw dialogError(`The ${who} customer cannot be found.`);
  }
  if (byNumber !== undefined && byId !== undefined && byNumber !== byId) {
    throw dialogError(`The ${who} customer values do not match to a specific Customer.`);
  }
  return account.customer.number;
}

/** The properties of a document that a body gives; undefined where it says nothing. */
function changesOf(company: Company, body: BodyValues) {
  return {
    externalDocumentNumber: body.text('externalDocumentNumber'),
    documentDate: body.text('orderDate') ?? body.text('invoiceDate'),
    postingDate: body.text('postingDate'),
    dueDate: body.text('dueDate'),
    requestedDeliveryDate: body.text('requestedDeliveryDate'),
    currencyCode: currencyOf(company, body),
    ...conditionsOf(company, body),
    salespersonCode: body.text('salesperson'),
    yourReference: body.text('customerPurchaseOrderReference'),
  };
}

/** Makes an order or a draft invoice, with its lines if they come along. Throws ApiError, PostingError. */
export function createSalesDocument(company: Company, kind: SalesDocument['kind'], body: BodyValues): DocumentRow {
  const customerNumber = customerNumberOf(company, body, 'customer', 'sell-to');
  if (customerNumber === undefined) {
    throw dialogError('A "customerNumber" or a "customerId" must be provided.');
  }
  const lineName = kind === 'Order' ? 'salesOrderLines' : 'salesInvoiceLines';
  return company.transaction(() => {
    const document = createDocument(company, {
      kind,
      customerNumber,
      number: body.text('number'),
      billToCustomerNumber: customerNumberOf(company, body, 'billToCustomer', 'bill-to'),
      ...changesOf(company, body),
      lines: body.children(lineName).map((child) => newLine(company, readChildLine(child))),
    });
    return rowOf(company, document.id);
  });
}

function rowOf(company: Company, id: string): DocumentRow {
  const place = findDocument(company, id);
  if (place === undefined) {
    throw new RangeError(`There is no sales document ${id}.`);
  }
  return { company, account: place.account, document: place.document };
}

const CHILD_PROPERTIES = [
  decimal<LineRow>('sequence', ({ line }) => line.sequence),
  guid<LineRow>('itemId', () => NULL_GUID),
  member<LineRow>('lineType', ({ line }) => line.type),
  text<LineRow>('lineObjectNumber', ({ line }) => line.number),
  text<LineRow>('description', ({ line }) => line.description),
  text<LineRow>('description2', ({ line }) => line.description2),
  calculatedText<LineRow>('unitOfMeasureCode', ({ line }) => line.unitOfMeasureCode),
  decimal<LineRow>('quantity', ({ line }) => line.quantity),
  decimal<LineRow>('unitPrice', ({ line }) => line.unitPrice),
  decimal<LineRow>('discountPercent', ({ line }) => line.discountPercent),
  date<LineRow>('shipmentDate', ({ line }) => line.shipmentDate),
];

function readChildLine(child: unknown): BodyValues {
  if (!isRecord(child)) {
    throw badRequest('Invalid Request Body');
  }
  return readBody(child, 'salesLine', CHILD_PROPERTIES, LINE_WRITABLE, []);
}

function newLine(company: Company, body: BodyValues): NewLine {
  const itemId = body.text('itemId');
  const item = itemId === undefined ? undefined : company.setup.items.find(({ id }) => id === itemId);
  if (itemId !== undefined && itemId !== NULL_GUID && item === undefined) {
    throw dialogError('Item does not exist.');
  }
  const number = body.text('lineObjectNumber') ?? item?.number;
  return {
    type: lineTypeOf(body) ?? (number === undefined ? 'Comment' : 'Item'),
    number,
    sequence: body.number('sequence'),
    description: body.text('description'),
    quantity: body.number('quantity'),
    unitPrice: body.number('unitPrice'),
    discountPercent: body.number('discountPercent'),
    shipmentDate: body.text('shipmentDate'),
    unitOfMeasureCode: body.text('unitOfMeasureCode'),
  };
}

function lineTypeOf(body: BodyValues): LineType | undefined {
  return (['Comment', 'Account', 'Item'] as const).find((type) => type === body.text('lineType'));
}

function draftOf(row: DocumentRow) {
  const place = findDocument(row.company, row.document.id);
  if (place === undefined) {
    throw dialogError('No document with the specified ID exists.');
  }
  if (place.document.ledgerEntryNumber !== undefined) {
    throw dialogError('The invoice has been posted and can no longer be modified.');
  }
  return place;
}

/** Changes a document that is not posted. Throws ApiError. */
export function updateSalesDocument(row: DocumentRow, body: BodyValues): DocumentRow {
  const { company } = row;
  const place = draftOf(row);
  const customerNumber = customerNumberOf(company, body, 'customer', 'sell-to');
  if (customerNumber !== undefined && customerNumber !== place.document.sellToCustomerNumber) {
    throw dialogError('The sell-to customer values do not match to a specific Customer.');
  }
  const changes = changesOf(company, body);
  const old = place.document;
  const documentDate = changes.documentDate ?? old.documentDate;
  const paymentTermsCode = changes.paymentTermsCode ?? old.paymentTermsCode;
  const sameTerms = documentDate === old.documentDate && paymentTermsCode === old.paymentTermsCode;
  changeDocument(company, place, {
    externalDocumentNumber: changes.externalDocumentNumber ?? old.externalDocumentNumber,
    documentDate,
    postingDate: changes.postingDate ?? old.postingDate,
    dueDate: changes.dueDate ?? (sameTerms ? old.dueDate : company.dueDate(paymentTermsCode, documentDate)),
    requestedDeliveryDate: changes.requestedDeliveryDate ?? old.requestedDeliveryDate,
    currencyCode: changes.currencyCode ?? old.currencyCode,
    paymentTermsCode,
    shipmentMethodCode: changes.shipmentMethodCode ?? old.shipmentMethodCode,
    salespersonCode: changes.salespersonCode ?? old.salespersonCode,
    yourReference: changes.yourReference ?? old.yourReference,
  });
  return rowOf(company, row.document.id);
}

/** Deletes an order or a draft invoice. Throws ApiError. */
export function removeSalesDocument(row: DocumentRow): void {
  const place = draftOf(row);
  if (place.document.lines.some((line) => line.shippedQuantity > line.invoicedQuantity)) {
    throw dialogError('You cannot delete the order because it has lines that are shipped and not invoiced.');
  }
  changeDocument(row.company, place, undefined);
}

/** Adds a line to a document that is not posted. Throws ApiError, PostingError. */
export function createLine(row: DocumentRow, body: BodyValues): LineRow {
  const place = draftOf(row);
  const line = makeLine(row.company, place.document, place.account, newLine(row.company, body));
  changeDocument(row.company, place, { lines: [...place.document.lines, line] });
  return { ...rowOf(row.company, row.document.id), line };
}

/** Changes a line of a document that is not posted. Throws ApiError. */
export function updateLine(row: LineRow, body: BodyValues): LineRow {
  const place = draftOf(row);
  if (body.has('sequence') && body.number('sequence') !== row.line.sequence) {
    throw dialogError('The value for sequence cannot be modified. Delete and insert the line again.');
  }
  if (body.has('lineObjectNumber') && body.text('lineObjectNumber') !== row.line.number) {
    throw dialogError('The value for "lineObjectNumber" cannot be modified.');
  }
  const line: SalesLine = {
    ...row.line,
    description: body.text('description') ?? row.line.description,
    description2: body.text('description2') ?? row.line.description2,
    quantity: body.number('quantity') ?? row.line.quantity,
    unitPrice: body.number('unitPrice') ?? row.line.unitPrice,
    discountPercent: body.number('discountPercent') ?? row.line.discountPercent,
    shipmentDate: body.text('shipmentDate') ?? row.line.shipmentDate,
    unitOfMeasureCode: body.text('unitOfMeasureCode') ?? row.line.unitOfMeasureCode,
  };
  if (line.quantity < line.shippedQuantity) {
    throw dialogError('Quantity must not be less than Quantity Shipped.');
  }
  const lines = place.document.lines.map((one) => (one.id === line.id ? line : one));
  changeDocument(row.company, place, { lines });
  return { ...rowOf(row.company, row.document.id), line };
}

/** Deletes a line of a document that is not posted. Throws ApiError. */
export function removeLine(row: LineRow): void {
  const place = draftOf(row);
  if (row.line.shippedQuantity > row.line.invoicedQuantity) {
    throw dialogError('You cannot delete the order line because it is shipped and not invoiced.');
  }
  changeDocument(row.company, place, { lines: place.document.lines.filter(({ id }) => id !== row.line.id) });
}
