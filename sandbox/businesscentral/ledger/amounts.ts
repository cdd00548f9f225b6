import Big from 'big.js';

/**
 * An amount of money as a whole number of hundredths, so that sums are exact. Currencies without decimal places keep
 * the same unit and hold whole hundreds.
 */
export type Hundredths = number;

Big.RM = Big.roundHalfUp;

/** The amount as the API writes it: 1234 is 12.34. */
export function fromHundredths(amount: Hundredths): number {
  return amount / 100;
}

/** The amount that a decimal number stands for, rounded half away from zero. */
export function toHundredths(amount: number): Hundredths {
  return new Big(amount).times(100).round(0).toNumber();
}

/** Rounds to the smallest unit of a currency, such as 0.01 or 1, half away from zero. */
export function roundTo(amount: Big, precision: number): Hundredths {
  return amount.div(precision).round(0).times(precision).times(100).round(0).toNumber();
}

/** Quantity × unit price − line discount, without tax. */
export function lineAmount(quantity: number, unitPrice: number, discountPercent: number, precision = 0.01): Hundredths {
  const gross = new Big(quantity).times(unitPrice);
  return roundTo(gross.minus(gross.times(discountPercent).div(100)), precision);
}

/** What the discount takes off the line. */
export function discountOf(quantity: number, unitPrice: number, discountPercent: number): Hundredths {
  return roundTo(new Big(quantity).times(unitPrice).times(discountPercent).div(100), 0.01);
}

/** A percentage of an amount, rounded to the currency's precision. */
export function percentOf(amount: Hundredths, percent: number, precision = 0.01): Hundredths {
  return roundTo(new Big(amount).times(percent).div(10_000), precision);
}

/** `amount` × numerator / denominator, rounded to hundredths. */
export function scale(amount: Hundredths, numerator: number, denominator: number): Hundredths {
  return denominator === 0 ? 0 : new Big(amount).times(numerator).div(denominator).round(0).toNumber();
}
