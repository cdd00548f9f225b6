import { laterDate, type CalendarDate } from './calendarDate';
import type { ItemStock } from './itemStock';
import { balanceCurve, earliestDate, type BalanceCurve } from './projectedBalance';
import { addQuantities, subtractQuantities, ZERO, type Quantity } from './quantity';
import type { AnsweredLine, LineAnswer } from './quoteLine';

/** Where and when everything that is asked of stock could be shipped at once. */
export interface CompleteShipment {
  readonly code: string;
  readonly name: string;
  readonly date: CalendarDate;
}

/**
 * The whole quote in one delivery, of the lines that ask stock for something (enough, later, short). A delivery is never
 * before the last day asked for: nobody asked for the goods earlier.
 */
export interface QuoteSummary {
  /** How many lines come later than asked. */
  readonly late: number;
  /** How many lines are short. */
  readonly short: number;
  /** Of how many lines cannot be said whether they can be delivered: not coupled, unit or stock not known. */
  readonly unanswered: number;
  /** The day on which all can be shipped, each line from its own location; `null` when a line is short. */
  readonly completeOn: CalendarDate | null;
  /** The day on which all but the short lines can be shipped; `null` when there is none. */
  readonly restOn: CalendarDate | null;
  /** The one location that can ship all of it earliest; `null` when none can. */
  readonly fromOneLocation: CompleteShipment | null;
  /** The day on which all can be shipped when every line may come from several locations; `null` when never. */
  readonly fromSeveralLocations: CalendarDate | null;
}

function askedOf({ taken }: ItemStock): Quantity {
  return taken.reduce((sum, { quantity }) => addQuantities(sum, quantity), ZERO);
}

/** The first day on which each item's curve has all that is asked of it; `null` when one never has. */
function whenAll(
  items: readonly ItemStock[],
  from: CalendarDate,
  curveOf: (item: ItemStock) => BalanceCurve,
): CalendarDate | null {
  return items.reduce<CalendarDate | null>(
    (last, item) => last && earliestDate(curveOf(item), askedOf(item), last),
    from,
  );
}

function fromOneLocation(items: readonly ItemStock[], from: CalendarDate): CompleteShipment | null {
  // A location that has nothing of the first item cannot be the one.
  const [first] = items;
  let best: CompleteShipment | null = null;
  for (const { code, name } of first?.locations.values() ?? []) {
    const date = whenAll(items, from, ({ locations }) => locations.get(code)?.whole ?? []);
    if (date !== null && (best === null || `${date} ${code}` < `${best.date} ${best.code}`))
      best = { code, name, date };
  }
  return best;
}

/** What locations can promise, added up. One that owes more than it has gives nothing to the others. */
function promisedTogether({ locations }: ItemStock): BalanceCurve {
  const schedule = [...locations.values()].flatMap(({ whole }) => {
    let promised = ZERO;
    return whole.flatMap(({ date, lowest }) => {
      if (lowest <= promised) return [];
      const quantity = subtractQuantities(lowest, promised);
      promised = lowest;
      return { kind: 'purchaseOrder' as const, date, quantity, documentNumber: null };
    });
  });
  return balanceCurve({ inventory: ZERO, schedule });
}

/**
 * @param lines with their answers, in the order of the quote
 * @param stocks of the items that were asked
 */
export function summaryOf(lines: readonly AnsweredLine[], stocks: readonly ItemStock[]): QuoteSummary {
  const count = (...kinds: readonly LineAnswer['kind'][]): number =>
    lines.filter(({ answer }) => kinds.includes(answer.kind)).length;
  const short = count('short');
  let asked: CalendarDate | null = null;
  let restOn: CalendarDate | null = null;
  for (const { line, answer } of lines) {
    if (!('available' in answer) || (line.quantity ?? 0) <= 0) continue;
    const { date } = line.shipment;
    asked = laterDate(asked, date);
    if (answer.kind !== 'short') restOn = laterDate(restOn, answer.kind === 'later' ? answer.date : date);
  }
  const items = stocks.filter(({ taken }) => taken.length > 0);
  return {
    late: count('later'),
    short,
    unanswered: count('notCoupled', 'blocked', 'removed', 'unknownUnit', 'totalOnly', 'unknown'),
    completeOn: short > 0 ? null : restOn,
    restOn,
    fromOneLocation: asked && fromOneLocation(items, asked),
    fromSeveralLocations: asked && whenAll(items, asked, promisedTogether),
  };
}
