import fc from 'fast-check';
import {
  addQuantities,
  parseQuantity,
  quantity,
  quantityNumber,
  quantityText,
  subtractQuantities,
  toBaseQuantity,
} from '../../domain/quantity';
import { roundHalfAwayFromZero } from '../../domain/decimal';
import Big from 'big.js';

const LARGEST = 50_000_000_000;
const units = fc.integer({ min: -LARGEST * 100_000, max: LARGEST * 100_000 });
const textOf = (hundredThousandths: number): string => new Big(hundredThousandths).div(100_000).toFixed();
const conversion = { numRuns: 500 };

describe('a quantity', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['120', 12_000_000],
    ['120.50000000', 12_050_000],
    ['0.00001', 1],
    ['-0.33333', -33_333],
    [0.1, 10_000],
    ['50000000000', 5e15],
  ])('%p is %p hundred-thousandths', (value, expected) => {
    expect(parseQuantity(value)).toBe(expected);
  });

  it.each([
    '',
    ' 1',
    '1.',
    '.5',
    '0.000001',
    '1e3',
    '1,5',
    'NaN',
    0.1 + 0.2,
    1e-7,
    1e21,
    NaN,
    Infinity,
    '50000000000.00001',
  ])('%p is refused', (value) => {
    expect(parseQuantity(value)).toBeNull();
    expect(() => quantity(value)).toThrow(RangeError);
  });

  it('keeps every decimal through text and through number', () => {
    fc.assert(
      fc.property(units, (amount) => {
        const text = textOf(amount);
        expect(quantityText(quantity(text))).toBe(text);
        expect(parseQuantity(quantityNumber(quantity(text)))).toBe(amount);
      }),
    );
  });

  it('adds up exactly, and to about as much where nothing could be exact', () => {
    expect(quantityText(addQuantities(quantity('0.1'), quantity('0.2')))).toBe('0.3');
    expect(quantityText(subtractQuantities(quantity('0.3'), quantity('0.4')))).toBe('-0.1');
    const largest = quantity(LARGEST);
    expect(quantityNumber(addQuantities(largest, largest))).toBe(2 * LARGEST);
  });
});

describe('a quantity of another unit', () => {
  it.each([
    ['3', '12', '36'],
    ['-0.5', '12', '-6'],
    ['0.33333', '3', '0.99999'],
    ['0.00001', '0.5', '0.00001'],
    ['-0.00001', '0.5', '-0.00001'],
    ['0.00001', '0.49999', '0'],
    ['1234567.12345', '1000.00001', '1234567135.79567'],
  ])('%s of %s is %s in base units', (value, perUnit, base) => {
    expect(toBaseQuantity(quantity(value), quantity(perUnit))).toBe(quantity(base));
  });

  it('is rounded half away from zero as exact decimals are', () => {
    const perUnit = fc.integer({ min: 1, max: 1e12 });
    fc.assert(
      fc.property(units, perUnit, (amount, per) => {
        const exact = roundHalfAwayFromZero(new Big(textOf(amount)).times(textOf(per)), 5);
        const expected = exact.abs().gt(LARGEST) ? null : quantity(exact.toFixed());
        expect(toBaseQuantity(quantity(textOf(amount)), quantity(textOf(per)))).toBe(expected);
      }),
      conversion,
    );
  });

  it.each(['0', '-1'])('is not known when a unit holds %s', (perUnit) => {
    expect(toBaseQuantity(quantity(1), quantity(perUnit))).toBeNull();
  });
});
