import type { CalendarDate } from './calendarDate';
import type { LocationAvailability, ScheduledChange } from './itemAvailability';
import {
  allLocations,
  availableToPromise,
  balanceAfter,
  balanceCurve,
  isReceipt,
  noStock,
  type BalanceCurve,
  type Stock,
} from './projectedBalance';
import { subtractQuantities, type Quantity } from './quantity';
import type { AlternativeLocation, Shipment } from './quoteLine';

/** One item's stock while lines of a quote take their part of it, one after the other. */
export class ItemStock {
  /** Locations from which can be shipped. */
  private readonly locations: ReadonlyMap<string, LocationAvailability>;
  private readonly all: Stock;
  private readonly curves = new Map<string | null, BalanceCurve>();

  constructor(locations: readonly LocationAvailability[]) {
    this.locations = new Map(
      locations.filter(({ isInTransit }) => !isInTransit).map((location) => [location.code, location]),
    );
    this.all = allLocations(locations);
  }

  get codes(): Iterable<string> {
    return this.locations.keys();
  }

  nameOf(code: string): string {
    return this.locations.get(code)?.name ?? code;
  }

  /** @param code `null` for all locations together */
  curve(code: string | null): BalanceCurve {
    let curve = this.curves.get(code);
    if (curve === undefined) {
      const stock = code === null ? this.all : this.locations.get(code);
      curve = stock ? balanceCurve(stock) : noStock;
      this.curves.set(code, curve);
    }
    return curve;
  }

  /** What comes in after `from` up to `to`, or ever. */
  receipts(code: string | null, from: CalendarDate, to: CalendarDate | null): readonly ScheduledChange[] {
    const stock = code === null ? this.all : this.locations.get(code);
    return (stock?.schedule ?? [])
      .filter(({ kind, date }) => isReceipt(kind) && date !== null && date > from && (to === null || date <= to))
      .sort((a, b) => Number((a.date ?? '') > (b.date ?? '')) - Number((a.date ?? '') < (b.date ?? '')));
  }

  /** The location that has most of what can be promised, if that is all of `wanted`. */
  alternative(wanted: Quantity, { locationCode, date }: Shipment): AlternativeLocation | null {
    if (locationCode === null) return null;
    const [best] = this.promises(date).filter(({ code, available }) => code !== locationCode && available >= wanted);
    return best ?? null;
  }

  /** Promises a quantity, so that it is not promised to another line. */
  take(taken: Quantity, { locationCode, date }: Shipment): void {
    this.takeFrom(null, taken, date);
    if (locationCode !== null) {
      this.takeFrom(locationCode, taken, date);
      return;
    }
    // A line from anywhere must leave less to those that name a location: where there is most, it is taken first.
    let rest = taken;
    for (const { code, available } of this.promises(date)) {
      const part = available < rest ? available : rest;
      if (part <= 0) return;
      this.takeFrom(code, part, date);
      rest = subtractQuantities(rest, part);
    }
  }

  private takeFrom(code: string | null, taken: Quantity, date: CalendarDate): void {
    this.curves.set(code, balanceAfter(this.curve(code), taken, date));
  }

  private promises(date: CalendarDate): AlternativeLocation[] {
    return [...this.locations.values()]
      .map(({ code, name }) => ({ code, name, available: availableToPromise(this.curve(code), date) }))
      .sort((a, b) => b.available - a.available || (a.code < b.code ? -1 : 1));
  }
}
