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

/** A location that is not listed has neither stock nor documents. */
export const noStock: Stock = { inventory: ZERO, schedule: [] };

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

/** The balance after a change: more by a receipt, less by a requirement. */
export function balanceAfter(balance: Quantity, { kind, quantity }: ScheduledChange): Quantity {
  return (isReceipt(kind) ? addQuantities : subtractQuantities)(balance, quantity);
}

/** The projected available balance over time. */
export function balanceCurve({ inventory, schedule }: Stock): BalanceCurve {
  const effects = new Map([[FIRST_DAY, inventory]]);
  for (const change of schedule) {
    const date = change.date ?? FIRST_DAY;
    effects.set(date, balanceAfter(effects.get(date) ?? ZERO, change));
  }
  let balance = ZERO;
  const steps = [...effects]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, effect]) => {
      balance = addQuantities(balance, effect);
      return { date, balance, lowest: balance };
    });
  steps.reduceRight((later, step) => {
    if (later.lowest < step.lowest) step.lowest = later.lowest;
    return step;
  });
  return steps;
}

function stepAt(curve: BalanceCurve, day: CalendarDate): BalanceStep | undefined {
  return curve[curve.findIndex(({ date }) => date > day) - 1] ?? curve[curve.length - 1];
}

/** Projected available balance at the end of a day. Source: Business Central pages 492 and 157. */
export function balanceAt(curve: BalanceCurve, date: CalendarDate): Quantity {
  return stepAt(curve, date)?.balance ?? ZERO;
}

/**
 * What can be promised for a day without taking what is promised to others later: the lowest balance from it on.
 * Stricter than Business Central's codeunit 5790, which without a look-ahead period sees promises up to the day only.
 */
export function availableToPromise(curve: BalanceCurve, date: CalendarDate): Quantity {
  return stepAt(curve, date)?.lowest ?? ZERO;
}

/** The first day, not before `from`, from which `wanted` is available and stays so; `null` when no day is. */
export function earliestDate(curve: BalanceCurve, wanted: Quantity, from: CalendarDate): CalendarDate | null {
  const step = curve.find(({ lowest }) => lowest >= wanted);
  return step ? laterDate(step.date, from) : null;
}

/** What can be promised when there is no hurry. */
export function availableAtLast(curve: BalanceCurve): Quantity {
  return curve[curve.length - 1]?.balance ?? ZERO;
}
