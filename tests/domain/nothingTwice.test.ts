import fc from 'fast-check';
import { addDays } from '../../domain/calendarDate';
import type { LocationAvailability, ScheduledChange, ScheduleKind } from '../../domain/itemAvailability';
import { quoteAvailability } from '../../domain/quoteAvailability';
import type { QuoteLine } from '../../domain/quoteLine';
import { change, location, stockLine, TODAY } from './stockBuilders';

const DAYS = 10;
const PIECE = 100_000;
const codes = ['', 'EAST', 'MAIN'];

/** Goods that enter, leave or change places, each whole: a transfer takes from one location what it brings another. */
interface Movement {
  readonly kind: 'purchaseOrder' | 'salesOrder' | 'transfer' | 'onTheWay';
  readonly pieces: number;
  readonly day: number;
  readonly days: number;
  readonly from: string;
  readonly to: string;
}

const movement: fc.Arbitrary<Movement> = fc.record({
  kind: fc.constantFrom('purchaseOrder', 'salesOrder', 'transfer', 'onTheWay'),
  pieces: fc.integer({ min: 1, max: 20 }),
  day: fc.integer({ min: -2, max: DAYS }),
  days: fc.integer({ min: 0, max: 3 }),
  from: fc.constantFrom(...codes),
  to: fc.constantFrom(...codes),
});

function stockOf(onHand: readonly number[], movements: readonly Movement[]): LocationAvailability[] {
  const changesAt = (place: string): ScheduledChange[] =>
    movements.flatMap(({ kind, pieces, day, days, from, to }) => {
      const at = (which: ScheduleKind, when: number) => change(which, pieces, addDays(TODAY, when));
      if (kind === 'transfer') {
        return [
          ...(from === place ? [at('transferShipment', day)] : []),
          ...(to === place ? [at('transferReceipt', day + days)] : []),
        ];
      }
      if (to !== place) return [];
      return [kind === 'onTheWay' ? at('inTransit', day) : at(kind, day)];
    });
  const onTheWay = movements.reduce((sum, { kind, pieces }) => sum + (kind === 'onTheWay' ? pieces : 0), 0);
  return [
    ...codes.map((code, index) => location(code, onHand[index] ?? 0, ...changesAt(code))),
    { ...location('OWN LOG.', onTheWay), isInTransit: true },
  ];
}

const lineWishes = fc.array(
  fc.record({
    pieces: fc.integer({ min: 0, max: 12 }),
    code: fc.constantFrom(...codes, 'NOWHERE', 'OWN LOG.', null, null),
    day: fc.integer({ min: 0, max: DAYS }),
  }),
  { minLength: 2, maxLength: 8 },
);

const pieces = (line: QuoteLine): number => (line.quantity ?? 0) / PIECE;

describe('what is promised to lines of a quote', () => {
  it('is never more than there will ever be', () => {
    fc.assert(
      fc.property(
        fc.tuple(...codes.map(() => fc.integer({ min: 0, max: 6 }))),
        fc.array(movement, { maxLength: 8 }),
        lineWishes,
        (onHand, movements, wishes) => {
          const stock = stockOf(onHand, movements);
          const atLast = stock
            .filter(({ isInTransit }) => !isInTransit)
            .map(({ inventory, schedule }) =>
              schedule.reduce(
                (sum, { kind, quantity }) =>
                  sum + (['salesOrder', 'transferShipment'].includes(kind) ? -1 : 1) * quantity,
                Number(inventory),
              ),
            );
          // A location that owes more than it ever gets asks for goods of others: that is another question.
          fc.pre(atLast.every((balance) => balance >= 0));
          const lines = wishes.map(({ pieces: amount, code, day }, index) =>
            stockLine(String(index), stock, amount, code, addDays(TODAY, day)),
          );
          const promised = quoteAvailability(lines).lines.filter(({ answer }) => answer.kind !== 'short');
          const total = promised.reduce((sum, { line }) => sum + pieces(line), 0);
          expect(total).toBeLessThanOrEqual(atLast.reduce((sum, balance) => sum + balance, 0) / PIECE);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('from anywhere is kept from lines that name the location where it arrives later', () => {
    const stock = stockOf([0, 0, 0], [{ kind: 'onTheWay', pieces: 10, day: 3, days: 0, from: '', to: 'EAST' }]);
    const inThreeDays = addDays(TODAY, 3);
    const { lines } = quoteAvailability([
      stockLine('1', stock, 10, null),
      stockLine('2', stock, 10, 'EAST', inThreeDays),
      stockLine('3', stock, 1, null, inThreeDays),
    ]);
    expect(lines.map(({ answer }) => answer)).toMatchObject([
      { kind: 'enough' },
      { kind: 'short', shortfall: 10 * PIECE, available: 0 },
      { kind: 'short', shortfall: PIECE },
    ]);
  });
});
