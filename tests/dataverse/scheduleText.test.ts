import fc from 'fast-check';
import { addDays, calendarDate } from '../../domain/calendarDate';
import { receiptKinds, requirementKinds, type ScheduledChange } from '../../domain/itemAvailability';
import { balanceAt, balanceCurve } from '../../domain/projectedBalance';
import { quantity, ZERO } from '../../domain/quantity';
import { ENTRIES_AT_MOST, parseSchedule, scheduleText } from '../../dataverse/scheduleText';

const FIRST = calendarDate('2026-01-01');

function changes(days: number): fc.Arbitrary<ScheduledChange> {
  return fc.record({
    kind: fc.constantFrom(...receiptKinds, ...requirementKinds),
    date: fc.option(fc.integer({ min: 0, max: days }).map((day) => addDays(FIRST, day))),
    quantity: fc.integer({ min: 1, max: 1e9 }).map((units) => quantity(units / 100_000)),
    documentNumber: fc.option(fc.string({ minLength: 1, maxLength: 20 })),
  });
}

function written(schedule: readonly ScheduledChange[]): readonly ScheduledChange[] {
  const read = parseSchedule(scheduleText(schedule));
  if (read === null) throw new Error('What was written cannot be read.');
  return read;
}

const balances = (schedule: readonly ScheduledChange[], days: readonly number[]): readonly number[] => {
  const curve = balanceCurve({ inventory: ZERO, schedule });
  return days.map((day) => balanceAt(curve, addDays(FIRST, day)));
};

describe('the text of a schedule', () => {
  it('leaves out what is not there', () => {
    const purchase = { kind: 'purchaseOrder', quantity: quantity('120.5') } as const;
    expect(
      scheduleText([
        { ...purchase, date: calendarDate('2026-12-04'), documentNumber: '106012' },
        { ...purchase, date: null, documentNumber: null },
      ]),
    ).toBe(
      '[{"kind":"purchaseOrder","quantity":"120.5"},' +
        '{"date":"2026-12-04","kind":"purchaseOrder","quantity":"120.5","document":"106012"}]',
    );
    expect(scheduleText([])).toBeNull();
    expect(parseSchedule(null)).toEqual([]);
  });

  it('says the same again, in one order', () => {
    fc.assert(
      fc.property(fc.array(changes(400), { maxLength: 40 }), (schedule) => {
        const text = scheduleText(schedule);
        expect(scheduleText([...schedule].reverse())).toBe(text);
        expect(scheduleText(written(schedule))).toBe(text);
        expect(written(schedule)).toHaveLength(schedule.length);
        expect(written(schedule)).toEqual(expect.arrayContaining([...schedule]));
      }),
    );
  });

  it('makes those of one day and kind one when there are too many, and loses no piece', () => {
    fc.assert(
      fc.property(fc.array(changes(30), { minLength: ENTRIES_AT_MOST + 1, maxLength: 900 }), (schedule) => {
        const read = written(schedule);
        const days = Array.from({ length: 32 }, (_, day) => day);
        expect(read.length).toBeLessThanOrEqual(7 * 32);
        expect(balances(read, days)).toEqual(balances(schedule, days));
      }),
      { numRuns: 20 },
    );
  });

  it('promises nothing early when even the days are too many', () => {
    fc.assert(
      fc.property(fc.array(changes(3000), { minLength: 900, maxLength: 1500 }), (schedule) => {
        const read = written(schedule);
        expect(read.length).toBeLessThanOrEqual(ENTRIES_AT_MOST);
        const days = Array.from({ length: 301 }, (_, index) => index * 10);
        const exact = balances(schedule, days);
        balances(read, days).forEach((balance, index) => expect(balance).toBeLessThanOrEqual(exact[index] ?? 0));
        expect(balances(read, [4000])).toEqual(balances(schedule, [4000]));
      }),
      { numRuns: 10 },
    );
  });

  it('has room in its column', () => {
    const longest = Array.from({ length: ENTRIES_AT_MOST }, (_, index) => ({
      kind: 'transferShipment' as const,
      date: addDays(FIRST, index),
      quantity: quantity('49999999999.99999'),
      documentNumber: 'X'.repeat(20),
    }));
    expect(scheduleText(longest)?.length).toBeLessThan(100_000);
  });

  it.each([
    'x',
    '{}',
    '[1]',
    '[null]',
    '[{"kind":"production","quantity":"1"}]',
    '[{"kind":"salesOrder"}]',
    '[{"kind":"salesOrder","quantity":1}]',
    '[{"kind":"salesOrder","quantity":"0"}]',
    '[{"kind":"salesOrder","quantity":"-1"}]',
    '[{"kind":"salesOrder","quantity":"1","date":"2026-02-30"}]',
    '[{"kind":"salesOrder","quantity":"1","document":7}]',
    '[{"kind":"salesOrder","quantity":"1"},{}]',
  ])('%s is refused', (text) => {
    expect(parseSchedule(text)).toBeNull();
  });
});
