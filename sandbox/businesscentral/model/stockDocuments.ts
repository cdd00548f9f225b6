import { toBaseQuantity } from '../ledger/quantities';
import type { BaseQuantity } from '../ledger/quantities';
import type { CalendarDate } from '../ledger/dates';

/** Orders that lie with the item; sales orders lie with their customer. */
export type StockOrderKind = 'Purchase Order' | 'Purchase Return Order' | 'Sales Return Order';

interface StockLine {
  readonly id: string;
  readonly documentNumber: string;
  readonly lineNumber: number;
  readonly itemNumber: string;
  readonly unitOfMeasureCode: string;
  readonly quantityPerUnit: number;
  /** In the line's unit. */
  readonly quantity: number;
}

/** A line of a purchase order or of a return order. */
export interface StockOrderLine extends StockLine {
  readonly kind: StockOrderKind;
  /** The vendor; of a sales return order the customer. */
  readonly partnerNumber: string;
  readonly locationCode: string;
  /** Expected receipt date; of a sales return order the shipment date. `0001-01-01` = none. */
  readonly date: CalendarDate;
  /** Received or, of a purchase return order, shipped. */
  readonly handledQuantity: number;
}

/** A line of a transfer order. */
export interface TransferLine extends StockLine {
  readonly fromCode: string;
  readonly toCode: string;
  readonly inTransitCode: string;
  readonly shipmentDate: CalendarDate;
  readonly receiptDate: CalendarDate;
  readonly shippedQuantity: number;
  readonly receivedQuantity: number;
}

/** Field Outstanding Qty. (Base): what is ordered and not handled. */
export function outstandingBase(
  line: { readonly quantity: number; readonly quantityPerUnit: number },
  handledQuantity: number,
): BaseQuantity {
  return toBaseQuantity(line.quantity, line.quantityPerUnit) - toBaseQuantity(handledQuantity, line.quantityPerUnit);
}

/** Field Qty. in Transit (Base): what has left one location and not reached the other. */
export function inTransitBase(line: TransferLine): BaseQuantity {
  return (
    toBaseQuantity(line.shippedQuantity, line.quantityPerUnit) -
    toBaseQuantity(line.receivedQuantity, line.quantityPerUnit)
  );
}
