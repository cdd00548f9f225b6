import { quantityNumber, type Quantity } from '../../domain/quantity';

const DECIMALS = 5;
const ONE = 10 ** DECIMALS;

/** As many places as the quantity has: "48" and "2.5", never "48.00000". */
function decimalsOf(quantity: Quantity): number {
  for (let decimals = 0, unit = ONE; decimals < DECIMALS; decimals += 1, unit /= 10) {
    if (quantity % unit === 0) return decimals;
  }
  return DECIMALS;
}

/** Quantities as the user's settings want numbers, through the platform. */
export class QuantityFormats {
  constructor(private readonly platform: ComponentFramework.Formatting) {}

  /** Without the unit, where a heading names it. */
  plain(quantity: Quantity): string {
    return this.platform.formatDecimal(quantityNumber(quantity), decimalsOf(quantity));
  }

  /** "48 PCS", not to be torn apart at the end of a line. @param unit code of the unit of measure; may be '' */
  inUnit(quantity: Quantity, unit: string): string {
    return `${this.plain(quantity)}\u00a0${unit}`.trim();
  }

  /** What the user types before decimals. */
  get decimalSeparator(): string {
    return this.platform.formatDecimal(1.5, 1).slice(1, -1);
  }

  /** "+120" or "-30". */
  change(quantity: Quantity): string {
    return quantity > 0 ? `+${this.plain(quantity)}` : this.plain(quantity);
  }
}
