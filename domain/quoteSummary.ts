import { laterDate, type CalendarDate } from './calendarDate';
import type { ItemStock } from './itemStock';
import { availableToPromise, earliestDate, type BalanceCurve } from './projectedBalance';
import { addQuantities, ZERO, type Quantity } from './quantity';
import type { AnsweredLine } from './quoteLine';

/** Where and when everything that is asked of stock could be shipped at once. */
export interface CompleteShipment {
  readonly code: string;
  readonly name: string;
  readonly date: CalendarDate;
}

/**
 * The whole quote in one delivery, of the lines that are asked of stock (enough, later, short). A delivery is never
 * before the last day asked for: nobody asked for the goods earlier.
 */
export interface QuoteSummary {
  /** How many lines are asked of stock. */
  readonly stockLines: number;
  /** Ids of lines that come later than asked. */
  readonly late: readonly string[];
  /** Ids of lines that are short. */
  readonly short: readonly string[];
  /** Ids of lines of which cannot be said whether they can be delivered: not coupled, unit or stock not known. */
  readonly unanswered: readonly string[];
  /** The day on which all can be shipped, each line from its own location; `null` when a line is short. */
  readonly completeOn: CalendarDate | null;
  /** The day on which all but the short lines can be shipped; `null` when there is none. */
  readonly restOn: CalendarDate | null;
  /** The one location that can ship all of it earliest; `null` when none can. */
  readonly fromOneLocation: CompleteShipment | null;
  /** The day on which all can be shipped when every line may come from several locations; `null` when never. */
  readonly fromSeveralLocations: CalendarDate | null;
}

/** All that a quote asks of one item, and the item's stock before any of it is taken. */
interface ItemDemand {
  readonly stock: ItemStock;
  quantity: Quantity;
}

function demandsOf(lines: readonly AnsweredLine[], stocks: ReadonlyMap<string, ItemStock>): readonly ItemDemand[] {
  const demands = new Map<string, ItemDemand>();
  for (const { product, quantity } of lines.map(({ line }) => line)) {
    const stock = product.kind === 'item' ? stocks.get(product.itemId) : undefined;
    if (product.kind !== 'item' || stock === undefined || quantity === null || quantity <= 0) continue;
    const demand = demands.get(product.itemId) ?? { stock, quantity: ZERO };
    demand.quantity = addQuantities(demand.quantity, quantity);
    demands.set(product.itemId, demand);
  }
  return [...demands.values()];
}

/** The last of the days on which each demand can be met; `null` when one never is. */
function whenAll(
  demands: readonly ItemDemand[],
  from: CalendarDate,
  whenOne: (demand: ItemDemand) => CalendarDate | null,
): CalendarDate | null {
  let last: CalendarDate | null = from;
  for (const demand of demands) {
    const date = whenOne(demand);
    if (date === null) return null;
    last = laterDate(last, date);
  }
  return last;
}

function fromOneLocation(demands: readonly ItemDemand[], from: CalendarDate): CompleteShipment | null {
  let best: CompleteShipment | null = null;
  // A location that has nothing of the first item cannot be the one.
  const [first] = demands;
  for (const code of [...(first?.stock.codes ?? [])].sort()) {
    const date = whenAll(demands, from, ({ stock, quantity }) => earliestDate(stock.wholeCurve(code), quantity, from));
    if (first && date !== null && (best === null || date < best.date)) {
      best = { code, name: first.stock.nameOf(code), date };
    }
  }
  return best;
}

/** What locations can promise for a day, added up. One that owes more than it has gives nothing to the others. */
function promisedBy(curves: readonly BalanceCurve[], date: CalendarDate): Quantity {
  return curves.reduce((sum, curve) => {
    const available = availableToPromise(curve, date);
    return available > 0 ? addQuantities(sum, available) : sum;
  }, ZERO);
}

/** The first day on which what is asked of one item can be had, drawn from as many locations as it takes. */
function fromSeveral({ stock, quantity }: ItemDemand, from: CalendarDate): CalendarDate | null {
  const curves = [...stock.codes].map((code) => stock.wholeCurve(code));
  if (promisedBy(curves, from) >= quantity) return from;
  const dates = curves.flatMap((curve) => curve.map(({ date }) => date).filter((date) => date > from)).sort();
  // What can be promised never falls from one date to the next, so halving finds the first that is enough.
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (promisedBy(curves, dates[middle] ?? from) >= quantity) high = middle;
    else low = middle + 1;
  }
  return dates[low] ?? null;
}

/**
 * @param lines with their answers, in the order of the quote
 * @param stocks the stock of each item that was asked, by row id
 */
export function summaryOf(lines: readonly AnsweredLine[], stocks: ReadonlyMap<string, ItemStock>): QuoteSummary {
  const ids = (...kinds: readonly string[]): readonly string[] =>
    lines.filter(({ answer }) => kinds.includes(answer.kind)).map(({ line }) => line.id);
  const fromStock = lines.filter(({ answer }) => ['enough', 'later', 'short'].includes(answer.kind));
  const short = ids('short');
  let asked: CalendarDate | null = null;
  let restOn: CalendarDate | null = null;
  for (const { line, answer } of fromStock) {
    asked = laterDate(asked, line.shipment.date);
    if (answer.kind !== 'short') restOn = laterDate(restOn, answer.kind === 'later' ? answer.date : line.shipment.date);
  }
  const demands = demandsOf(fromStock, stocks);
  return {
    stockLines: fromStock.length,
    late: ids('later'),
    short,
    unanswered: ids('notCoupled', 'unknownUnit', 'totalOnly', 'unknown'),
    completeOn: short.length > 0 ? null : restOn,
    restOn,
    fromOneLocation: asked && fromOneLocation(demands, asked),
    fromSeveralLocations: asked && whenAll(demands, asked, (demand) => fromSeveral(demand, asked)),
  };
}
