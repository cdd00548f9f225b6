import type { CalendarDate } from '../../domain/calendarDate';
import type { ScheduledChange, ScheduleKind } from '../../domain/itemAvailability';
import { addQuantities, parseQuantity, quantityText, ZERO, type Quantity } from '../../domain/quantity';

/** One item in one location while it is read. */
export interface LocationStock {
  inventory: Quantity;
  readonly totals: Map<ScheduleKind, Quantity>;
  readonly changes: Map<string, ScheduledChange>;
}

/** The stock of one item while it is read. Once a quantity cannot be added exactly, nothing of it is known. */
export class ItemStock {
  /** By location code; '' is the blank location. */
  readonly locations = new Map<string, LocationStock>();
  private readonly inTransitCodes = new Set<string>();
  private overflown = false;

  /** A quantity is beyond what the tables hold exactly. */
  get isOutOfRange(): boolean {
    if (this.overflown) return true;
    const quantities = [...this.locations.values()].flatMap(({ inventory, totals }) => [inventory, ...totals.values()]);
    return quantities.some((quantity) => parseQuantity(quantityText(quantity)) === null);
  }

  addEntry(locationCode: string, remainingQuantity: string): void {
    const location = this.at(locationCode);
    location.inventory = this.sum(location.inventory, this.parsed(remainingQuantity));
  }

  addChange(
    locationCode: string,
    kind: ScheduleKind,
    date: CalendarDate | null,
    documentNumber: string,
    text: string,
  ): void {
    const quantity = this.parsed(text);
    if (quantity === 0) return;
    const { totals, changes } = this.at(locationCode);
    totals.set(kind, this.sum(totals.get(kind) ?? ZERO, quantity));
    const key = `${kind} ${date ?? ''} ${documentNumber}`;
    const before = changes.get(key)?.quantity ?? ZERO;
    const named = documentNumber === '' ? null : documentNumber;
    changes.set(key, { kind, date, quantity: this.sum(before, quantity), documentNumber: named });
  }

  /** Goods on their way between two locations are in this one. */
  addInTransitLocation(code: string): void {
    if (code !== '') this.inTransitCodes.add(code);
  }

  isInTransit(code: string): boolean {
    return this.inTransitCodes.has(code);
  }

  private at(code: string): LocationStock {
    const known = this.locations.get(code);
    if (known !== undefined) return known;
    const location = { inventory: ZERO, totals: new Map(), changes: new Map() };
    this.locations.set(code, location);
    return location;
  }

  private parsed(text: string): Quantity {
    const quantity = parseQuantity(text);
    if (quantity === null) this.overflown = true;
    return quantity ?? ZERO;
  }

  private sum(a: Quantity, b: Quantity): Quantity {
    const sum = addQuantities(a, b);
    if (!Number.isSafeInteger(sum)) this.overflown = true;
    return sum;
  }
}
