import { toBaseQuantity, type Quantity } from './quantity';

/** A unit of a quote line as Dynamics 365 Sales keeps it (table uom). */
export interface SalesUnit {
  readonly name: string;
  /** How many of its base unit it holds; `null` when not known. */
  readonly quantity: Quantity | null;
  /** Name of the unit that `quantity` counts; `null` for a unit that is the base of others. */
  readonly baseName: string | null;
}

const isSameCode = (a: string | null, b: string): boolean => b !== '' && a?.toUpperCase() === b.toUpperCase();

/**
 * A line's quantity in the item's base unit. Units are told by name: the one that has the name of the item's base unit
 * is that unit, and one that counts it holds as many.
 * @param baseUnit code of the item's base unit
 * @returns `null` when the unit has nothing to do with the item's, or the result is beyond 50,000,000,000
 */
export function baseQuantityOf(value: Quantity, unit: SalesUnit, baseUnit: string): Quantity | null {
  if (isSameCode(unit.name, baseUnit)) return value;
  return isSameCode(unit.baseName, baseUnit) && unit.quantity !== null ? toBaseQuantity(value, unit.quantity) : null;
}
