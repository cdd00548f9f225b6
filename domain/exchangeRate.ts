import Big from 'big.js';
import type { CalendarDate } from './calendarDate';
import { roundHalfAwayFromZero, type DecimalInput } from './decimal';

/**
 * One row of Business Central's Currency Exchange Rate table:
 * `exchangeRateAmount` of the currency are worth `relationalExchangeRateAmount` of the local currency.
 */
export interface ExchangeRate {
  readonly currencyCode: string;
  readonly startingDate: CalendarDate;
  readonly exchangeRateAmount: string;
  readonly relationalExchangeRateAmount: string;
}

/** Rates by currency, the newest first. */
export type ExchangeRates = ReadonlyMap<string, readonly ExchangeRate[]>;

export function exchangeRatesOf(rates: Iterable<ExchangeRate>): ExchangeRates {
  const byCurrency = new Map<string, ExchangeRate[]>();
  for (const rate of rates) byCurrency.set(rate.currencyCode, [...(byCurrency.get(rate.currencyCode) ?? []), rate]);
  for (const list of byCurrency.values()) list.sort((a, b) => (a.startingDate < b.startingDate ? 1 : -1));
  return byCurrency;
}

export interface LocalCurrency {
  readonly code: string;
  /** Decimal places of the local currency's amount rounding precision, 2 for 0.01. */
  readonly decimals: number;
}

/**
 * The amount in local currency at the rate that holds on `date`, rounded to local precision;
 * `null` when no rate is known. The API does not tell a document's own currency factor,
 * which a user can have changed by hand: this is the rate Business Central proposes.
 * Source: Business Central, Currency Exchange Rate.ExchangeAmtFCYToLCY.
 */
export function toLocalCurrency(
  amount: DecimalInput,
  currencyCode: string,
  date: CalendarDate,
  rates: ExchangeRates,
  local: LocalCurrency,
): Big | null {
  if (currencyCode === local.code || currencyCode === '') return new Big(amount);
  const rate = rates.get(currencyCode)?.find((candidate) => candidate.startingDate <= date);
  if (!rate || new Big(rate.exchangeRateAmount).eq(0)) return null;
  const converted = new Big(amount).times(rate.relationalExchangeRateAmount).div(rate.exchangeRateAmount);
  return roundHalfAwayFromZero(converted, local.decimals);
}
