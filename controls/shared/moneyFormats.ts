import { Formats, once } from './formats';

interface CurrencyStyle {
  readonly symbol: string;
  readonly decimals: number;
}

const currencyStyles = new Map<string, CurrencyStyle>();
const percentFormats = new Map<string, Intl.NumberFormat>();

/** "DKK 5" and not "DKK5": the platform sets the symbol as close to the number as it would set its own. */
const apart = (symbol: string): string => symbol.replace(/[a-z]$/i, '$&\u00a0');

/**
 * The symbol that tells this currency from every other in the language ("$" is US dollars in English, Canadian ones
 * are "CA$") and its decimal places. Business Central allows codes that are not ISO's: those are their own symbol.
 */
function currencyStyle(languageTag: string, code: string): CurrencyStyle {
  try {
    const format = new Intl.NumberFormat(languageTag, { style: 'currency', currency: code });
    const symbol = format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? code;
    return { symbol: apart(symbol), decimals: format.resolvedOptions().maximumFractionDigits ?? 2 };
  } catch {
    // Not three letters: Intl refuses it with a RangeError.
    return { symbol: apart(code), decimals: 2 };
  }
}

/**
 * Amounts, too. formatCurrency puts the symbol it is given into the user's own pattern; without one it takes the
 * organization's, which need not be the figure's. Source: Microsoft Learn, formatCurrency(value, precision, symbol).
 */
export class MoneyFormats extends Formats {
  amount(value: number, currencyCode: string): string {
    const { symbol, decimals } = this.currency(currencyCode);
    return this.platform.formatCurrency(value, decimals, symbol).trim();
  }

  /** Without the symbol, where a heading names the currency. */
  plainAmount(value: number, currencyCode: string): string {
    return this.platform.formatDecimal(value, this.currency(currencyCode).decimals);
  }

  /** @param share 0.83 for 83 % */
  percent(share: number): string {
    const { languageTag } = this;
    return once(percentFormats, languageTag, () => new Intl.NumberFormat(languageTag, { style: 'percent' })).format(
      share,
    );
  }

  private currency(code: string): CurrencyStyle {
    return once(currencyStyles, `${this.languageTag} ${code}`, () => currencyStyle(this.languageTag, code));
  }
}
