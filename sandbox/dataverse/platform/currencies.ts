/** A currency of the organization. */
export interface SandboxCurrency {
  /** ISO 4217. */
  readonly code: string;
  readonly name: string;
  readonly symbol: string;
  /** Decimal places. */
  readonly precision: number;
  /** Units of this currency for one unit of the base currency (pound sterling). Examples, not market rates. */
  readonly perBaseUnit: number;
}

export const currencies: readonly SandboxCurrency[] = [
  { code: 'GBP', name: 'Pound Sterling', symbol: '£', precision: 2, perBaseUnit: 1 },
  { code: 'EUR', name: 'Euro', symbol: '€', precision: 2, perBaseUnit: 1.17 },
  { code: 'USD', name: 'US Dollar', symbol: '$', precision: 2, perBaseUnit: 1.27 },
  { code: 'DKK', name: 'Danish Krone', symbol: 'kr.', precision: 2, perBaseUnit: 8.73 },
  { code: 'SEK', name: 'Swedish Krona', symbol: 'kr', precision: 2, perBaseUnit: 13.3 },
  { code: 'NOK', name: 'Norwegian Krone', symbol: 'kr', precision: 2, perBaseUnit: 13.6 },
  { code: 'CHF', name: 'Swiss Franc', symbol: 'Fr.', precision: 2, perBaseUnit: 1.12 },
  { code: 'CAD', name: 'Canadian Dollar', symbol: '$', precision: 2, perBaseUnit: 1.74 },
  { code: 'JPY', name: 'Yen', symbol: '¥', precision: 0, perBaseUnit: 190 },
];
