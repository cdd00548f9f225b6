import fc from 'fast-check';
import {
  addDays,
  calendarDate,
  daysBetween,
  isCalendarDate,
  laterDate,
  type CalendarDate,
} from '../../domain/calendarDate';

const anyDate = fc
  .date({ min: new Date('0200-01-01T00:00:00Z'), max: new Date('9000-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date): CalendarDate => calendarDate(date.toISOString().slice(0, 10)));

describe('a calendar date', () => {
  it.each(['2024-02-29', '2000-02-29', '1999-12-31', '9999-12-31', '0001-01-01'])('%s is a day', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    '',
    '0000-01-01',
  ])('%j is none', (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => calendarDate(text)).toThrow(RangeError);
  });

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-29', 1, '2026-03-30'],
  ])('%s and %i days are %s', (date, days, result) => {
    expect(addDays(calendarDate(date), days)).toBe(result);
  });

  it('counts a leap day', () => {
    expect(daysBetween(calendarDate('2024-02-01'), calendarDate('2024-03-01'))).toBe(29);
    expect(daysBetween(calendarDate('2023-02-01'), calendarDate('2023-03-01'))).toBe(28);
    expect(daysBetween(calendarDate('2024-01-01'), calendarDate('2025-01-01'))).toBe(366);
  });

  it('is the same in every time zone: nights in which clocks change are days like any other', () => {
    expect(daysBetween(calendarDate('2026-03-28'), calendarDate('2026-03-30'))).toBe(2);
    expect(daysBetween(calendarDate('2026-10-24'), calendarDate('2026-10-26'))).toBe(2);
  });

  it('adding days and counting them are each other’s reverse', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -30_000, max: 30_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it('sorts as text in the order of time', () => {
    fc.assert(fc.property(anyDate, anyDate, (a, b) => Math.sign(daysBetween(a, b)) === (a < b ? 1 : a > b ? -1 : 0)));
  });

  it('none is earlier than any', () => {
    const day = calendarDate('2026-03-10');
    expect([
      laterDate(null, day),
      laterDate(day, null),
      laterDate(null, null),
      laterDate(day, addDays(day, 1)),
    ]).toEqual([day, day, null, '2026-03-11']);
  });
});
