import { calendarDate } from '../../domain/calendarDate';
import {
  allLocations,
  availableToPromise,
  balanceAt,
  balanceCurve,
  earliestDate,
  noStock,
} from '../../domain/projectedBalance';
import { quantity, ZERO } from '../../domain/quantity';
import { change, location, TODAY } from './stockBuilders';

const at = calendarDate;

describe('the projected available balance', () => {
  // 130 on hand, 50 promised now, 120 coming on 4 December, 30 more promised on 28 November and 40 on 11 December.
  const chair = location(
    'MAIN',
    130,
    change('salesOrder', 50, '2026-11-20'),
    change('salesOrder', 30, '2026-11-28'),
    change('purchaseOrder', 120, '2026-12-04', '106012'),
    change('transferShipment', 25, '2026-12-11'),
    change('purchaseReturn', 15, '2026-12-11'),
    change('salesReturn', 5, '2026-12-18'),
    change('transferReceipt', 8, '2026-12-18'),
    change('inTransit', 7, '2026-12-18'),
  );
  const curve = balanceCurve(chair);

  it.each([
    ['2026-11-19', 130],
    ['2026-11-20', 80],
    ['2026-11-23', 80],
    ['2026-11-28', 50],
    ['2026-12-03', 50],
    ['2026-12-04', 170],
    ['2026-12-11', 130],
    ['2026-12-18', 150],
    ['2027-06-01', 150],
  ])('on %s is on hand + incoming - promised up to that day: %i', (date, expected) => {
    expect(balanceAt(curve, at(date))).toBe(quantity(expected));
  });

  it.each([
    ['2026-11-23', 50],
    ['2026-12-04', 130],
    ['2026-12-18', 150],
  ])('of %s can be promised as far as nothing promised later is taken: %i', (date, expected) => {
    expect(availableToPromise(curve, at(date))).toBe(quantity(expected));
  });

  it.each([
    [50, '2026-11-23', '2026-11-23'],
    [51, '2026-11-23', '2026-12-04'],
    [130, '2026-11-23', '2026-12-04'],
    [131, '2026-11-23', '2026-12-18'],
    [130, '2026-12-24', '2026-12-24'],
    [151, '2026-11-23', null],
  ])('%i from %s on can be had on %s', (wanted, from, expected) => {
    expect(earliestDate(curve, quantity(wanted), at(from))).toBe(expected);
  });

  it('counts what has no date, or one of the past, from the start', () => {
    const late = balanceCurve(
      location(
        'MAIN',
        10,
        change('purchaseOrder', 20, null),
        change('salesOrder', 3, null),
        change('salesOrder', 5, '2025-12-31'),
      ),
    );
    expect(balanceAt(late, at('2025-12-30'))).toBe(quantity(27));
    expect(balanceAt(late, TODAY)).toBe(quantity(22));
  });

  it('stays negative', () => {
    const west = balanceCurve(location('WEST', -4, change('salesOrder', 8, '2026-12-01')));
    expect(balanceAt(west, TODAY)).toBe(quantity(-4));
    expect(availableToPromise(west, TODAY)).toBe(quantity(-12));
    expect(earliestDate(west, ZERO, TODAY)).toBeNull();
  });

  it('is nothing, at any time, where there is neither stock nor document', () => {
    expect(balanceAt(balanceCurve(noStock), TODAY)).toBe(ZERO);
    expect(earliestDate(balanceCurve(noStock), quantity(1), TODAY)).toBeNull();
    expect(earliestDate(balanceCurve(noStock), ZERO, TODAY)).toBe(TODAY);
  });

  it('passes the ends of months and years, and 29 February', () => {
    const edges = balanceCurve(
      location(
        'MAIN',
        0,
        change('purchaseOrder', 1, '2026-12-31'),
        change('purchaseOrder', 1, '2027-01-01'),
        change('purchaseOrder', 1, '2028-02-29'),
      ),
    );
    expect(
      ['2026-12-30', '2026-12-31', '2027-01-01', '2028-02-28', '2028-02-29', '2028-03-01'].map((date) =>
        balanceAt(edges, at(date)),
      ),
    ).toEqual([0, 1, 2, 2, 3, 3].map((units) => quantity(units)));
  });
});

describe('all locations together', () => {
  const onTheWay = { ...location('OWN LOG.', 7), isInTransit: true };
  const all = allLocations([
    location('', 3),
    location('MAIN', 40, change('transferShipment', 10, '2026-12-01'), change('salesOrder', 6, '2026-12-02')),
    location('EAST', -5, change('transferReceipt', 10, '2026-12-05'), change('inTransit', 7, '2026-12-03')),
    onTheWay,
  ]);

  it('hold what is in transit, and no transfer changes them', () => {
    const curve = balanceCurve(all);
    expect(balanceAt(curve, TODAY)).toBe(quantity(45));
    expect(balanceAt(curve, at('2026-12-31'))).toBe(quantity(39));
  });
});
