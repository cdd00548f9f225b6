import { addDays, calendarDate, type CalendarDate } from '../../domain/calendarDate';
import type { LocationAvailability, ScheduledChange } from '../../domain/itemAvailability';
import type { Sandbox } from '../../sandbox/sandbox';
import { businessCentralStock } from '../sandbox/demo/businessCentralStock';

const UNITS = 100_000;
const receipts: readonly string[] = ['purchaseOrder', 'salesReturn', 'transferReceipt', 'inTransit'];
const transfers: readonly string[] = ['transferReceipt', 'transferShipment', 'inTransit'];

/** So many days from today. */
export function day(days: number): CalendarDate {
  return addDays(calendarDate(new Date().toISOString().slice(0, 10)), days);
}

/** A day as a British seller reads it: "4 December". */
export function dayWords(date: CalendarDate): string {
  const year = date.slice(0, 4) === day(0).slice(0, 4) ? undefined : 'numeric';
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year, timeZone: 'UTC' }).format(
    Date.parse(date),
  );
}

/** Figures of an item at one location, or at all of them together, added up day by day from Business Central's lists. */
export class ItemStock {
  constructor(
    readonly itemNumber: string,
    readonly locations: readonly LocationAvailability[],
  ) {}

  /** All locations together when the code is left out: goods that go from one to another do not count then. */
  private at(code?: string): { readonly onHand: number; readonly changes: readonly ScheduledChange[] } {
    const places = this.locations.filter((place) => code === undefined || place.code === code);
    return {
      onHand: places.reduce((sum, { inventory }) => sum + inventory, 0) / UNITS,
      changes: places
        .flatMap(({ schedule }) => schedule)
        .filter(({ kind }) => code !== undefined || !transfers.includes(kind)),
    };
  }

  private sum(wanted: 'receipts' | 'requirements', until: CalendarDate, code?: string): number {
    return (
      this.at(code)
        .changes.filter(
          ({ kind, date }) => receipts.includes(kind) === (wanted === 'receipts') && (date ?? '') <= until,
        )
        .reduce((sum, { quantity }) => sum + quantity, 0) / UNITS
    );
  }

  onHand(code?: string): number {
    return this.at(code).onHand;
  }

  promised(until: CalendarDate, code?: string): number {
    return this.sum('requirements', until, code);
  }

  incoming(until: CalendarDate, code?: string): number {
    return this.sum('receipts', until, code);
  }

  available(until: CalendarDate, code?: string): number {
    return this.onHand(code) + this.incoming(until, code) - this.promised(until, code);
  }

  /** The least that is available from this day on, within a year: what can be promised. */
  promisable(from: CalendarDate, code?: string): number {
    return Math.min(...Array.from({ length: 365 }, (_, days) => this.available(addDays(from, days), code)));
  }

  /** The first day from which so much is available and stays so. @throws {Error} when there is none within a year */
  earliest(quantity: number, from: CalendarDate, code?: string): CalendarDate {
    for (let days = 0; days < 365; days += 1) {
      if (this.promisable(addDays(from, days), code) >= quantity) return addDays(from, days);
    }
    throw new Error(`There are never ${quantity} of ${this.itemNumber}.`);
  }
}

/** What Business Central itself lists of an item now. @throws {Error} when it has no such item */
export async function stockOf(sandbox: Sandbox, name: string): Promise<ItemStock> {
  const stock = await businessCentralStock(sandbox.businessCentral);
  const [number] = [...stock.items].find(([, item]) => item.name === name) ?? [];
  if (number === undefined) throw new Error(`Business Central has no item "${name}".`);
  return new ItemStock(number, stock.locations(number));
}

/** Runs a command of the local Business Central. @returns its answer. @throws {Error} when it refuses */
export async function command(
  sandbox: Sandbox,
  name: string,
  body: unknown,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${sandbox.businessCentral.url}/sandbox/${name}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${name}: ${response.status} ${text}`);
  const answer: unknown = text === '' ? {} : JSON.parse(text);
  return Object.fromEntries(Object.entries(typeof answer === 'object' && answer !== null ? answer : {}));
}
