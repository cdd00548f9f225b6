import { calendarDate, type CalendarDate } from './calendarDate';
import type { LocationAvailability, ScheduledChange } from './itemAvailability';
import {
  allLocations,
  availableToPromise,
  balanceCurve,
  earliestDate,
  noStock,
  type BalanceCurve,
  type Stock,
} from './projectedBalance';
import { subtractQuantities, type Quantity } from './quantity';
import type { AlternativeLocation, Shipment } from './quoteLine';

/** Business Central's last day. */
const LAST_DAY = calendarDate('9999-12-31');

/** What lines of a quote leave of a stock. */
interface StockLeft extends Stock {
  readonly curve: BalanceCurve;
}

interface LocationStock {
  readonly code: string;
  readonly name: string;
  /** Before any line took its part. */
  readonly whole: BalanceCurve;
  left: StockLeft;
}

/** One item's stock while lines of a quote take their part of it, one after the other. */
export interface ItemStock {
  readonly everywhere: readonly LocationAvailability[];
  /** Locations from which can be shipped, by code. */
  readonly locations: Map<string, LocationStock>;
  /** What lines so far asked for. It counts as if it were sold. */
  readonly taken: ScheduledChange[];
}

function withTaken({ inventory, schedule }: Stock, taken: readonly ScheduledChange[]): StockLeft {
  const stock = { inventory, schedule: [...schedule, ...taken] };
  return { ...stock, curve: balanceCurve(stock) };
}

function locationStock(code: string, name: string, stock: Stock): LocationStock {
  const left = withTaken(stock, []);
  return { code, name, whole: left.curve, left };
}

export function itemStock(everywhere: readonly LocationAvailability[]): ItemStock {
  const locations = new Map<string, LocationStock>();
  for (const location of everywhere) {
    const { code, name, isInTransit } = location;
    if (!isInTransit) locations.set(code, locationStock(code, name, location));
  }
  return { everywhere, locations, taken: [] };
}

function locationAt({ locations }: ItemStock, code: string): LocationStock {
  const location = locations.get(code) ?? locationStock(code, code, noStock);
  locations.set(code, location);
  return location;
}

/** @param code `null` for all locations together */
export function stockLeft(item: ItemStock, code: string | null): StockLeft {
  return code === null ? withTaken(allLocations(item.everywhere), item.taken) : locationAt(item, code).left;
}

/** What locations can promise for a day, the one that has most first. */
export function promises({ locations }: ItemStock, date: CalendarDate): readonly AlternativeLocation[] {
  return [...locations.values()]
    .map(({ code, name, left }) => ({ code, name, available: availableToPromise(left.curve, date) }))
    .sort((a, b) => b.available - a.available || (a.code < b.code ? -1 : 1));
}

/**
 * Promises a quantity, so that it is not promised to another line. What comes from anywhere leaves less to lines that
 * name a location: it is taken where there is most on the day, and what is missing then where there will be most.
 */
export function take(item: ItemStock, wanted: Quantity, { locationCode, date }: Shipment): void {
  const order = { kind: 'salesOrder', documentNumber: null } as const;
  item.taken.push({ ...order, date, quantity: wanted });
  let rest = wanted;
  for (const day of [date, LAST_DAY]) {
    const from = locationCode === null ? promises(item, day) : [{ code: locationCode, available: wanted }];
    for (const { code, available } of from) {
      const quantity = available < rest ? available : rest;
      if (quantity <= 0) break;
      const location = locationAt(item, code);
      const arrival = earliestDate(location.left.curve, quantity, date) ?? date;
      location.left = withTaken(location.left, [{ ...order, date: arrival, quantity }]);
      rest = subtractQuantities(rest, quantity);
    }
  }
}
