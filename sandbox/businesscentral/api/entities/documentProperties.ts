import { EMPTY_DATE } from '../../ledger/dates';
import { isCompletelyShipped } from '../../model/documents';
import { NULL_GUID } from '../../model/identifiers';
import { amount, calculated, calculatedText, date, flag, guid, instant, member, text } from '../properties';
import type { ApiProperty } from '../properties';
import type { DocumentRow } from '../rows';
import { documentAmounts, remainingOf, statusOf } from './documentFigures';
import { address, PARTIES, sellTo } from './documentParties';
import { idOfCode, shownCurrency } from './setupReferences';

const TERMS: readonly ApiProperty<DocumentRow>[] = [
  guid('paymentTermsId', ({ company, document }) => idOfCode(company.setup.paymentTerms, document.paymentTermsCode)),
  guid('shipmentMethodId', ({ company, document }) =>
    idOfCode(company.setup.shipmentMethods, document.shipmentMethodCode),
  ),
  text('salesperson', ({ document }) => document.salespersonCode),
];

const CURRENCY_ID = guid<DocumentRow>('currencyId', ({ company, document }) =>
  idOfCode(company.setup.currencies, document.currencyCode),
);
const CURRENCY_CODE = calculatedText<DocumentRow>('currencyCode', ({ company, document }) =>
  shownCurrency(company, document.currencyCode),
);
const DIMENSIONS = [
  text<DocumentRow>('shortcutDimension1Code', () => ''),
  text<DocumentRow>('shortcutDimension2Code', () => ''),
];

const TOTALS: readonly ApiProperty<DocumentRow>[] = [
  amount('discountAmount', () => 0),
  flag('discountAppliedBeforeTax', () => false),
  amount('totalAmountExcludingTax', (row) => documentAmounts(row).withoutTax),
  amount('totalTaxAmount', (row) => documentAmounts(row).tax),
  amount('totalAmountIncludingTax', (row) => documentAmounts(row).withTax),
];

export const ORDER_PROPERTIES: readonly ApiProperty<DocumentRow>[] = [
  guid('id', ({ document }) => document.id),
  text('number', ({ document }) => document.number),
  text('externalDocumentNumber', ({ document }) => document.externalDocumentNumber),
  date('orderDate', ({ document }) => document.documentDate),
  date('postingDate', ({ document }) => document.postingDate),
  ...PARTIES,
  ...address('billTo', 'field'),
  ...address('shipTo', 'field'),
  ...DIMENSIONS,
  CURRENCY_ID,
  CURRENCY_CODE,
  flag('pricesIncludeTax', () => false),
  ...TERMS,
  calculated(flag('partialShipping', () => true)),
  date('requestedDeliveryDate', ({ document }) => document.requestedDeliveryDate),
  ...TOTALS,
  flag('fullyShipped', ({ document }) => isCompletelyShipped(document)),
  member('status', ({ document }) => document.status),
  instant('lastModifiedDateTime', ({ document }) => document.modifiedAt),
  text('phoneNumber', (row) => sellTo(row).phoneNumber),
  text('email', (row) => sellTo(row).email),
];

export const INVOICE_PROPERTIES: readonly ApiProperty<DocumentRow>[] = [
  guid('id', ({ document }) => document.id),
  text('number', ({ document }) => document.number),
  text('externalDocumentNumber', ({ document }) => document.externalDocumentNumber),
  date('invoiceDate', ({ document }) => document.documentDate),
  date('postingDate', ({ document }) => document.postingDate),
  date('dueDate', ({ document }) => document.dueDate),
  date('promisedPayDate', () => EMPTY_DATE),
  text('customerPurchaseOrderReference', ({ document }) => document.yourReference),
  ...PARTIES,
  ...address('billTo', 'calculated'),
  ...address('shipTo', 'field'),
  CURRENCY_ID,
  ...DIMENSIONS,
  CURRENCY_CODE,
  guid('orderId', ({ document }) => document.orderId || NULL_GUID),
  text('orderNumber', ({ document }) => document.orderNumber),
  ...TERMS,
  guid('disputeStatusId', () => NULL_GUID),
  text('disputeStatus', () => ''),
  flag('pricesIncludeTax', () => false),
  calculated(amount('remainingAmount', remainingOf)),
  ...TOTALS,
  member('status', statusOf),
  instant('lastModifiedDateTime', ({ document }) => document.modifiedAt),
  text('phoneNumber', (row) => sellTo(row).phoneNumber),
  text('email', (row) => sellTo(row).email),
];
