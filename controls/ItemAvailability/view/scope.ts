import type { LocationAvailability } from '../../../domain/itemAvailability';
import { allLocations, balanceCurve, type BalanceCurve, type Stock } from '../../../domain/projectedBalance';
import { ZERO } from '../../../domain/quantity';

/** The stock that an answer is about: of one location, or of all together. */
export interface Scope {
  /** `null`: all locations. */
  readonly code: string | null;
  readonly stock: Stock;
  readonly curve: BalanceCurve;
  /** Locations from which can be shipped, those outside of the scope, too. */
  readonly sources: readonly LocationAvailability[];
}

/** A location that is not listed has neither stock nor documents. */
const nothing: Stock = { inventory: ZERO, schedule: [] };

export function scopeOf(locations: readonly LocationAvailability[], code: string | null): Scope {
  const sources = locations.filter(({ isInTransit }) => !isInTransit);
  const stock =
    code === null ? allLocations(locations) : (sources.find((location) => location.code === code) ?? nothing);
  return { code, stock, curve: balanceCurve(stock), sources };
}
