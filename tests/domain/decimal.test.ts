import fc from 'fast-check';
import { roundHalfAwayFromZero, sum, toStoredNumber } from '../../domain/decimal';

describe('exact decimals', () => {
  it('0.01 a hundred thousand times is 1000', () => {
    expect(sum(Array.from({ length: 100_000 }, () => '0.01')).toFixed()).toBe('1000');
  });

  it.each([
    ['1.005', 2, '1.01'],
    ['-1.005', 2, '-1.01'],
    ['0.005', 2, '0.01'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['90071992547409.925', 2, '90071992547409.93'],
    ['1234.4999', 0, '1234'],
  ])('%s to %i decimals is %s', (value, decimals, result) => {
    expect(roundHalfAwayFromZero(value, decimals).toFixed()).toBe(result);
  });

  it('keeps three decimals exactly up to a hundred thousand million', () => {
    expect(toStoredNumber('99999999999.999')).toBe(99_999_999_999.999);
    expect(toStoredNumber('-0')).toBe(-0);
    expect(toStoredNumber('0.0005')).toBe(0.001);
  });

  it('stores every amount of whole thousandths as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), (thousandths) => {
        const sign = thousandths < 0 ? '-' : '';
        const digits = String(Math.abs(thousandths)).padStart(4, '0');
        const text = `${sign}${digits.slice(0, -3)}.${digits.slice(-3)}`;
        expect(toStoredNumber(text)).toBe(Number(text));
        expect(Math.round(toStoredNumber(text) * 1000)).toBe(thousandths);
      }),
    );
  });

  it('does not depend on the order of what is added', () => {
    const amount = fc.integer({ min: -1e9, max: 1e9 }).map((cents) => (cents / 100).toFixed(2));
    fc.assert(fc.property(fc.array(amount), (amounts) => sum(amounts).eq(sum([...amounts].reverse()))));
  });
});
