import type { Company } from '../../model/company';
import { NULL_GUID } from '../../model/identifiers';
import { dialogError } from '../apiError';
import type { BodyValues, Writable } from '../body';
import { conditionsOf, currencyOf } from './setupReferences';

/** What POST and PATCH take of a sales document. */
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

/** The number of the customer that a body names by number, by id or by both. Throws ApiError. */
export function customerNumberOf(
  company: Company,
  body: BodyValues,
  prefix: 'customer' | 'billToCustomer',
  who: string,
) {
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
export function changesOf(company: Company, body: BodyValues) {
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
