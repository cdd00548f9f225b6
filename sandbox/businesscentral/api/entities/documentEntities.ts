import { discountOf } from '../../ledger/amounts';
import { EMPTY_DATE } from '../../ledger/dates';
import { remainingAmount } from '../../ledger/entries';
import { NULL_GUID } from '../../model/identifiers';
import { amountsOfLine, isCompletelyShipped, roundQuantity } from '../../model/documents';
import type { SalesDocument } from '../../model/documents';
import { cancelInvoice, postInvoice } from '../../posting/invoices';
import { shipAndInvoiceOrder } from '../../posting/orders';
import { dialogError, notEmulated } from '../apiError';
import type { Catalog, CatalogReference } from '../catalogTypes';
import { EntitySet } from '../entitySet';
import {
  amount,
  calculated,
  calculatedText,
  date,
  decimal,
  flag,
  guid,
  instant,
  member,
  text,
  whole,
} from '../properties';
import type { ApiProperty } from '../properties';
import type { RequestContext } from '../requestContext';
import { documentAmounts, documentSource, lineSource, linesOf } from '../sources';
import type { DocumentRow, LineRow } from '../sources';
import { idOfCode, recordOf, shownCurrency } from './customerEntities';
import {
  createLine,
  createSalesDocument,
  LINE_WRITABLE,
  DOCUMENT_WRITABLE,
  removeLine,
  removeSalesDocument,
  updateLine,
  updateSalesDocument,
} from './documentWrites';

/** Who a document was sold to, whose account is not always the one it lies in. */
function sellTo({ company, account, document }: DocumentRow) {
  return document.sellToCustomerNumber === account.customer.number
    ? account.customer
    : (company.accounts.byNumber(document.sellToCustomerNumber)?.customer ?? account.customer);
}

function address(prefix: string, state: 'calculated' | 'field'): readonly ApiProperty<DocumentRow>[] {
  const of = (row: DocumentRow) => (prefix === 'billTo' ? row.account.customer : sellTo(row));
  const properties = [
    text<DocumentRow>(`${prefix}AddressLine1`, (row) => of(row).addressLine1),
    text<DocumentRow>(`${prefix}AddressLine2`, (row) => of(row).addressLine2),
    text<DocumentRow>(`${prefix}City`, (row) => of(row).city),
    text<DocumentRow>(`${prefix}Country`, (row) => of(row).country),
    text<DocumentRow>(`${prefix}State`, (row) => of(row).state),
    text<DocumentRow>(`${prefix}PostCode`, (row) => of(row).postalCode),
  ];
  return state === 'calculated' ? properties.map(calculated) : properties;
}

/** Who buys, who pays, who receives: the same on orders and invoices. */
const PARTIES: readonly ApiProperty<DocumentRow>[] = [
  guid('customerId', (row) => sellTo(row).id),
  text('customerNumber', ({ document }) => document.sellToCustomerNumber),
  text('customerName', (row) => sellTo(row).displayName),
  text('billToName', ({ account }) => account.customer.displayName),
  guid('billToCustomerId', ({ account }) => account.customer.id),
  text('billToCustomerNumber', ({ document }) => document.billToCustomerNumber),
  text('shipToName', (row) => sellTo(row).displayName),
  text('shipToContact', (row) => sellTo(row).contactName),
  ...address('sellTo', 'field'),
];

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

const ORDER_PROPERTIES: readonly ApiProperty<DocumentRow>[] = [
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

const INVOICE_PROPERTIES: readonly ApiProperty<DocumentRow>[] = [
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

/** What is still to be paid of a posted invoice; of a draft, its whole amount. */
function remainingOf(row: DocumentRow): number {
  const { document, account } = row;
  const entry = account.entries.find(({ number }) => number === document.ledgerEntryNumber);
  return entry === undefined ? documentAmounts(row).withTax : remainingAmount(entry);
}

function statusOf(row: DocumentRow): string {
  const { document } = row;
  if (document.ledgerEntryNumber === undefined) {
    return document.status;
  }
  return document.canceled ? 'Canceled' : remainingOf(row) === 0 ? 'Paid' : 'Open';
}

function lineProperties(kind: SalesDocument['kind']): readonly ApiProperty<LineRow>[] {
  const precision = ({ company, document }: LineRow) => company.precisionOf(document.currencyCode);
  const amounts = (row: LineRow) => amountsOfLine(row.line, precision(row));
  const quantities: readonly ApiProperty<LineRow>[] = [
    decimal('shippedQuantity', ({ line }) => line.shippedQuantity),
    decimal('invoicedQuantity', ({ line }) => line.invoicedQuantity),
    decimal('invoiceQuantity', ({ line }) => roundQuantity(line.quantity - line.invoicedQuantity)),
    decimal('shipQuantity', ({ line }) => roundQuantity(line.quantity - line.shippedQuantity)),
  ];
  return [
    guid('id', ({ line }) => line.id),
    guid('documentId', ({ document }) => document.id),
    whole('sequence', ({ line }) => line.sequence),
    guid(
      'itemId',
      ({ company, line }) => company.setup.items.find(({ number }) => number === line.number)?.id ?? NULL_GUID,
    ),
    guid('accountId', () => NULL_GUID),
    member('lineType', ({ line }) => line.type),
    text('lineObjectNumber', ({ line }) => line.number),
    text('description', ({ line }) => line.description),
    text('description2', ({ line }) => line.description2),
    guid('unitOfMeasureId', () => NULL_GUID),
    text('unitOfMeasureCode', ({ line }) => line.unitOfMeasureCode),
    decimal('quantity', ({ line }) => line.quantity),
    decimal('unitPrice', ({ line }) => line.unitPrice),
    amount('discountAmount', ({ line }) => discountOf(line.quantity, line.unitPrice, line.discountPercent)),
    decimal('discountPercent', ({ line }) => line.discountPercent),
    flag('discountAppliedBeforeTax', () => false),
    amount('amountExcludingTax', (row) => amounts(row).withoutTax),
    text('taxCode', ({ line }) => (line.type === 'Comment' ? '' : 'STANDARD')),
    decimal('taxPercent', ({ line }) => line.taxPercent),
    amount('totalTaxAmount', (row) => amounts(row).tax),
    amount('amountIncludingTax', (row) => amounts(row).withTax),
    amount('invoiceDiscountAllocation', () => 0),
    amount('netAmount', (row) => amounts(row).withoutTax),
    amount('netTaxAmount', (row) => amounts(row).tax),
    amount('netAmountIncludingTax', (row) => amounts(row).withTax),
    date('shipmentDate', ({ line }) => line.shipmentDate),
    ...(kind === 'Order' ? quantities : []),
    guid('itemVariantId', () => NULL_GUID),
    guid('locationId', () => NULL_GUID),
  ];
}

function absentNavigations(setName: string, names: readonly string[]) {
  return names.map((name) => ({
    name,
    open: () => {
      throw notEmulated(`the navigation property '${name}' of ${setName}`);
    },
  }));
}

function documentNavigations(catalog: CatalogReference, kind: SalesDocument['kind']) {
  const { customers, currencies, paymentTerms, shipmentMethods, salesOrderLines, salesInvoiceLines } = catalog();
  const [name, lines] =
    kind === 'Order'
      ? (['salesOrderLines', salesOrderLines] as const)
      : (['salesInvoiceLines', salesInvoiceLines] as const);
  return [
    {
      name,
      open: (row: DocumentRow, context: RequestContext) =>
        lines.bindMany(
          context,
          () => linesOf(row),
          (_context, body) => createLine(row, body),
        ),
    },
    {
      name: 'customer',
      open: (row: DocumentRow, context: RequestContext) => {
        const account = row.company.accounts.byNumber(row.document.sellToCustomerNumber);
        return customers.bindOne(context, account === undefined ? undefined : { company: row.company, account });
      },
    },
    {
      name: 'currency',
      open: ({ company, document }: DocumentRow, context: RequestContext) =>
        currencies.bindOne(context, recordOf(company, company.setup.currencies, document.currencyCode)),
    },
    {
      name: 'paymentTerm',
      open: ({ company, document }: DocumentRow, context: RequestContext) =>
        paymentTerms.bindOne(context, recordOf(company, company.setup.paymentTerms, document.paymentTermsCode)),
    },
    {
      name: 'shipmentMethod',
      open: ({ company, document }: DocumentRow, context: RequestContext) =>
        shipmentMethods.bindOne(context, recordOf(company, company.setup.shipmentMethods, document.shipmentMethodCode)),
    },
    ...absentNavigations(kind === 'Order' ? 'salesOrders' : 'salesInvoices', [
      'dimensionSetLines',
      'pdfDocument',
      'attachments',
      'documentAttachments',
      'dimensionValue',
    ]),
  ];
}

function absentActions(names: readonly string[]) {
  return Object.fromEntries(
    names.map((name) => [
      name,
      () => {
        throw notEmulated(`the action Microsoft.NAV.${name}`);
      },
    ]),
  );
}

/** Sales orders and invoices with their lines. */
export function documentSets(
  catalog: CatalogReference,
): Pick<Catalog, 'salesOrders' | 'salesOrderLines' | 'salesInvoices' | 'salesInvoiceLines'> {
  return {
    salesOrders: new EntitySet<DocumentRow>({
      setName: 'salesOrders',
      entityName: 'salesOrder',
      properties: ORDER_PROPERTIES,
      source: documentSource('orders', () => true),
      idOf: ({ document }) => document.id,
      versionOf: ({ document }) => document.version,
      navigations: () => documentNavigations(catalog, 'Order'),
      checkRead: ({ permissions }) => {
        if (permissions.denied.has('salesOrders')) {
          throw dialogError('You do not have permissions to read Sales Orders.');
        }
      },
      writable: { ...DOCUMENT_WRITABLE, orderDate: {}, requestedDeliveryDate: {} },
      create: ({ company }, body) => createSalesDocument(company, 'Order', body),
      update: (_context, row, body) => updateSalesDocument(row, body),
      remove: (_context, row) => removeSalesDocument(row),
      actions: { shipAndInvoice: ({ company }, { document }) => shipAndInvoiceOrder(company, document.id) },
    }),
    salesOrderLines: lineSet(catalog, 'Order'),
    salesInvoices: new EntitySet<DocumentRow>({
      setName: 'salesInvoices',
      entityName: 'salesInvoice',
      properties: INVOICE_PROPERTIES,
      source: documentSource('invoices', (_document, { permissions }) => !permissions.denied.has('salesInvoices')),
      idOf: ({ document }) => document.id,
      versionOf: ({ document, account }) =>
        `${document.version} ${account.entries.find(({ number }) => number === document.ledgerEntryNumber)?.details.length ?? 0}`,
      navigations: () => documentNavigations(catalog, 'Invoice'),
      writable: {
        ...DOCUMENT_WRITABLE,
        invoiceDate: {},
        dueDate: {},
        customerPurchaseOrderReference: { length: 35 },
      },
      create: ({ company }, body) => createSalesDocument(company, 'Invoice', body),
      update: (_context, row, body) => updateSalesDocument(row, body),
      remove: (_context, row) => removeSalesDocument(row),
      actions: {
        post: ({ company }, { document }) => postInvoice(company, document.id),
        cancel: ({ company }, { document }) => cancelInvoice(company, document.id),
        ...absentActions(['postAndSend', 'send', 'cancelAndSend', 'makeCorrectiveCreditMemo']),
      },
    }),
    salesInvoiceLines: lineSet(catalog, 'Invoice'),
  };
}

function lineSet(catalog: CatalogReference, kind: SalesDocument['kind']): EntitySet<LineRow> {
  const setName = kind === 'Order' ? 'salesOrderLines' : 'salesInvoiceLines';
  return new EntitySet<LineRow>({
    setName,
    entityName: setName.slice(0, -1),
    properties: lineProperties(kind),
    source: lineSource(kind === 'Order' ? 'orders' : 'invoices'),
    idOf: ({ line }) => line.id,
    versionOf: ({ document }) => document.version,
    navigations: () => [
      {
        name: kind === 'Order' ? 'salesOrder' : 'salesInvoice',
        open: (row: LineRow, context: RequestContext) =>
          (kind === 'Order' ? catalog().salesOrders : catalog().salesInvoices).bindOne(context, row),
      },
      ...absentNavigations(setName, [
        'item',
        'account',
        'unitOfMeasure',
        'itemVariant',
        'location',
        'dimensionSetLines',
      ]),
    ],
    writable: LINE_WRITABLE,
    update: (_context, row, body) => updateLine(row, body),
    remove: (_context, row) => removeLine(row),
  });
}
