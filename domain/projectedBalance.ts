import { calendarDate, laterDate, type CalendarDate } from './calendarDate';
import { receiptKinds, type LocationAvailability, type ScheduledChange, type ScheduleKind } from './itemAvailability';
import { addQuantities, subtractQuantities, ZERO, type Quantity } from './quantity';

/** Stock and what will change it, in one location or in several together. A location's own availability is one. */
export type Stock = Pick<LocationAvailability, 'inventory' | 'schedule'>;

/** What holds from one date to the next. */
export interface BalanceStep {
  readonly date: CalendarDate;
  /** Projected available balance: on hand + incoming - promised up to this date. Negative stays negative. */
  readonly balance: Quantity;
  /** The lowest balance from this date on. Never falls from step to step. */
  readonly lowest: Quantity;
}

/** Steps by date; the first begins before every date, so that there is always one. */
export type BalanceCurve = readonly BalanceStep[];

/** Business Central's first day: a date filter of a balance begins there, so undated documents count from it. */
const FIRST_DAY = calendarDate('0001-01-01');

const transfers: readonly ScheduleKind[] = ['transferShipment', 'transferReceipt', 'inTransit'];
const receipts: readonly ScheduleKind[] = receiptKinds;

export const isReceipt = (kind: ScheduleKind): boolean => receipts.includes(kind);

/** What the balance changes by: above zero for receipts. */
function effectOf(change: ScheduledChange): Quantity {
  return isReceipt(change.kind) ? change.quantity : subtractQuantities(ZERO, change.quantity);
}

/**
 * All locations together: transfers do not count, goods in in-transit locations do.
 * Source: Business Central, codeunit 353 "Item Availability Forms Mgt", transfers only with a location filter.
 */
export function allLocations(locations: readonly LocationAvailability[]): Stock {
  return {
    inventory: locations.reduce((sum, { inventory }) => addQuantities(sum, inventory), ZERO),
    schedule: locations.flatMap(({ schedule }) => schedule.filter(({ kind }) => !transfers.includes(kind))),
  };
}

type MutableStep = { -readonly [Name in keyof BalanceStep]: BalanceStep[Name] };

function withLowest(steps: readonly MutableStep[]): BalanceCurve {
  steps.reduceRight<Quantity | null>((lowest, step) => {
    step.lowest = lowest !== null && lowest < step.balance ? lowest : step.balance;
    return step.lowest;
  }, null);
  return steps;
}

/** By date, what has none first. */
export function byDate(schedule: readonly ScheduledChange[]): readonly ScheduledChange[] {
  return [...schedule].sort(({ date: a }, { date: b }) => (a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1));
}

/** The projected available balance over time. */
export function balanceCurve({ inventory, schedule }: Stock): BalanceCurve {
  let step: MutableStep = { date: FIRST_DAY, balance: inventory, lowest: inventory };
  const steps = [step];
  for (const change of byDate(schedule)) {
    const balance = addQuantities(step.balance, effectOf(change));
    if (change.date === null || change.date === step.date) step.balance = balance;
    else steps.push((step = { date: change.date, balance, lowest: balance }));
  }
  return withLowest(steps);
}

const nothing: BalanceStep = { date: FIRST_DAY, balance: ZERO, lowest: ZERO };

/** The curve of a location without stock and documents. */
export const noStock: BalanceCurve = [nothing];

function stepAt(curve: BalanceCurve, date: CalendarDate): BalanceStep {
  let low = 0;
  let high = curve.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((curve[middle] ?? nothing).date <= date) low = middle;
    else high = middle;
  }
  return curve[low] ?? nothing;
}

/** Projected available balance at the end of a day. Source: Business Central pages 492 and 157. */
export function balanceAt(curve: BalanceCurve, date: CalendarDate): Quantity {
  return stepAt(curve, date).balance;
}

/**
 * What can be promised for a day without taking what is promised to others later: the lowest balance from it on.
 * Stricter than Business Central's codeunit 5790, which without a look-ahead period sees promises up to the day only.
 */
export function availableToPromise(curve: BalanceCurve, date: CalendarDate): Quantity {
  return stepAt(curve, date).lowest;
}

/** The first day, not before `from`, from which `wanted` is available and stays so; `null` when no day is. */
export function earliestDate(curve: BalanceCurve, wanted: Quantity, from: CalendarDate): CalendarDate | null {
  const step = curve.find(({ lowest }) => lowest >= wanted);
  return step ? laterDate(step.date, from) : null;
}

/** What can be promised when there is no hurry. */
export function availableAtLast(curve: BalanceCurve): Quantity {
  return (curve[curve.length - 1] ?? nothing).balance;
}

/** The curve after `taken` is promised from `date` on. */
export function balanceAfter(curve: BalanceCurve, taken: Quantity, date: CalendarDate): BalanceCurve {
  const steps: MutableStep[] = curve.filter((step) => step.date < date).map((step) => ({ ...step }));
  const later = curve.filter((step) => step.date > date);
  for (const step of [{ ...stepAt(curve, date), date }, ...later]) {
    steps.push({ ...step, balance: subtractQuantities(step.balance, taken) });
  }
  return withLowest(steps);
}
