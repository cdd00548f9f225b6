import { createFormats, type Formats } from './formats';
import { once } from './once';

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

/** Amounts, too. */
export interface MoneyFormats extends Formats {
  readonly amount: (value: number, currencyCode: string) => string;
  /** Without the symbol, where a heading names the currency. */
  readonly plainAmount: (value: number, currencyCode: string) => string;
  /** @param share 0.83 for 83 % */
  readonly percent: (share: number) => string;
}

/**
 * formatCurrency puts the symbol it is given into the user's own pattern; without one it takes the organization's,
 * which need not be the figure's. Source: Microsoft Learn, formatCurrency(value, precision, symbol).
 * @param languageTag language of the texts, for what the platform does not format: symbols and percentages
 */
export function createMoneyFormats(
  platform: ComponentFramework.Formatting,
  user: ComponentFramework.UserSettings,
  languageTag: string,
): MoneyFormats {
  const styleOf = (code: string): CurrencyStyle =>
    once(currencyStyles, `${languageTag} ${code}`, () => currencyStyle(languageTag, code));
  const percentFormat = (): Intl.NumberFormat => new Intl.NumberFormat(languageTag, { style: 'percent' });
  return {
    ...createFormats(platform, user),
    amount: (value, currencyCode) => {
      const { symbol, decimals } = styleOf(currencyCode);
      return platform.formatCurrency(value, decimals, symbol).trim();
    },
    plainAmount: (value, currencyCode) => platform.formatDecimal(value, styleOf(currencyCode).decimals),
    percent: (share) => once(percentFormats, languageTag, percentFormat).format(share),
  };
}
