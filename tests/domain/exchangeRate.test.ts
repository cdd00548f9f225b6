import fc from 'fast-check';
import { calendarDate } from '../../domain/calendarDate';
import { exchangeRatesOf, toLocalCurrency, type ExchangeRate } from '../../domain/exchangeRate';

function rate(currencyCode: string, startingDate: string, amount: string, relational: string): ExchangeRate {
  return {
    currencyCode,
    startingDate: calendarDate(startingDate),
    exchangeRateAmount: amount,
    relationalExchangeRateAmount: relational,
  };
}

const rates = exchangeRatesOf([
  rate('EUR', '2026-01-01', '100', '85'),
  rate('EUR', '2026-03-01', '100', '86.5'),
  rate('JPY', '2025-01-01', '10000', '52.7143'),
  rate('BAD', '2025-01-01', '0', '1'),
]);
const pounds = { code: 'GBP', decimals: 2 };

function local(amount: string, currencyCode: string, date: string, currency = pounds): string | null {
  return toLocalCurrency(amount, currencyCode, calendarDate(date), rates, currency)?.toFixed() ?? null;
}

describe('an amount in local currency', () => {
  it('is the amount itself when it is local already, written or blank', () => {
    expect([local('12.345', 'GBP', '2026-01-01'), local('7', '', '2026-01-01')]).toEqual(['12.345', '7']);
  });

  it('takes the rate that holds on the day', () => {
    expect(local('200', 'EUR', '2026-02-28')).toBe('170');
    expect(local('200', 'EUR', '2026-03-01')).toBe('173');
  });

  it('is unknown before the first rate, for a currency without rates, and for a rate of nothing', () => {
    expect([local('1', 'EUR', '2025-12-31'), local('1', 'USD', '2026-01-01'), local('1', 'BAD', '2026-01-01')]).toEqual(
      [null, null, null],
    );
  });

  it('is rounded to the local currency, half away from zero', () => {
    expect(local('1000', 'JPY', '2026-01-01')).toBe('5.27');
    expect(local('0.3', 'EUR', '2026-01-01')).toBe('0.26');
    expect(local('-0.3', 'EUR', '2026-01-01')).toBe('-0.26');
    expect(local('200', 'EUR', '2026-03-01', { code: 'JPY', decimals: 0 })).toBe('173');
    expect(local('0.1', 'EUR', '2026-03-01', { code: 'KWD', decimals: 3 })).toBe('0.087');
  });

  it('keeps its sign, and nothing stays nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
        const amount = (cents / 100).toFixed(2);
        const one = Number(local(amount, 'EUR', '2026-02-01'));
        const other = Number(local((-cents / 100).toFixed(2), 'EUR', '2026-02-01'));
        expect(one + other).toBe(0);
        expect(Math.abs(one - cents * 0.0085)).toBeLessThanOrEqual(0.005 + 1e-6);
      }),
    );
  });
});
