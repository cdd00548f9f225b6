import fc from 'fast-check';
import { dayOf, scriptDate, storedDay } from '../../../sandbox/salesclient/browser/dataverse/days';
import { column, requested } from './quoteLines';

const calendarDay = column('effectivefrom', 'date', 'DateTime', { date: { withoutTime: true, behavior: 'DateOnly' } });

describe('A day of Dataverse', () => {
  it('is the user’s midnight where the column keeps an instant', () => {
    expect(storedDay(requested, '2026-12-04')).toBe('2026-12-04T00:00:00Z');
    expect(storedDay(requested, '2026-07-02')).toBe('2026-07-01T23:00:00Z');
    expect(dayOf(requested, '2026-07-01T23:00:00Z')).toBe('2026-07-02');
  });

  it('is itself where the column keeps a day', () => {
    expect(storedDay(calendarDay, '2026-07-02')).toBe('2026-07-02');
    expect(scriptDate(calendarDay, '2026-07-02')).toEqual(new Date(2026, 6, 2));
  });

  it('is a local midnight for scripts and components', () => {
    expect(scriptDate(requested, '2026-07-01T23:00:00Z')).toEqual(new Date(2026, 6, 2));
    expect(scriptDate(requested, 'soon')).toBeUndefined();
  });

  it('comes back as it was stored, on every day and on both sides of the Atlantic', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom('Europe/London', 'America/New_York', 'UTC'),
        (number, zone) => {
          const day = new Date(Date.UTC(1990, 0, 1 + number)).toISOString().slice(0, 10);
          expect(dayOf(requested, storedDay(requested, day, zone), zone)).toBe(day);
        },
      ),
    ));
});
