import { demoSetup } from '../../../sandbox/businesscentral/demo/setup';
import type { Customer } from '../../../sandbox/businesscentral/model/account';
import { accountList } from '../../../sandbox/businesscentral/model/accountList';
import { demoItems } from '../../../sandbox/businesscentral/demo/items';
import { Company } from '../../../sandbox/businesscentral/model/company';
import { itemList } from '../../../sandbox/businesscentral/model/itemList';
import { stableId } from '../../../sandbox/businesscentral/model/identifiers';
import { createDocument } from '../../../sandbox/businesscentral/posting/drafts';
import { postInvoice } from '../../../sandbox/businesscentral/posting/invoices';
import { NOW, TODAY } from './client';

export function customer(number: string, changes: Partial<Customer> = {}): Customer {
  return {
    id: stableId('small', number),
    number,
    displayName: `Customer ${number}`,
    type: 'Company',
    addressLine1: '',
    addressLine2: '',
    city: '',
    state: '',
    country: 'GB',
    postalCode: '',
    contactName: '',
    phoneNumber: '',
    email: '',
    website: '',
    salespersonCode: 'JO',
    creditLimit: 0,
    taxLiable: false,
    taxRegistrationNumber: '',
    taxPercent: 20,
    currencyCode: '',
    paymentTermsCode: '14 DAYS',
    shipmentMethodCode: '',
    blocked: ' ',
    billToCustomerNumber: '',
    modifiedAt: '2026-01-01T00:00:00Z',
    version: 1,
    ...changes,
  };
}

/** A company with nothing but these customers; EUR 1 = GBP 0.80 until April, 0.90 from May, 0.85 from July. */
export function smallCompany(...customers: readonly Customer[]): Company {
  const base = demoSetup('Small Company', 'GBP', TODAY);
  const rate = (startingDate: string, relationalExchangeRateAmount: number) => ({
    id: stableId('rate', startingDate),
    currencyCode: 'EUR',
    startingDate,
    exchangeRateAmount: 1,
    relationalExchangeRateAmount,
  });
  const setup = {
    ...base,
    exchangeRates: [rate('2026-01-01', 0.8), rate('2026-05-01', 0.9), rate('2026-07-01', 0.85)],
  };
  const accounts = accountList(customers.map((one) => ({ customer: one, orders: [], invoices: [], entries: [] })));
  const items = itemList(demoItems('Small Company', setup.createdAt));
  return new Company(setup, { accounts, items }, () => NOW);
}

/** Posts an invoice over one line of the first item and returns its id. */
export function invoiced(
  company: Company,
  customerNumber: string,
  invoice: { date: string; price: number; quantity?: number; currencyCode?: string; dueDate?: string },
): string {
  const { id } = createDocument(company, {
    kind: 'Invoice',
    customerNumber,
    documentDate: invoice.date,
    postingDate: invoice.date,
    dueDate: invoice.dueDate,
    currencyCode: invoice.currencyCode,
    lines: [{ type: 'Item', number: '1896-S', quantity: invoice.quantity ?? 1, unitPrice: invoice.price }],
  });
  postInvoice(company, id);
  return id;
}
