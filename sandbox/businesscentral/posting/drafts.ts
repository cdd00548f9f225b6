import Big from 'big.js';
import { EMPTY_DATE } from '../ledger/dates';
import type { CalendarDate } from '../ledger/dates';
import { accountWith } from '../model/account';
import type { Account } from '../model/account';
import type { Company } from '../model/company';
import type { LineType, SalesDocument, SalesLine, UnpostedStatus } from '../model/documents';
import type { Item, ItemUnit } from '../model/items';
import { itemUnit, locationOf, tradableItem } from './itemPlaces';
import { accountOf, withDocument } from './places';
import { PostingError } from './postingError';

export interface NewLine {
  readonly type: LineType;
  /** Item or account number. */
  readonly number?: string;
  readonly sequence?: number;
  readonly description?: string;
  readonly quantity?: number;
  /** The item's own price, in the document's currency, when left out. */
  readonly unitPrice?: number;
  readonly discountPercent?: number;
  readonly shipmentDate?: CalendarDate;
  readonly unitOfMeasureCode?: string;
  /** The company's own location when left out; empty = the blank location. */
  readonly locationCode?: string;
}

export interface NewDocument {
  readonly kind: 'Order' | 'Invoice';
  readonly customerNumber: string;
  readonly billToCustomerNumber?: string;
  readonly number?: string;
  readonly externalDocumentNumber?: string;
  readonly documentDate?: CalendarDate;
  readonly postingDate?: CalendarDate;
  readonly dueDate?: CalendarDate;
  readonly requestedDeliveryDate?: CalendarDate;
  /** Empty = local currency; the bill-to customer's when left out. */
  readonly currencyCode?: string;
  readonly paymentTermsCode?: string;
  readonly shipmentMethodCode?: string;
  readonly salespersonCode?: string;
  readonly yourReference?: string;
  readonly status?: UnpostedStatus;
  readonly lines?: readonly NewLine[];
}

/** Makes an order or a draft invoice, as its customer's defaults say. Throws PostingError. */
export function createDocument(company: Company, draft: NewDocument): SalesDocument {
  const sellTo = accountOf(company, draft.customerNumber).account.customer;
  const billToNumber = draft.billToCustomerNumber ?? (sellTo.billToCustomerNumber || sellTo.number);
  const { index, account } = accountOf(company, billToNumber);
  for (const { blocked, number } of [sellTo, account.customer]) {
    if (blocked === 'All') {
      throw new PostingError(
        `You cannot create this type of document when Customer ${number} is blocked with type All`,
      );
    }
  }
  const documentDate = draft.documentDate ?? company.workDate;
  const paymentTermsCode = draft.paymentTermsCode ?? account.customer.paymentTermsCode;
  const base: SalesDocument = {
    id: company.newId(draft.kind),
    kind: draft.kind,
    number: draft.number ?? company.nextNumber(draft.kind === 'Order' ? 'order' : 'invoice'),
    externalDocumentNumber: draft.externalDocumentNumber ?? '',
    documentDate,
    postingDate: draft.postingDate ?? company.workDate,
    dueDate: draft.dueDate ?? company.dueDate(paymentTermsCode, documentDate),
    requestedDeliveryDate: draft.requestedDeliveryDate ?? EMPTY_DATE,
    sellToCustomerNumber: sellTo.number,
    billToCustomerNumber: billToNumber,
    currencyCode: draft.currencyCode ?? account.customer.currencyCode,
    paymentTermsCode,
    shipmentMethodCode: draft.shipmentMethodCode ?? sellTo.shipmentMethodCode,
    salespersonCode: draft.salespersonCode ?? sellTo.salespersonCode,
    yourReference: draft.yourReference ?? '',
    orderId: '',
    orderNumber: '',
    status: draft.status ?? 'Draft',
    ledgerEntryNumber: undefined,
    canceled: false,
    lines: [],
    modifiedAt: company.now(),
    version: 0,
  };
  const document = (draft.lines ?? []).reduce(
    (current, line) => ({ ...current, lines: [...current.lines, makeLine(company, current, account, line)] }),
    base,
  );
  company.change(index, (version) => addDocument(account, { ...document, version }));
  return document;
}

function addDocument(account: Account, document: SalesDocument): Account {
  return document.kind === 'Order'
    ? accountWith(account, { orders: [...account.orders, document] })
    : accountWith(account, { invoices: [...account.invoices, document] });
}

/** A line as its item's defaults say. Throws PostingError. */
export function makeLine(company: Company, document: SalesDocument, account: Account, line: NewLine): SalesLine {
  const item = line.type === 'Item' ? tradableItem(company, line.number ?? '') : undefined;
  const unit = item === undefined ? undefined : itemUnit(item, line.unitOfMeasureCode);
  const lastSequence = document.lines.at(-1)?.sequence ?? 0;
  return {
    id: company.newId('line'),
    sequence: line.sequence ?? lastSequence + 10_000,
    type: line.type,
    number: item?.number ?? line.number ?? '',
    description: line.description ?? item?.displayName ?? '',
    description2: '',
    unitOfMeasureCode: unit?.code ?? line.unitOfMeasureCode ?? '',
    quantityPerUnit: unit?.quantityPerUnit ?? 1,
    quantity: line.quantity ?? 0,
    unitPrice: line.unitPrice ?? (item === undefined ? 0 : inCurrency(company, priceOf(item, unit), document)),
    discountPercent: line.discountPercent ?? 0,
    taxPercent: line.type === 'Comment' ? 0 : account.customer.taxPercent,
    shipmentDate: line.shipmentDate ?? shipmentDateOf(document),
    locationCode: line.type === 'Comment' ? '' : locationOf(company, line.locationCode ?? company.setup.locationCode),
    shippedQuantity: 0,
    invoicedQuantity: 0,
  };
}

/** What is to be delivered on a day is shipped on it; everything else when it is posted. */
export function shipmentDateOf({ requestedDeliveryDate, postingDate }: SalesDocument): CalendarDate {
  return requestedDeliveryDate === EMPTY_DATE ? postingDate : requestedDeliveryDate;
}

function priceOf(item: Item, unit: ItemUnit | undefined): number {
  return new Big(item.unitPrice)
    .times(unit?.quantityPerUnit ?? 1)
    .round(5)
    .toNumber();
}

/** A price in local currency as a price in the document's. */
function inCurrency(company: Company, price: number, { currencyCode, postingDate }: SalesDocument): number {
  if (currencyCode === '') {
    return price;
  }
  const rate = company.exchangeRate(currencyCode, postingDate);
  return Math.round((price * rate.exchangeRateAmount * 100) / rate.relationalExchangeRateAmount) / 100;
}

/** Changes a document that is not posted; the change gets a new version. */
export function changeDocument(
  company: Company,
  { index, account, document }: { index: number; account: Account; document: SalesDocument },
  change: Partial<SalesDocument> | undefined,
): void {
  company.change(index, (version) =>
    withDocument(
      account,
      document.id,
      change === undefined ? undefined : { ...document, ...change, version, modifiedAt: company.now() },
    ),
  );
}
