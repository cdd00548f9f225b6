import type { CalendarDate } from '../../../domain/calendarDate';
import type { LocationAvailability } from '../../../domain/itemAvailability';
import {
  availableAtLast,
  availableToPromise,
  balanceAt,
  balanceCurve,
  earliestDate,
  isReceipt,
} from '../../../domain/projectedBalance';
import { subtractQuantities, ZERO, type Quantity } from '../../../domain/quantity';
import type { Scope } from './scope';

const orNothing = (quantity: Quantity): Quantity => (quantity > 0 ? quantity : ZERO);

/** What can be promised without asking for a quantity. */
export interface StandingAnswer {
  /** Available today and not promised to others later; never below zero. */
  readonly now: Quantity;
  /** What is there today besides, but promised for a later day. */
  readonly promisedLater: Quantity;
  /** How much more, and from which day on; `null` when it never becomes more. */
  readonly next: { readonly quantity: Quantity; readonly date: CalendarDate } | null;
  readonly isMoreOnOrder: boolean;
}

function isOnOrder({ stock }: Scope, after: CalendarDate): boolean {
  return stock.schedule.some(({ kind, date }) => isReceipt(kind) && (date ?? '') > after);
}

export function standingAnswer(scope: Scope, today: CalendarDate): StandingAnswer {
  const { curve } = scope;
  const now = orNothing(availableToPromise(curve, today));
  const step = curve.find(({ date, lowest }) => date > today && lowest > now);
  return {
    now,
    promisedLater: subtractQuantities(orNothing(balanceAt(curve, today)), now),
    next: step ? { quantity: subtractQuantities(step.lowest, now), date: step.date } : null,
    isMoreOnOrder: isOnOrder(scope, today),
  };
}

/** Whether a quantity can be had on a day. */
export type TriedAnswer =
  | {
      readonly kind: 'enough' | 'later';
      /** The day asked for, or the first one later. */
      readonly date: CalendarDate;
      /** The location that has all of it, of several the one that can promise most; none when none has it alone. */
      readonly from: LocationAvailability | undefined;
    }
  | { readonly kind: 'short'; readonly shortfall: Quantity; readonly isMoreOnOrder: boolean };

export function triedAnswer(scope: Scope, wanted: Quantity, asked: CalendarDate): TriedAnswer {
  const { code, curve, sources } = scope;
  const date = earliestDate(curve, wanted, asked);
  if (date === null) {
    const shortfall = subtractQuantities(wanted, orNothing(availableAtLast(curve)));
    return { kind: 'short', shortfall, isMoreOnOrder: isOnOrder(scope, asked) };
  }
  const promise = (location: LocationAvailability): Quantity => availableToPromise(balanceCurve(location), date);
  const [from] = sources
    .filter((location) => (code ?? location.code) === location.code && promise(location) >= wanted)
    .sort((a, b) => promise(b) - promise(a));
  return { kind: date === asked ? 'enough' : 'later', date, from };
}
