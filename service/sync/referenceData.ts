import type { CalendarDate } from '../../domain/calendarDate';
import { exchangeRatesOf, type ExchangeRates, type LocalCurrency } from '../../domain/exchangeRate';
import { fiscalYearFrom, fiscalYearsAt, type AccountingPeriod, type DateRange } from '../../domain/fiscalYear';
import { ServiceError } from '../http/serviceError';
import type { BusinessCentralReader, ReadOptions } from './ports';
import type { SourceFailures } from './sources';

const USUAL_DECIMALS = 2;

/** What every customer of a company shares. */
export interface ReferenceData {
  readonly local: LocalCurrency;
  readonly rates: ExchangeRates;
  /** Text of the payment terms by their systemId. */
  readonly paymentTerms: ReadonlyMap<string, string>;
  readonly accountingPeriods: readonly AccountingPeriod[];
  readonly currentFiscalYearStart: CalendarDate | null;
  /** Decimal places in which amounts of a currency are rounded. */
  decimalsOf(currencyCode: string): number;
}

/** Decimal places that ISO 4217 gives a currency; 2 for a code that is none. */
function isoDecimals(currencyCode: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency: currencyCode });
    return format.resolvedOptions().maximumFractionDigits ?? USUAL_DECIMALS;
  } catch {
    return USUAL_DECIMALS;
  }
}

/**
 * @param knownCurrency the local currency as the connection has it, for when it cannot be read
 * @throws {ServiceError} when the local currency is unknown: without it no amount means anything
 */
export async function readReferenceData(
  reader: BusinessCentralReader,
  options: ReadOptions,
  failures: SourceFailures,
  knownCurrency: string | null,
): Promise<ReferenceData> {
  const [company, periods, currencies, rates, terms] = await Promise.all([
    failures.attempt('companyInformation', () => reader.companyInformation(options)),
    failures.attempt('accountingPeriods', () => reader.accountingPeriods(options)),
    failures.attempt('currencies', () => reader.currencies(options)),
    failures.attempt('currencyExchangeRates', () => reader.exchangeRates(options)),
    failures.attempt('paymentTerms', () => reader.paymentTerms(options)),
  ]);
  const code = company?.localCurrencyCode ?? knownCurrency;
  if (code === null || code === '') {
    throw new ServiceError({
      kind: 'refused',
      code: 'localCurrencyUnknown',
      message: `The local currency of company "${reader.company.name}" is not known, so no amount could be named. In Business Central, enter "LCY Code" in General Ledger Setup and let the application read Company Information.`,
    });
  }
  const decimals = new Map((currencies ?? []).map((currency) => [currency.code, currency.decimals]));
  return {
    local: { code, decimals: isoDecimals(code) },
    rates: exchangeRatesOf(rates ?? []),
    paymentTerms: new Map((terms ?? []).map((one) => [one.systemId, one.name === '' ? one.code : one.name])),
    accountingPeriods: periods ?? [],
    currentFiscalYearStart: company?.currentFiscalYearStart ?? null,
    decimalsOf: (currency) => decimals.get(currency) ?? isoDecimals(currency),
  };
}

export interface SalesPeriods {
  readonly thisYear: DateRange | null;
  readonly lastYear: DateRange | null;
}

/** This and last fiscal year; this one also from Company Information when the periods cannot be read. */
export function salesPeriodsAt(today: CalendarDate, reference: ReferenceData): SalesPeriods {
  const years = fiscalYearsAt(today, reference.accountingPeriods);
  if (years !== null) return years;
  const start = reference.currentFiscalYearStart;
  return { thisYear: start === null || start > today ? null : fiscalYearFrom(start), lastYear: null };
}
