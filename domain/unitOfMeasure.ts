import { quantity, toBaseQuantity, type Quantity } from './quantity';

/** A unit of a quote line as Dynamics 365 Sales keeps it (table uom). */
export interface SalesUnit {
  readonly name: string;
  /** How many of its base unit it holds; `null` when not known. */
  readonly quantity: Quantity | null;
  /** Name of the unit that `quantity` counts; `null` for a unit that is the base of others. */
  readonly baseName: string | null;
}

const one = quantity(1);

const isSameCode = (a: string | null, b: string): boolean => b !== '' && a?.toUpperCase() === b.toUpperCase();

/**
 * How many of the item's base units one unit of the line is. Units are told by name: the one that has the name of the
 * item's base unit is that unit, and one that counts it holds as many.
 * @param baseUnit code of the item's base unit
 * @returns `null` when the unit has nothing to do with the item's
 */
export function quantityPerUnit(unit: SalesUnit, baseUnit: string): Quantity | null {
  if (isSameCode(unit.name, baseUnit)) return one;
  return isSameCode(unit.baseName, baseUnit) && unit.quantity !== null && unit.quantity > 0 ? unit.quantity : null;
}

/** A line's quantity in the item's base unit; `null` when its unit cannot be converted. */
export function baseQuantityOf(value: Quantity, unit: SalesUnit, baseUnit: string): Quantity | null {
  const perUnit = quantityPerUnit(unit, baseUnit);
  return perUnit === null ? null : toBaseQuantity(value, perUnit);
}
