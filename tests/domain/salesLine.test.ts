import fc from 'fast-check';
import { openLineAmounts, type SalesLineQuantities } from '../../domain/salesLine';

function amounts(quantity: string, shipped: string, invoiced: string, amount: string, decimals = 2): [string, string] {
  const line: SalesLineQuantities = {
    quantity,
    shippedQuantity: shipped,
    invoicedQuantity: invoiced,
    netAmountIncludingTax: amount,
  };
  const { outstanding, shippedNotInvoiced } = openLineAmounts(line, decimals);
  return [outstanding.toFixed(), shippedNotInvoiced.toFixed()];
}

describe('an open sales line', () => {
  it.each([
    ['nothing shipped', '10', '0', '0', '1250', ['1250', '0']],
    ['partly shipped', '10', '4', '0', '1250', ['750', '500']],
    ['partly invoiced', '10', '4', '3', '1250', ['750', '125']],
    ['all shipped', '10', '10', '6', '1250', ['0', '500']],
    ['all invoiced', '10', '10', '10', '1250', ['0', '0']],
    ['a comment', '0', '0', '0', '0', ['0', '0']],
    ['a third of a cent', '3', '1', '0', '1', ['0.67', '0.33']],
    ['a return inside an order', '-2', '0', '0', '-50', ['-50', '0']],
    ['a quantity with five decimals', '0.33333', '0.11111', '0', '10', ['6.67', '3.33']],
  ] as const)('%s', (_, quantity, shipped, invoiced, amount, expected) => {
    expect(amounts(quantity, shipped, invoiced, amount)).toEqual(expected);
  });

  it('is rounded to its currency: yen have no decimals', () => {
    expect(amounts('3', '1', '0', '1000', 0)).toEqual(['667', '333']);
  });

  it('gives no more and no less than its amount, up to the rounding of three parts', () => {
    const whole = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(whole, fc.nat(1000), fc.nat(1000), fc.integer({ min: 0, max: 1e8 }), (quantity, a, b, cents) => {
        const shipped = Math.min(quantity, a);
        const invoiced = Math.min(shipped, b);
        const amount = cents / 100;
        const [outstanding, notInvoiced] = amounts(
          String(quantity),
          String(shipped),
          String(invoiced),
          amount.toFixed(2),
        );
        const invoicedPart = (amount * invoiced) / quantity;
        expect(Math.abs(Number(outstanding) + Number(notInvoiced) + invoicedPart - amount)).toBeLessThanOrEqual(
          0.01 + 1e-6,
        );
        expect(Number(outstanding)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
