import fc from 'fast-check';
import { addDays, calendarDate, daysBetween } from '../../domain/calendarDate';
import { fiscalYearsAt, type AccountingPeriod } from '../../domain/fiscalYear';

function start(date: string): AccountingPeriod {
  return { startingDate: calendarDate(date), newFiscalYear: true };
}

function month(date: string): AccountingPeriod {
  return { startingDate: calendarDate(date), newFiscalYear: false };
}

function at(today: string, ...periods: AccountingPeriod[]): unknown {
  return fiscalYearsAt(calendarDate(today), periods);
}

describe('fiscal years', () => {
  it('this one, open at its end while there is no next, and the whole one before it', () => {
    expect(
      at('2026-03-10', start('2025-01-01'), month('2025-02-01'), start('2026-01-01'), month('2026-02-01')),
    ).toEqual({
      thisYear: { from: '2026-01-01', to: '9999-12-31' },
      lastYear: { from: '2025-01-01', to: '2025-12-31' },
    });
  });

  it('need not begin in January', () => {
    expect(at('2024-03-01', start('2022-07-01'), start('2023-07-01'))).toEqual({
      thisYear: { from: '2023-07-01', to: '9999-12-31' },
      lastYear: { from: '2022-07-01', to: '2023-06-30' },
    });
  });

  it('can be of any length: 52 weeks, and a short one after a change', () => {
    expect(at('2025-09-01', start('2023-10-02'), start('2024-09-30'), start('2025-07-01'))).toEqual({
      thisYear: { from: '2025-07-01', to: '9999-12-31' },
      lastYear: { from: '2024-09-30', to: '2025-06-30' },
    });
  });

  it('begin on their first day, and end on a leap day when they do', () => {
    expect(at('2024-03-01', start('2023-03-01'), start('2024-03-01'))).toEqual({
      thisYear: { from: '2024-03-01', to: '9999-12-31' },
      lastYear: { from: '2023-03-01', to: '2024-02-29' },
    });
  });

  it('end where the next begins, and the first one has none before it', () => {
    expect(at('2026-03-10', start('2026-01-01'), start('2027-01-01'))).toEqual({
      thisYear: { from: '2026-01-01', to: '2026-12-31' },
      lastYear: null,
    });
  });

  it('there is none before the first, and none without any', () => {
    expect([at('2025-12-31', start('2026-01-01')), at('2026-01-01'), at('2026-06-01', month('2026-01-01'))]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('follow each other without a gap, whatever the order of the periods', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(calendarDate('2015-01-01'), days));
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 8 }), day, (starts, today) => {
        const years = fiscalYearsAt(
          today,
          starts.map((startingDate) => ({ startingDate, newFiscalYear: true })),
        );
        if (years === null) {
          expect(starts.every((one) => one > today)).toBe(true);
          return;
        }
        expect(years.thisYear.from <= today && years.thisYear.to >= today).toBe(true);
        expect(starts.some((one) => one > years.thisYear.from && one <= years.thisYear.to)).toBe(false);
        if (years.lastYear !== null) expect(daysBetween(years.lastYear.to, years.thisYear.from)).toBe(1);
      }),
    );
  });
});
