import type { CalendarDate } from './calendarDate';
import type { LocationAvailability, ScheduledChange } from './itemAvailability';
import {
  allLocations,
  availableToPromise,
  balanceAfter,
  balanceCurve,
  byDate,
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
  private readonly locations = new Map<string, LocationAvailability>();
  private readonly whole = new Map<string | null, BalanceCurve>();
  private readonly left = new Map<string | null, BalanceCurve>();
  private all: Stock | null = null;
  /** From all locations together: few quotes ask for that curve, and it is the longest. */
  private readonly notYetTaken: { readonly quantity: Quantity; readonly date: CalendarDate }[] = [];

  constructor(private readonly everywhere: readonly LocationAvailability[]) {
    for (const location of everywhere) if (!location.isInTransit) this.locations.set(location.code, location);
  }

  get codes(): Iterable<string> {
    return this.locations.keys();
  }

  nameOf(code: string): string {
    return this.locations.get(code)?.name ?? code;
  }

  /** Before any line took its part. @param code `null` for all locations together */
  wholeCurve(code: string | null): BalanceCurve {
    let curve = this.whole.get(code);
    if (curve === undefined) {
      const stock = this.stock(code);
      curve = stock ? balanceCurve(stock) : noStock;
      this.whole.set(code, curve);
    }
    return curve;
  }

  /** What lines so far left. @param code `null` for all locations together */
  curve(code: string | null): BalanceCurve {
    const curve = this.left.get(code) ?? this.wholeCurve(code);
    if (code !== null || this.notYetTaken.length === 0) return curve;
    const left = this.notYetTaken.splice(0).reduce((rest, take) => balanceAfter(rest, take.quantity, take.date), curve);
    this.left.set(null, left);
    return left;
  }

  /** What comes in after `from` up to `to`, or ever. By date. */
  receipts(code: string | null, from: CalendarDate, to: CalendarDate | null): readonly ScheduledChange[] {
    return byDate(
      (this.stock(code)?.schedule ?? []).filter(
        ({ kind, date }) => date !== null && date > from && (to === null || date <= to) && isReceipt(kind),
      ),
    );
  }

  /** The location that has most of what can be promised, if that is all of `wanted`. */
  alternative(wanted: Quantity, { locationCode, date }: Shipment): AlternativeLocation | null {
    if (locationCode === null) return null;
    const [best] = this.promises(date).filter(({ code, available }) => code !== locationCode && available >= wanted);
    return best ?? null;
  }

  /** Promises a quantity, so that it is not promised to another line. */
  take(taken: Quantity, { locationCode, date }: Shipment): void {
    this.notYetTaken.push({ quantity: taken, date });
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

  private stock(code: string | null): Stock | undefined {
    if (code !== null) return this.locations.get(code);
    if (this.all === null) {
      const { inventory, schedule } = allLocations(this.everywhere);
      this.all = { inventory, schedule: byDate(schedule) };
    }
    return this.all;
  }

  private takeFrom(code: string, taken: Quantity, date: CalendarDate): void {
    this.left.set(code, balanceAfter(this.curve(code), taken, date));
  }

  private promises(date: CalendarDate): AlternativeLocation[] {
    return [...this.locations.values()]
      .map(({ code, name }) => ({ code, name, available: availableToPromise(this.curve(code), date) }))
      .sort((a, b) => b.available - a.available || (a.code < b.code ? -1 : 1));
  }
}
