import { scale } from '../ledger/amounts';
import type { Hundredths } from '../ledger/amounts';
import type { CalendarDate } from '../ledger/dates';
import type { CompanySetup, ExchangeRate } from './setup';

/** No rate of exchange is known for a currency on a day. */
export class ExchangeRateError extends Error {
  override readonly name = 'ExchangeRateError';

  constructor(currencyCode: string, date: CalendarDate) {
    super(`There is no Currency Exchange Rate within the filter. Filters: ${currencyCode}, ''..${date}`);
  }
}

/** The rate in force on a day: the latest that began by then. Throws ExchangeRateError. */
export function exchangeRateOn(setup: CompanySetup, currencyCode: string, date: CalendarDate): ExchangeRate {
  let found: ExchangeRate | undefined;
  for (const rate of setup.exchangeRates) {
    const inForce = rate.currencyCode === currencyCode && rate.startingDate <= date;
    if (inForce && (found === undefined || rate.startingDate > found.startingDate)) {
      found = rate;
    }
  }
  if (found === undefined) {
    throw new ExchangeRateError(currencyCode, date);
  }
  return found;
}

/** An amount of a currency in local currency at the rate of a day; throws ExchangeRateError. */
export function toLocalCurrency(
  setup: CompanySetup,
  amount: Hundredths,
  currencyCode: string,
  date: CalendarDate,
): Hundredths {
  if (currencyCode === '' || currencyCode === setup.localCurrencyCode) {
    return amount;
  }
  const rate = exchangeRateOn(setup, currencyCode, date);
  return scale(amount, rate.relationalExchangeRateAmount, rate.exchangeRateAmount);
}
