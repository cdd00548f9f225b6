import fc from 'fast-check';
import { ageingBucketOf, daysOverdue } from '../../domain/ageing';
import { addDays, calendarDate } from '../../domain/calendarDate';
import { isOverdue } from '../../domain/overdue';

const asOf = calendarDate('2026-03-10');

describe('ageing by due date', () => {
  it.each([
    ['2026-12-31', 'current'],
    ['2026-03-10', 'current'],
    ['2026-03-09', 'period1'],
    ['2026-02-08', 'period1'],
    ['2026-02-07', 'period2'],
    ['2026-01-09', 'period2'],
    ['2026-01-08', 'period3'],
    ['1999-01-01', 'period3'],
  ])('due %s counts as %s', (dueDate, bucket) => {
    expect(ageingBucketOf(calendarDate(dueDate), asOf, 30)).toBe(bucket);
  });

  it('with periods of another length', () => {
    expect(ageingBucketOf(calendarDate('2026-03-03'), asOf, 7)).toBe('period1');
    expect(ageingBucketOf(calendarDate('2026-03-02'), asOf, 7)).toBe('period2');
  });

  it('across a leap day counts days, not months', () => {
    expect(ageingBucketOf(calendarDate('2024-01-31'), calendarDate('2024-03-01'), 30)).toBe('period1');
    expect(ageingBucketOf(calendarDate('2023-01-31'), calendarDate('2023-03-02'), 30)).toBe('period1');
    expect(ageingBucketOf(calendarDate('2023-01-31'), calendarDate('2023-03-03'), 30)).toBe('period2');
  });

  it('is current exactly as long as it is not overdue', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 90 }), (days, periodDays) => {
        const dueDate = addDays(asOf, -days);
        expect(ageingBucketOf(dueDate, asOf, periodDays) !== 'current').toBe(isOverdue(dueDate, asOf));
        expect(daysOverdue(dueDate, asOf)).toBe(days);
      }),
    );
  });

  it('never becomes younger as days pass', () => {
    const order = ['current', 'period1', 'period2', 'period3'];
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), fc.nat(100), (days, later) => {
        const dueDate = addDays(asOf, days);
        const before = order.indexOf(ageingBucketOf(dueDate, asOf, 30));
        expect(order.indexOf(ageingBucketOf(dueDate, addDays(asOf, later), 30))).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe('overdue', () => {
  it('begins on the day after the due date; without a due date never', () => {
    expect([isOverdue(asOf, asOf), isOverdue(addDays(asOf, -1), asOf), isOverdue(null, asOf)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
