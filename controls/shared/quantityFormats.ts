import { quantityNumber, type Quantity } from '../../domain/quantity';

/** Quantities as the user's settings want numbers, through the platform. */
export interface QuantityFormats {
  /** Without the unit, where a heading names it; as many places as the quantity has: "48" and "2.5". */
  readonly plain: (quantity: Quantity) => string;
  /** "48 PCS", not to be torn apart at the end of a line. @param unit code of the unit of measure; may be '' */
  readonly inUnit: (quantity: Quantity, unit: string) => string;
  /** "+120" or "-30". */
  readonly change: (quantity: Quantity) => string;
  /** What the user types before decimals. */
  readonly decimalSeparator: () => string;
}

export function createQuantityFormats(platform: ComponentFramework.Formatting): QuantityFormats {
  const plain = (quantity: Quantity): string => {
    const value = quantityNumber(quantity);
    const [, decimals = ''] = String(value).split('.');
    return platform.formatDecimal(value, decimals.length);
  };
  return {
    plain,
    inUnit: (quantity, unit) => `${plain(quantity)}\u00a0${unit}`.trim(),
    change: (quantity) => (quantity > 0 ? '+' : '') + plain(quantity),
    decimalSeparator: () => platform.formatDecimal(1.5, 1).slice(1, -1),
  };
}
