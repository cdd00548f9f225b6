import Big from 'big.js';

/** What an exact decimal can be made of. A text keeps the digits that Business Central sent. */
export type DecimalInput = string | number | Big;

/** Decimal places that the tables keep: enough for every currency in use (Kuwaiti dinar: 3). */
export const STORED_DECIMALS = 3;

/** Exact sum. Adding 0.01 a hundred thousand times as floating point numbers does not give 1000. */
export function sum(values: Iterable<DecimalInput>): Big {
  let total = new Big(0);
  for (const value of values) total = total.plus(value);
  return total;
}

/**
 * Rounds half away from zero, as Business Central's `Round(x, precision, '=')` does.
 * @param decimals 2 for a rounding precision of 0.01
 */
export function roundHalfAwayFromZero(value: DecimalInput, decimals: number): Big {
  return new Big(value).round(decimals, Big.roundHalfUp);
}

/** The number to store or show. Exact to the thousandth up to 10^11, Dataverse's limit of a decimal column. */
export function toStoredNumber(value: DecimalInput): number {
  return roundHalfAwayFromZero(value, STORED_DECIMALS).toNumber();
}
