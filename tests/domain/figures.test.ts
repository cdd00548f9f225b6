import fc from 'fast-check';
import { figureNames, type UnavailableReason } from '../../domain/customerStatistics';
import { figuresOf, LARGEST_AMOUNT, type FigureSource, type FigureSources } from '../../domain/figures';

function sources(changes: Partial<FigureSources> = {}): FigureSources {
  const nothing: FigureSource = { amount: 0 };
  return {
    balance: nothing,
    outstandingOrders: nothing,
    shippedNotInvoiced: nothing,
    outstandingInvoices: nothing,
    creditLimit: nothing,
    overdueAmount: nothing,
    agedCurrentAmount: nothing,
    agedPeriod1Amount: nothing,
    agedPeriod2Amount: nothing,
    agedPeriod3Amount: nothing,
    salesThisYear: nothing,
    salesLastYear: nothing,
    ...changes,
  };
}

describe('the figures of a customer', () => {
  it('total is what is owed and what is on the way; available credit is the limit less the total', () => {
    const figures = figuresOf(
      sources({
        balance: { amount: '4033.35' },
        outstandingOrders: { amount: '1250.5' },
        shippedNotInvoiced: { amount: '99.99' },
        outstandingInvoices: { amount: '0.16' },
        creditLimit: { amount: '5000' },
      }),
    );
    expect(figures).toMatchObject({ total: 5384, availableCredit: -384, unavailable: {} });
  });

  it('a limit of 0 is no limit: there is no available credit, and no reason why not', () => {
    const figures = figuresOf(sources({ balance: { amount: '10' } }));
    expect(figures).toMatchObject({ creditLimit: 0, availableCredit: null, unavailable: {} });
  });

  it('a negative balance stays negative', () => {
    expect(figuresOf(sources({ balance: { amount: '-250.01' }, creditLimit: { amount: 100 } }))).toMatchObject({
      balance: -250.01,
      total: -250.01,
      availableCredit: 350.01,
    });
  });

  it('a part that is not known makes total and available credit unknown, never smaller', () => {
    const figures = figuresOf(
      sources({
        balance: { amount: 10 },
        outstandingOrders: { reason: 'permissionDenied' },
        creditLimit: { amount: 100 },
      }),
    );
    expect(figures).toMatchObject({ balance: 10, outstandingOrders: null, total: null, availableCredit: null });
    expect(figures.unavailable).toEqual({
      outstandingOrders: 'permissionDenied',
      total: 'partMissing',
      availableCredit: 'partMissing',
    });
  });

  it.each([
    ['100000000000', 100_000_000_000, undefined],
    ['100000000000.001', null, 'outOfRange'],
    ['-922337203685477', null, 'outOfRange'],
  ])('an amount of %s is %s', (amount, value, reason) => {
    const figures = figuresOf(sources({ overdueAmount: { amount } }));
    expect([figures.overdueAmount, figures.unavailable.overdueAmount]).toEqual([value, reason]);
  });

  it('a total beyond the tables is said to be so, although its parts fit', () => {
    const figures = figuresOf(sources({ balance: { amount: LARGEST_AMOUNT }, outstandingOrders: { amount: 1 } }));
    expect([figures.total, figures.unavailable.total]).toEqual([null, 'outOfRange']);
  });

  it('each has a value or a reason; only available credit may have neither', () => {
    const reasons: UnavailableReason[] = ['permissionDenied', 'readFailed', 'exchangeRateMissing'];
    const source = fc.oneof(
      fc.integer({ min: -1e12, max: 1e12 }).map((cents): FigureSource => ({ amount: (cents / 100).toFixed(2) })),
      fc.constantFrom(...reasons).map((reason): FigureSource => ({ reason })),
    );
    const all = fc.record({
      balance: source,
      outstandingOrders: source,
      shippedNotInvoiced: source,
      creditLimit: source,
    });
    fc.assert(
      fc.property(all, (given) => {
        const figures = figuresOf(sources(given));
        for (const name of figureNames) {
          const known = figures[name] !== null;
          const explained = figures.unavailable[name] !== undefined;
          expect(known && explained).toBe(false);
          if (name !== 'availableCredit') expect(known || explained).toBe(true);
        }
        const parts = [figures.balance, figures.outstandingOrders, figures.shippedNotInvoiced];
        if (figures.total !== null)
          expect(figures.total).toBeCloseTo(
            parts.reduce<number>((a, b) => a + (b ?? 0), 0),
            3,
          );
      }),
    );
  });
});
