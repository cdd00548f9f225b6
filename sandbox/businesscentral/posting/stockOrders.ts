import { EMPTY_DATE } from '../ledger/dates';
import type { CalendarDate } from '../ledger/dates';
import type { ItemDocumentType } from '../ledger/itemEntries';
import { toBaseQuantity } from '../ledger/quantities';
import type { Company } from '../model/company';
import { roundQuantity } from '../model/documents';
import { stockWith } from '../model/items';
import type { NumberSeriesName } from '../model/setup';
import type { StockOrderKind, StockOrderLine } from '../model/stockDocuments';
import { itemOf, itemUnit, locationOf, tradableItem } from './itemPlaces';
import { postMovement } from './itemPosting';
import { accountOf } from './places';
import { PostingError } from './postingError';
import { positiveQuantity, shareOut } from './shares';

export interface NewStockLine {
  readonly itemNumber: string;
  /** In the line's unit; more than 0. */
  readonly quantity: number;
  /** The item's base unit when left out. */
  readonly unitOfMeasureCode?: string;
  /** The company's own location when left out; empty = the blank location. */
  readonly locationCode?: string;
  /** When the goods come or go; no date when left out. */
  readonly date?: CalendarDate;
}

export interface NewStockOrder {
  readonly kind: StockOrderKind;
  /** The vendor, the first one when left out; of a sales return order the customer. */
  readonly partnerNumber?: string;
  readonly lines: readonly NewStockLine[];
}

interface KindRules {
  readonly orders: NumberSeriesName;
  readonly vouchers: NumberSeriesName;
  readonly documentType: ItemDocumentType;
  readonly partner: 'Vendor' | 'Customer';
  /** 1: the goods come in. */
  readonly direction: 1 | -1;
}

const RULES: Readonly<Record<StockOrderKind, KindRules>> = {
  'Purchase Order': {
    orders: 'purchaseOrder',
    vouchers: 'receipt',
    documentType: 'Purchase Receipt',
    partner: 'Vendor',
    direction: 1,
  },
  'Purchase Return Order': {
    orders: 'purchaseReturnOrder',
    vouchers: 'returnShipment',
    documentType: 'Purchase Return Shipment',
    partner: 'Vendor',
    direction: -1,
  },
  'Sales Return Order': {
    orders: 'salesReturnOrder',
    vouchers: 'returnReceipt',
    documentType: 'Sales Return Receipt',
    partner: 'Customer',
    direction: 1,
  },
};

/** Makes a purchase order or a return order and returns its number. Throws PostingError. */
export function createStockOrder(company: Company, { kind, partnerNumber, lines }: NewStockOrder): string {
  return company.transaction(() => {
    const partner = partnerOf(company, kind, partnerNumber);
    const documentNumber = company.nextNumber(RULES[kind].orders);
    for (const [place, line] of lines.entries()) {
      addLine(company, kind, partner, documentNumber, (place + 1) * 10_000, line);
    }
    return documentNumber;
  });
}

function addLine(
  company: Company,
  kind: StockOrderKind,
  partnerNumber: string,
  documentNumber: string,
  lineNumber: number,
  { itemNumber, quantity, unitOfMeasureCode, locationCode, date = EMPTY_DATE }: NewStockLine,
): void {
  const item = tradableItem(company, itemNumber);
  const unit = itemUnit(item, unitOfMeasureCode);
  const line: StockOrderLine = {
    id: company.newId('stock order line'),
    kind,
    documentNumber,
    lineNumber,
    partnerNumber,
    itemNumber: item.number,
    locationCode: locationOf(company, locationCode ?? company.setup.locationCode),
    unitOfMeasureCode: unit.code,
    quantityPerUnit: unit.quantityPerUnit,
    quantity: positiveQuantity(quantity),
    handledQuantity: 0,
    date,
  };
  const { index, record } = itemOf(company, item.number);
  company.changeItem(index, () => ({
    item: record.item,
    stock: stockWith(record.stock, { orderLines: [...record.stock.orderLines, line] }),
  }));
}

function partnerOf(company: Company, kind: StockOrderKind, number: string | undefined): string {
  if (RULES[kind].partner === 'Customer') {
    return accountOf(company, number ?? company.accounts.at(0)?.customer.number ?? '').account.customer.number;
  }
  const vendor = company.setup.vendors.find((one) => number === undefined || one.number === number);
  if (vendor === undefined) {
    throw new PostingError(`The Vendor does not exist. Identification fields and values: No.='${number ?? ''}'`);
  }
  return vendor.number;
}

/**
 * Receives an order, or ships a purchase return order: `quantity` of its lines in their order, or all that is
 * outstanding. Returns the number of the receipt. Throws PostingError.
 */
export function handleStockOrder(company: Company, kind: StockOrderKind, number: string, quantity?: number): string {
  return company.transaction(() => {
    const lines = linesOfOrder(company, kind, number);
    const voucher = company.nextNumber(RULES[kind].vouchers);
    for (const [line, handled] of shares(lines, quantity)) {
      handleLine(company, line, handled, voucher);
    }
    return voucher;
  });
}

function linesOfOrder(company: Company, kind: StockOrderKind, number: string): readonly StockOrderLine[] {
  const lines = company.items
    .indexesOfDocument(number)
    .flatMap((index) => company.items.at(index)?.stock.orderLines ?? [])
    .filter((line) => line.kind === kind && line.documentNumber === number)
    .sort((left, right) => left.lineNumber - right.lineNumber);
  if (lines.length === 0) {
    throw new PostingError(`The ${kind} ${number} does not exist.`);
  }
  return lines;
}

function shares(lines: readonly StockOrderLine[], quantity: number | undefined) {
  return shareOut(lines, (line) => line.quantity - line.handledQuantity, quantity);
}

function handleLine(company: Company, line: StockOrderLine, handled: number, voucher: string): void {
  const rules = RULES[line.kind];
  tradableItem(company, line.itemNumber);
  const handledQuantity = roundQuantity(line.handledQuantity + handled);
  const baseOf = (quantity: number) => toBaseQuantity(quantity, line.quantityPerUnit);
  postMovement(company, {
    itemNumber: line.itemNumber,
    type: rules.partner === 'Vendor' ? 'Purchase' : 'Sale',
    documentType: rules.documentType,
    documentNumber: voucher,
    sourceType: rules.partner,
    sourceNumber: line.partnerNumber,
    postingDate: company.workDate,
    locationCode: line.locationCode,
    quantity: rules.direction * (baseOf(handledQuantity) - baseOf(line.handledQuantity)),
    unitOfMeasureCode: line.unitOfMeasureCode,
    quantityPerUnit: line.quantityPerUnit,
  });
  const { index, record } = itemOf(company, line.itemNumber);
  const orderLines = record.stock.orderLines.map((one) => (one.id === line.id ? { ...one, handledQuantity } : one));
  company.changeItem(index, () => ({ item: record.item, stock: stockWith(record.stock, { orderLines }) }));
}
