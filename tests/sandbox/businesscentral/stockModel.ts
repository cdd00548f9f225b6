/** Units of the items that the property test trades in: base units in one. */
export const UNITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '1896-S': { PCS: 1 },
  '70104': { CAN: 1, BOX: 10 },
  '80100': { BOX: 1, PACK: 0.2 },
};

export const LOCATIONS = ['', 'MAIN', 'EAST'] as const;

export type OrderKind = 'sale' | 'salesReturn' | 'purchase' | 'purchaseReturn';

/** Quantities are in the line's unit, whole numbers. */
export interface ModelOrder {
  readonly kind: OrderKind;
  readonly number: string;
  /** The API's id of a sales order. */
  readonly id: string;
  readonly item: string;
  readonly unit: string;
  readonly location: string;
  readonly date: string;
  readonly quantity: number;
  handled: number;
}

export interface ModelTransfer {
  readonly number: string;
  readonly item: string;
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
  shipped: number;
  received: number;
}

const HANDLED: Readonly<Record<OrderKind, 1 | -1>> = { sale: -1, salesReturn: 1, purchase: 1, purchaseReturn: -1 };

/** What stock should be, kept as sums per item and location instead of entries. */
export class StockModel {
  readonly orders: ModelOrder[] = [];
  transfers: ModelTransfer[] = [];
  private readonly onHand = new Map<string, number>();

  move(item: string, location: string, baseQuantity: number): void {
    const key = `${item}|${location}`;
    this.onHand.set(key, hundredThousandths((this.onHand.get(key) ?? 0) / 100_000 + baseQuantity));
  }

  handle(order: ModelOrder, quantity: number): void {
    order.handled += quantity;
    this.move(order.item, order.location, HANDLED[order.kind] * quantity * perUnit(order));
  }

  shipTransfer(transfer: ModelTransfer, quantity: number): void {
    transfer.shipped += quantity;
    this.move(transfer.item, transfer.from, -quantity);
    this.move(transfer.item, 'OWN LOG.', quantity);
  }

  receiveTransfer(transfer: ModelTransfer, quantity: number): void {
    transfer.received += quantity;
    this.move(transfer.item, 'OWN LOG.', -quantity);
    this.move(transfer.item, transfer.to, quantity);
    this.transfers = this.transfers.filter(({ quantity: all, received }) => received < all);
  }

  /** On hand by item and location, in hundred-thousandths. */
  stock(): Readonly<Record<string, number>> {
    return nonZero(this.onHand);
  }

  /** On hand by item. */
  totals(): Readonly<Record<string, number>> {
    return sums([...this.onHand].map(([key, quantity]) => [key.split('|')[0] ?? '', quantity]));
  }

  /** What orders of two kinds have open, by document, item, location, date and unit. */
  outstanding(order: OrderKind, returnOrder: OrderKind): Readonly<Record<string, number>> {
    return sums(
      this.orders
        .filter(({ kind }) => kind === order || kind === returnOrder)
        .map((one) => [
          [
            one.number,
            one.kind === order ? 'Order' : 'Return_x0020_Order',
            one.item,
            one.location,
            one.date,
            one.unit,
          ].join('|'),
          hundredThousandths((one.quantity - one.handled) * perUnit(one)),
        ]),
    );
  }

  /** What transfers have open and under way, by document, item and way. */
  onTheWay(): Readonly<Record<string, readonly [outstanding: number, inTransit: number]>> {
    return Object.fromEntries(
      this.transfers.map(({ number, item, from, to, quantity, shipped, received }) => [
        [number, item, from, to].join('|'),
        [hundredThousandths(quantity - shipped), hundredThousandths(shipped - received)],
      ]),
    );
  }
}

export function hundredThousandths(quantity: number): number {
  return Math.round(quantity * 100_000);
}

/** The sums of numbers with the same key, those that are zero left out. */
export function sums(pairs: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  const found = new Map<string, number>();
  for (const [key, value] of pairs) {
    found.set(key, (found.get(key) ?? 0) + value);
  }
  return nonZero(found);
}

function nonZero(values: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...values].filter(([, value]) => value !== 0));
}

function perUnit({ item, unit }: ModelOrder): number {
  return UNITS[item]?.[unit] ?? Number.NaN;
}
