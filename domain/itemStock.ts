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

/** A stock of which lines of a quote took their part. */
interface StockLeft extends Stock {
  readonly curve: BalanceCurve;
}

interface LocationStock extends StockLeft, LocationAvailability {
  /** Before any line took its part. */
  readonly whole: BalanceCurve;
}

/** One item's stock while lines of a quote take their part of it, one after the other. */
export interface ItemStock {
  readonly everywhere: readonly LocationAvailability[];
  /** Locations from which can be shipped, by code. */
  readonly locations: Map<string, LocationStock>;
  /** What lines so far asked for. It counts as if it were sold. */
  readonly taken: ScheduledChange[];
}

function without<Taken extends Stock>(stock: Taken, taken: readonly ScheduledChange[]): Taken & StockLeft {
  const less = { ...stock, schedule: [...stock.schedule, ...taken] };
  return { ...less, curve: balanceCurve(less) };
}

function addLocation({ locations }: ItemStock, location: LocationAvailability): LocationStock {
  const curve = balanceCurve(location);
  const stock = { ...location, whole: curve, curve };
  locations.set(location.code, stock);
  return stock;
}

export function itemStock(everywhere: readonly LocationAvailability[]): ItemStock {
  const item: ItemStock = { everywhere, locations: new Map(), taken: [] };
  for (const location of everywhere) if (!location.isInTransit) addLocation(item, location);
  return item;
}

function locationAt(item: ItemStock, code: string): LocationStock {
  return item.locations.get(code) ?? addLocation(item, { ...noStock, code, name: code, isInTransit: false });
}

/** @param code `null` for all locations together */
export function stockLeft(item: ItemStock, code: string | null): StockLeft {
  return code === null ? without(allLocations(item.everywhere), item.taken) : locationAt(item, code);
}

/** What locations can promise for a day, the one that has most first. */
export function promises({ locations }: ItemStock, date: CalendarDate): readonly AlternativeLocation[] {
  return [...locations.values()]
    .map(({ code, name, curve }) => ({ code, name, available: availableToPromise(curve, date) }))
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
      const arrival = earliestDate(location.curve, quantity, date) ?? date;
      item.locations.set(code, without(location, [{ ...order, date: arrival, quantity }]));
      rest = subtractQuantities(rest, quantity);
    }
  }
}
