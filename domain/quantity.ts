/**
 * A quantity of an item in whole hundred-thousandths of its unit: Business Central keeps five decimal places
 * (table 5404, "Quantity Rounding Precision"), so sums are exact.
 * Beyond 90,071,992,547 they are rounded: a balance that nonsense made is no reason to answer nothing else.
 * Negative when more is promised than there is.
 */
export type Quantity = number & { readonly __quantity: unique symbol };

const DECIMALS = 5;
const ONE = 100_000;
/** Up to 2^36 units a floating point number of JSON tells every two numbers with five decimals apart. */
const LARGEST = 50_000_000_000 * ONE;
const PATTERN = /^(-?)(\d+)(?:\.(\d{1,5})0*)?$/;

const isQuantity = (value: number): value is Quantity => Number.isInteger(value);

function checked(value: number): Quantity {
  if (!isQuantity(value)) throw new RangeError('A quantity counts whole hundred-thousandths.');
  return value;
}

export const ZERO = checked(0);

/** @returns `null` beyond 50,000,000,000 */
function signed(magnitude: number, isNegative: boolean): Quantity | null {
  return magnitude > LARGEST ? null : checked(isNegative ? 0 - magnitude : magnitude);
}

/**
 * @param value a decimal number as Business Central or Dataverse writes it
 * @returns `null` when it is no number, has more than five decimals or is beyond 50,000,000,000
 */
export function parseQuantity(value: string | number): Quantity | null {
  const [, sign, whole, fraction = ''] = PATTERN.exec(String(value)) ?? [];
  if (whole === undefined) return null;
  return signed(Number(whole + fraction.padEnd(DECIMALS, '0')), sign !== '');
}

/** @throws {RangeError} where `parseQuantity` gives `null` */
export function quantity(value: string | number): Quantity {
  const parsed = parseQuantity(value);
  if (parsed === null) throw new RangeError(`"${value}" is not a quantity with at most five decimals.`);
  return parsed;
}

/** The number to show or to store; exact up to 50,000,000,000. */
export function quantityNumber(value: Quantity): number {
  return value / ONE;
}

/** Exact decimal text without needless zeros, e.g. `-0.5`. */
export function quantityText(value: Quantity): string {
  const digits = String(Math.abs(value)).padStart(DECIMALS + 1, '0');
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -DECIMALS)}${fraction && '.'}${fraction}`;
}

export function addQuantities(a: Quantity, b: Quantity): Quantity {
  return checked(a + b);
}

export function subtractQuantities(a: Quantity, b: Quantity): Quantity {
  return checked(a - b);
}

/**
 * A quantity of a unit in base units, rounded to five places half away from zero.
 * Source: Business Central, codeunit 5402 "Unit of Measure Management", CalcBaseQty.
 * @param perUnit how many base units one unit is, above zero
 * @returns `null` when the result is beyond 50,000,000,000
 */
export function toBaseQuantity(value: Quantity, perUnit: Quantity): Quantity | null {
  if (perUnit <= 0) return null;
  const magnitude = Math.abs(value);
  // (whole + part) x (wholePer + partPer) in four products, as the product of both would not be exact.
  const part = magnitude % ONE;
  const partPer = perUnit % ONE;
  const small = part * partPer;
  const whole = ((magnitude - part) / ONE) * perUnit + part * ((perUnit - partPer) / ONE);
  return signed(whole + Math.round(small / ONE), value < 0);
}
