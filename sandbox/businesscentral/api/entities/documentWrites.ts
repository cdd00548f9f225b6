import type { Company } from '../../model/company';
import type { SalesDocument } from '../../model/documents';
import { changeDocument, createDocument } from '../../posting/drafts';
import { dialogError } from '../apiError';
import type { BodyValues } from '../body';
import type { DocumentRow } from '../rows';
import { changesOf, customerNumberOf } from './documentBody';
import { documentRow, draftOf } from './draftDocument';
import { newLine, readChildLine } from './lineBody';

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
    return documentRow(company, document.id);
  });
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
  const newDelivery = changes.requestedDeliveryDate;
  const documentDate = changes.documentDate ?? old.documentDate;
  const paymentTermsCode = changes.paymentTermsCode ?? old.paymentTermsCode;
  const sameTerms = documentDate === old.documentDate && paymentTermsCode === old.paymentTermsCode;
  changeDocument(company, place, {
    externalDocumentNumber: changes.externalDocumentNumber ?? old.externalDocumentNumber,
    documentDate,
    postingDate: changes.postingDate ?? old.postingDate,
    dueDate: changes.dueDate ?? (sameTerms ? old.dueDate : company.dueDate(paymentTermsCode, documentDate)),
    requestedDeliveryDate: changes.requestedDeliveryDate ?? old.requestedDeliveryDate,
    // The lines follow their document, as in Business Central when nobody can be asked.
    ...(newDelivery === undefined || newDelivery === old.requestedDeliveryDate
      ? {}
      : { lines: old.lines.map((line) => ({ ...line, shipmentDate: newDelivery })) }),
    currencyCode: changes.currencyCode ?? old.currencyCode,
    paymentTermsCode,
    shipmentMethodCode: changes.shipmentMethodCode ?? old.shipmentMethodCode,
    salespersonCode: changes.salespersonCode ?? old.salespersonCode,
    yourReference: changes.yourReference ?? old.yourReference,
  });
  return documentRow(company, row.document.id);
}

/** Deletes an order or a draft invoice. Throws ApiError. */
export function removeSalesDocument(row: DocumentRow): void {
  const place = draftOf(row);
  if (place.document.lines.some((line) => line.shippedQuantity > line.invoicedQuantity)) {
    throw dialogError('You cannot delete the order because it has lines that are shipped and not invoiced.');
  }
  changeDocument(row.company, place, undefined);
}
