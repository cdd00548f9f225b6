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

/** Whole number ÷ whole number, rounded half away from zero; exact as long as both are safe integers. */
function divideRounded(numerator: number, denominator: number): number {
  const size = Math.abs(numerator);
  const remainder = size % denominator;
  const quotient = (size - remainder) / denominator + (remainder * 2 >= denominator ? 1 : 0);
  return numerator < 0 && quotient > 0 ? -quotient : quotient;
}

/** Decimal places of quantities, prices, percentages and rates that the quick way below can hold. */
const SCALE = 1_000_000;

/** The number as a whole number of millionths, or undefined when it has more decimal places. */
function inMillionths(value: number): number | undefined {
  const scaled = Math.round(value * SCALE);
  return Number.isSafeInteger(scaled) && scaled / SCALE === value ? scaled : undefined;
}

/** first × second ÷ divisor of whole numbers, rounded; undefined when the product is too large to be exact. */
function multiplyDivide(first: number, second: number | undefined, divisor: number | undefined): number | undefined {
  if (second === undefined || divisor === undefined) {
    return undefined;
  }
  const product = first * second;
  return Number.isSafeInteger(product) ? divideRounded(product, divisor) : undefined;
}

/** Rounds to the smallest unit of a currency, such as 0.01 or 1, half away from zero. */
export function roundTo(amount: Big, precision: number): Hundredths {
  return amount.div(precision).round(0).times(precision).times(100).round(0).toNumber();
}

/** Quantity × unit price − line discount, without tax. */
export function lineAmount(quantity: number, unitPrice: number, discountPercent: number, precision = 0.01): Hundredths {
  const price = inMillionths(unitPrice);
  if (precision === 0.01 && Number.isInteger(discountPercent) && Number.isInteger(quantity)) {
    const quick = multiplyDivide(quantity * (100 - discountPercent), price, SCALE);
    if (quick !== undefined) {
      return quick;
    }
  }
  const gross = new Big(quantity).times(unitPrice);
  return roundTo(gross.minus(gross.times(discountPercent).div(100)), precision);
}

/** What the discount takes off the line. */
export function discountOf(quantity: number, unitPrice: number, discountPercent: number): Hundredths {
  return discountPercent === 0 ? 0 : lineAmount(quantity, unitPrice, 100 - discountPercent);
}

/** A percentage of an amount, rounded to the currency's precision. */
export function percentOf(amount: Hundredths, percent: number, precision = 0.01): Hundredths {
  const quick = precision === 0.01 ? multiplyDivide(amount, inMillionths(percent), 100 * SCALE) : undefined;
  return quick ?? roundTo(new Big(amount).times(percent).div(10_000), precision);
}

/** `amount` × numerator / denominator, rounded to hundredths. */
export function scale(amount: Hundredths, numerator: number, denominator: number): Hundredths {
  if (denominator === 0) {
    return 0;
  }
  const whole = Number.isInteger(numerator) && Number.isInteger(denominator);
  const quick = whole
    ? multiplyDivide(amount, numerator, denominator)
    : multiplyDivide(amount, inMillionths(numerator), inMillionths(denominator));
  return quick ?? new Big(amount).times(numerator).div(denominator).round(0).toNumber();
}
