import Big from 'big.js';

/**
 * A quantity of an item in whole hundred-thousandths of its base unit: Business Central keeps five decimal places, so
 * sums are exact.
 */
export type BaseQuantity = number;

const SCALE = 100_000;

/** The quantity as the API writes it: 150000 is 1.5. */
export function fromBaseQuantity(quantity: BaseQuantity): number {
  return quantity / SCALE;
}

/** A quantity of some unit of measure in base units, rounded half away from zero. */
export function toBaseQuantity(quantity: number, quantityPerUnit = 1): BaseQuantity {
  const product = quantity * quantityPerUnit;
  return Number.isInteger(quantity) && Number.isInteger(product)
    ? product * SCALE
    : new Big(quantity).times(quantityPerUnit).times(SCALE).round(0, Big.roundHalfUp).toNumber();
}
