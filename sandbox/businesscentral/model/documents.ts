import { lineAmount, percentOf } from '../ledger/amounts';
import type { Hundredths } from '../ledger/amounts';
import type { CalendarDate } from '../ledger/dates';

export type LineType = 'Comment' | 'Account' | 'Item';

export interface SalesLine {
  readonly id: string;
  readonly sequence: number;
  readonly type: LineType;
  /** Item or account number; empty on a comment. */
  readonly number: string;
  readonly description: string;
  readonly description2: string;
  readonly unitOfMeasureCode: string;
  /** Base units of the item in one of the line's. */
  readonly quantityPerUnit: number;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discountPercent: number;
  readonly taxPercent: number;
  readonly shipmentDate: CalendarDate;
  readonly locationCode: string;
  readonly shippedQuantity: number;
  readonly invoicedQuantity: number;
}

/** The state of a document that is not posted: Draft = open, In Review = pending approval, Open = released. */
export type UnpostedStatus = 'Draft' | 'In Review' | 'Open';

export interface SalesDocument {
  readonly id: string;
  readonly kind: 'Order' | 'Invoice';
  readonly number: string;
  readonly externalDocumentNumber: string;
  readonly documentDate: CalendarDate;
  readonly postingDate: CalendarDate;
  readonly dueDate: CalendarDate;
  readonly requestedDeliveryDate: CalendarDate;
  readonly sellToCustomerNumber: string;
  readonly billToCustomerNumber: string;
  /** Empty = local currency. */
  readonly currencyCode: string;
  readonly paymentTermsCode: string;
  readonly shipmentMethodCode: string;
  readonly salespersonCode: string;
  readonly yourReference: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly status: UnpostedStatus;
  /** The number of the customer ledger entry when the invoice is posted. */
  readonly ledgerEntryNumber: number | undefined;
  /** A posted invoice that a credit memo took back. */
  readonly canceled: boolean;
  readonly lines: readonly SalesLine[];
  readonly modifiedAt: string;
  readonly version: number;
}

/** Quantities have five decimal places. */
export function roundQuantity(quantity: number): number {
  return Math.round(quantity * 100_000) / 100_000;
}

export interface Amounts {
  readonly discount: Hundredths;
  readonly withoutTax: Hundredths;
  readonly tax: Hundredths;
  readonly withTax: Hundredths;
}

/** The amounts of a line in the document's currency. */
export function amountsOfLine(line: SalesLine, precision = 0.01): Amounts {
  const withoutTax = lineAmount(line.quantity, line.unitPrice, line.discountPercent, precision);
  const tax = percentOf(withoutTax, line.taxPercent, precision);
  const discount =
    line.discountPercent === 0 ? 0 : lineAmount(line.quantity, line.unitPrice, 0, precision) - withoutTax;
  return { discount, withoutTax, tax, withTax: withoutTax + tax };
}

/** The sums of a document's lines in its currency. */
export function amountsOfDocument(document: SalesDocument, precision = 0.01): Amounts {
  return document.lines.reduce<Amounts>(
    (sum, line) => {
      const amounts = amountsOfLine(line, precision);
      return {
        discount: sum.discount + amounts.discount,
        withoutTax: sum.withoutTax + amounts.withoutTax,
        tax: sum.tax + amounts.tax,
        withTax: sum.withTax + amounts.withTax,
      };
    },
    { discount: 0, withoutTax: 0, tax: 0, withTax: 0 },
  );
}

/** Whether every item line has left the house. */
export function isCompletelyShipped(document: SalesDocument): boolean {
  const goods = document.lines.filter(({ type }) => type !== 'Comment');
  return goods.length > 0 && goods.every(({ quantity, shippedQuantity }) => shippedQuantity >= quantity);
}
