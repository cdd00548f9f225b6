import { calendarDate } from '../../domain/calendarDate';
import type { ItemAvailability } from '../../domain/itemAvailability';
import { quantity } from '../../domain/quantity';
import { quoteAvailability } from '../../domain/quoteAvailability';
import { resolveShipment, type LineAnswer, type LineProduct, type QuoteLine } from '../../domain/quoteLine';
import { change, location, stockLine, TODAY } from './stockBuilders';

const chairs = [
  location('EAST', 60),
  location('MAIN', 130, change('salesOrder', 50, '2026-11-20'), change('purchaseOrder', 120, '2026-12-04', '106012')),
];
const answersOf = (...lines: QuoteLine[]): LineAnswer[] => quoteAvailability(lines).lines.map(({ answer }) => answer);

describe('a line of a quote', () => {
  it('has enough', () => {
    expect(answersOf(stockLine('1', chairs, 80))).toEqual([
      { kind: 'enough', available: quantity(80), availableToPromise: quantity(80) },
    ]);
  });

  it('comes later, or from another location', () => {
    expect(answersOf(stockLine('1', chairs, 120))).toEqual([
      {
        kind: 'later',
        date: '2026-12-04',
        available: quantity(80),
        availableToPromise: quantity(80),
        alternative: null,
      },
    ]);
    expect(
      answersOf(stockLine('1', [location('EAST', 150), location('MAIN', 80), location('WEST', 200)], 120)),
    ).toMatchObject([
      { kind: 'short', shortfall: quantity(40), alternative: { code: 'WEST', name: 'WEST', available: quantity(200) } },
    ]);
  });

  it('is short by what no receipt covers, all of it where more is promised than there is', () => {
    expect(answersOf(stockLine('1', chairs, 250))).toMatchObject([{ kind: 'short', shortfall: quantity(50) }]);
    expect(answersOf(stockLine('1', [location('MAIN', -10)], 3))).toMatchObject([
      { kind: 'short', available: quantity(-10), shortfall: quantity(3) },
    ]);
    expect(answersOf(stockLine('1', chairs, 3, 'NOWHERE'))).toMatchObject([{ kind: 'short', shortfall: quantity(3) }]);
  });

  it('that is short tells whether something comes in after its day', () => {
    const isMoreOnOrder = (date: string): boolean[] =>
      answersOf(stockLine('1', chairs, 250, 'MAIN', date)).map(
        (answer) => 'isMoreOnOrder' in answer && answer.isMoreOnOrder,
      );
    expect(isMoreOnOrder('2026-12-03')).toEqual([true]);
    expect(isMoreOnOrder('2026-12-04')).toEqual([false]);
    expect(answersOf(stockLine('1', [location('MAIN', 1, change('purchaseOrder', 5, null))], 7))).toMatchObject([
      { shortfall: quantity(1), isMoreOnOrder: false },
    ]);
    expect(answersOf(stockLine('1', [location('MAIN', 1, change('salesOrder', 1, '2026-12-24'))], 7))).toMatchObject([
      { shortfall: quantity(7), isMoreOnOrder: false },
    ]);
  });

  it('takes nothing that is promised to others later', () => {
    const promised = [
      location('MAIN', 100, change('salesOrder', 70, '2026-12-10'), change('purchaseOrder', 40, '2026-12-15')),
    ];
    expect(answersOf(stockLine('1', promised, 50))).toMatchObject([
      { kind: 'later', date: '2026-12-15', available: quantity(100), availableToPromise: quantity(30) },
    ]);
  });

  it('that asks for nothing has enough and leaves everything', () => {
    const negative = [location('MAIN', -1)];
    expect(answersOf(stockLine('1', negative, 0), stockLine('2', negative, -5))).toMatchObject([
      { kind: 'enough' },
      { kind: 'enough', available: quantity(-1) },
    ]);
  });

  it('never ships from a location that holds goods on their way', () => {
    const onTheWay = { ...location('OWN LOG.', 50), isInTransit: true };
    expect(answersOf(stockLine('1', [onTheWay], 5, 'OWN LOG.'))).toMatchObject([{ kind: 'short', alternative: null }]);
    expect(answersOf(stockLine('1', [onTheWay], 5, 'MAIN'))).toMatchObject([{ kind: 'short', alternative: null }]);
    expect(answersOf(stockLine('1', [onTheWay], 5, null))).toMatchObject([{ kind: 'enough' }]);
  });
});

describe('lines of one item', () => {
  it('share its stock in their order', () => {
    const answers = answersOf(
      stockLine('1', chairs, 50),
      stockLine('2', chairs, 40),
      stockLine('3', chairs, 30),
      stockLine('4', chairs, 90),
    );
    expect(answers).toMatchObject([
      { kind: 'enough', available: quantity(80) },
      { kind: 'later', date: '2026-12-04', available: quantity(30) },
      { kind: 'enough', available: quantity(30) },
      { kind: 'short', available: quantity(0), shortfall: quantity(10) },
    ]);
  });

  it('of absurd quantities are short without keeping others from their answer', () => {
    expect(
      answersOf(
        stockLine('1', chairs, 50_000_000_000),
        stockLine('2', chairs, 50_000_000_000),
        stockLine('3', chairs, 50_000_000_000, null),
        stockLine('4', chairs, 60, 'EAST', TODAY, 'desk'),
      ),
    ).toMatchObject([
      { kind: 'short', shortfall: quantity(49_999_999_800) },
      { kind: 'short', shortfall: quantity(50_000_000_000) },
      { kind: 'short', shortfall: quantity(50_000_000_000) },
      { kind: 'enough' },
    ]);
  });

  it('leave other items and other locations alone', () => {
    expect(
      answersOf(
        stockLine('1', chairs, 80),
        stockLine('2', chairs, 60, 'EAST'),
        stockLine('3', chairs, 80, 'MAIN', TODAY, 'desk'),
      ),
    ).toMatchObject([{ kind: 'enough' }, { kind: 'enough' }, { kind: 'enough' }]);
  });

  it('from anywhere take from where there is most', () => {
    expect(answersOf(stockLine('1', chairs, 100, null), stockLine('2', chairs, 60, 'EAST'))).toMatchObject([
      { kind: 'enough', available: quantity(140) },
      { kind: 'short', shortfall: quantity(20) },
    ]);
  });
});

describe('a line without an answer from stock', () => {
  const line = (product: LineProduct, amount: number | null = 1): QuoteLine => ({
    id: '1',
    product,
    quantity: amount === null ? null : quantity(amount),
    shipment: { locationCode: 'MAIN', date: TODAY },
  });
  const item = (availability: ItemAvailability): LineProduct => ({ kind: 'item', itemId: 'chair', availability });
  const byLocation = item({ kind: 'byLocation', locations: chairs });

  it.each<[QuoteLine, LineAnswer]>([
    [line({ kind: 'writeIn' }), { kind: 'writeIn' }],
    [line({ kind: 'notCoupled' }), { kind: 'notCoupled' }],
    [line(item({ kind: 'notStocked' })), { kind: 'notStocked' }],
    [line(byLocation, null), { kind: 'unknownUnit' }],
    [line(item({ kind: 'unknown', reason: 'readFailed' })), { kind: 'unknown', reason: 'readFailed' }],
    [
      line(item({ kind: 'totalOnly', inventory: quantity(7), reason: 'permissionDenied' })),
      { kind: 'totalOnly', inventory: quantity(7), reason: 'permissionDenied' },
    ],
  ])('%# says why', (asked, expected) => {
    expect(answersOf(asked)).toEqual([expected]);
  });

  it('of which only the total is known says so, whatever its unit', () => {
    const total = item({ kind: 'totalOnly', inventory: quantity(7), reason: 'sourceMissing' });
    expect(answersOf(line(total, null))).toMatchObject([{ kind: 'totalOnly' }]);
  });
});

describe('location and date of a line', () => {
  const none = { locationCode: null, date: null };
  const soon = calendarDate('2026-12-01');
  const later = calendarDate('2026-12-08');

  it.each([
    [{ locationCode: 'EAST', date: soon }, { locationCode: 'MAIN', date: later }, 'WEST', 'EAST', soon],
    [none, { locationCode: 'MAIN', date: later }, 'WEST', 'MAIN', later],
    [none, none, 'WEST', 'WEST', TODAY],
    [none, none, null, null, TODAY],
    [{ locationCode: null, date: calendarDate('2026-11-22') }, { locationCode: null, date: later }, null, null, TODAY],
  ])('%#: line before quote before default', (line, quote, standard, locationCode, date) => {
    expect(resolveShipment(line, quote, standard, TODAY)).toEqual({ locationCode, date });
  });
});
