import { addDays, type CalendarDate } from '../../domain/calendarDate';
import type { LocationAvailability, ScheduledChange, ScheduleKind } from '../../domain/itemAvailability';
import type { QuoteLine } from '../../domain/quoteLine';
import { TODAY } from './stockBuilders';

/** Every generated document is dated less than this many days from today. */
export const DAYS = 12;

/** Today and what follows, far enough that nothing changes any more. */
export const horizon: readonly CalendarDate[] = Array.from({ length: DAYS + 1 }, (_, day) => addDays(TODAY, day));

interface Promise {
  readonly place: string | null;
  readonly from: CalendarDate;
  readonly amount: number;
}

const plus: readonly ScheduleKind[] = ['purchaseOrder', 'salesReturn', 'transferReceipt', 'inTransit'];
const between: readonly ScheduleKind[] = ['transferReceipt', 'inTransit', 'transferShipment'];

/**
 * The stock of one item, counted anew for each day from every document and every promise, as a person would on paper.
 */
export class DayByDay {
  private readonly promises: Promise[] = [];

  constructor(private readonly locations: readonly LocationAvailability[]) {}

  /** Balance at the end of a day in hundred-thousandths; `null` is all locations. */
  balance(place: string | null, day: CalendarDate): number {
    let total = 0;
    const add = (changes: readonly ScheduledChange[], counts: (kind: ScheduleKind) => boolean): void => {
      for (const { kind, date, quantity } of changes) {
        if ((date === null || date <= day) && counts(kind)) total += (plus.includes(kind) ? 1 : -1) * quantity;
      }
    };
    for (const { code, inventory, schedule, isInTransit } of this.locations) {
      if (place !== null && (place !== code || isInTransit)) continue;
      total += inventory;
      add(schedule, (kind) => place !== null || !between.includes(kind));
    }
    for (const promise of this.promises) if (promise.place === place && promise.from <= day) total -= promise.amount;
    return total;
  }

  /** True when `amount` is there at the end of this day and of every later one. */
  has(place: string | null, amount: number, from: CalendarDate): boolean {
    return horizon.every((day) => day < from || this.balance(place, day) >= amount);
  }

  first(place: string | null, amount: number, from: CalendarDate): CalendarDate | null {
    return horizon.find((day) => day >= from && this.has(place, amount, day)) ?? null;
  }

  /** How many units can be promised: tried one after the other. */
  free(place: string, from: CalendarDate): number {
    let units = 0;
    while (this.has(place, units + 100_000, from)) units += 100_000;
    return units;
  }

  get shipping(): readonly string[] {
    return this.locations.filter(({ isInTransit }) => !isInTransit).map(({ code }) => code);
  }

  /** Answers one line, and promises what it asked for. */
  answer({ quantity, shipment: { locationCode, date } }: QuoteLine): string {
    const amount = quantity ?? 0;
    if (amount <= 0) return 'enough';
    const day = this.first(locationCode, amount, date);
    const last = Math.max(0, this.balance(locationCode, horizon[DAYS] ?? date));
    const answer = day === null ? `short ${amount - last}` : day === date ? 'enough' : `later ${day}`;
    this.promise(locationCode, amount, day ?? date);
    return answer;
  }

  private promise(place: string | null, amount: number, from: CalendarDate): void {
    this.promises.push({ place: null, from, amount });
    if (place !== null) {
      this.promises.push({ place, from, amount });
      return;
    }
    const rest = this.spread(amount, from, from);
    this.spread(rest, from, horizon[DAYS] ?? from);
  }

  /** Takes from each location what it has to give from `day` on, as soon as it can; what is left is returned. */
  private spread(amount: number, from: CalendarDate, day: CalendarDate): number {
    const free = this.shipping.map((code) => ({ code, units: this.free(code, day) }));
    free.sort((a, b) => b.units - a.units || (a.code < b.code ? -1 : 1));
    return free.reduce((rest, { code, units }) => {
      const part = Math.min(rest, units);
      if (part > 0) this.promises.push({ place: code, from: this.first(code, part, from) ?? day, amount: part });
      return rest - part;
    }, amount);
  }
}
