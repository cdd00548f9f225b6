import type { Hundredths } from '../ledger/amounts';
import type { CalendarDate } from '../ledger/dates';
import type { ItemDocumentType } from '../ledger/itemEntries';
import { toBaseQuantity } from '../ledger/quantities';
import { amountsOfLine } from '../model/documents';
import type { SalesDocument, SalesLine } from '../model/documents';
import type { Company } from '../model/company';
import { invoiceMovements, postMovement } from './itemPosting';

interface Voucher {
  readonly type: ItemDocumentType;
  readonly number: string;
  readonly postingDate: CalendarDate;
}

/** Posts that lines went from so much shipped to more: the goods leave their locations. Throws PostingError. */
export function postShipment(
  company: Company,
  document: SalesDocument,
  shippedLines: readonly SalesLine[],
  voucher: Voucher,
): void {
  for (const line of shippedLines) {
    const before = document.lines.find(({ id }) => id === line.id)?.shippedQuantity ?? 0;
    const quantity =
      toBaseQuantity(line.shippedQuantity, line.quantityPerUnit) - toBaseQuantity(before, line.quantityPerUnit);
    post(company, document, line, { ...voucher, quantity: -quantity, orderLineId: line.id });
  }
}

/** Posts that an invoice took its goods out of stock, or that a credit memo brought them back. Throws PostingError. */
export function postInvoicedGoods(
  company: Company,
  document: SalesDocument,
  voucher: Voucher,
  direction: 'out' | 'back',
): void {
  const sign = direction === 'out' ? -1 : 1;
  for (const line of document.lines) {
    post(company, document, line, {
      ...voucher,
      quantity: sign * toBaseQuantity(line.quantity, line.quantityPerUnit),
      invoicedFor: -sign * lineAmountLocal(company, document, line),
    });
  }
}

/** Gives the shipments of an order their invoice. */
export function invoiceShipments(company: Company, document: SalesDocument, billed: readonly SalesLine[]): void {
  for (const line of billed) {
    if (line.type === 'Item') {
      invoiceMovements(company, line.number, line.id, lineAmountLocal(company, document, line));
    }
  }
}

function post(
  company: Company,
  document: SalesDocument,
  line: SalesLine,
  {
    type,
    number,
    postingDate,
    ...movement
  }: Voucher & { readonly quantity: number; readonly orderLineId?: string; readonly invoicedFor?: Hundredths },
): void {
  if (line.type !== 'Item') {
    return;
  }
  postMovement(company, {
    itemNumber: line.number,
    type: 'Sale',
    documentType: type,
    documentNumber: number,
    sourceType: 'Customer',
    sourceNumber: document.sellToCustomerNumber,
    postingDate,
    locationCode: line.locationCode,
    unitOfMeasureCode: line.unitOfMeasureCode,
    quantityPerUnit: line.quantityPerUnit,
    ...movement,
  });
}

function lineAmountLocal(company: Company, document: SalesDocument, line: SalesLine): Hundredths {
  const { withoutTax } = amountsOfLine(line, company.precisionOf(document.currencyCode));
  return company.toLocal(withoutTax, document.currencyCode, document.postingDate);
}
