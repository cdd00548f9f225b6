import fc from 'fast-check';
import { addDays } from '../../domain/calendarDate';
import {
  receiptKinds,
  requirementKinds,
  type LocationAvailability,
  type ScheduledChange,
} from '../../domain/itemAvailability';
import { allLocations, availableToPromise, balanceAt, balanceCurve, earliestDate } from '../../domain/projectedBalance';
import { quantity } from '../../domain/quantity';
import { quoteAvailability } from '../../domain/quoteAvailability';
import type { LineAnswer, QuoteLine } from '../../domain/quoteLine';
import { DayByDay, DAYS, horizon } from './dayByDay';
import { stockLine, TODAY } from './stockBuilders';

const day = fc.integer({ min: -DAYS, max: DAYS - 1 }).map((days) => addDays(TODAY, days));
const units = (min: number, max: number) => fc.integer({ min, max }).map((amount) => quantity(amount));
const scheduled: fc.Arbitrary<ScheduledChange> = fc.record({
  kind: fc.constantFrom(...receiptKinds, ...requirementKinds),
  date: fc.option(day),
  quantity: units(1, 30),
  documentNumber: fc.constant(null),
});
const stored = (code: string): fc.Arbitrary<LocationAvailability> =>
  fc.record({
    code: fc.constant(code),
    name: fc.constant(code),
    isInTransit: fc.constant(code === 'OWN LOG.'),
    inventory: units(-15, 40),
    schedule: fc.array(scheduled, { maxLength: 6 }),
  });
const locations = fc.tuple(stored(''), stored('EAST'), stored('MAIN'), stored('OWN LOG.'));
const future = fc.integer({ min: 0, max: DAYS - 1 }).map((days) => addDays(TODAY, days));
const wanted = fc.record({
  amount: fc.integer({ min: 0, max: 40 }),
  code: fc.constantFrom('', 'EAST', 'MAIN', 'OWN LOG.', 'NOWHERE', null),
  date: future,
});
const wishes = fc.array(wanted, { maxLength: 6 });

function wordsOf(answer: LineAnswer): string {
  if (answer.kind === 'later') return `later ${answer.date}`;
  return answer.kind === 'short' ? `short ${answer.shortfall}` : answer.kind;
}

function linesOf(
  stock: readonly LocationAvailability[],
  asked: readonly { amount: number; code: string | null; date: string }[],
): QuoteLine[] {
  return asked.map(({ amount, code, date }, index) => stockLine(String(index), stock, amount, code, date));
}

describe('against stock counted day by day', () => {
  it('the balance, what can be promised and the earliest date are the same', () => {
    fc.assert(
      fc.property(locations, wanted, (stock, { amount, code, date }) => {
        const counted = new DayByDay(stock);
        const place = stock.find((one) => one.code === code && !one.isInTransit);
        const curve = balanceCurve(place ?? allLocations(stock));
        const from = place ? place.code : null;
        for (const each of horizon) expect(balanceAt(curve, each)).toBe(counted.balance(from, each));
        const lowest = Math.min(...horizon.filter((each) => each >= date).map((each) => counted.balance(from, each)));
        expect(availableToPromise(curve, date)).toBe(lowest);
        expect(earliestDate(curve, quantity(amount), date)).toBe(counted.first(from, quantity(amount), date));
      }),
    );
  });

  it('lines that share stock get the same answers', () => {
    fc.assert(
      fc.property(locations, wishes, (stock, asked) => {
        const lines = linesOf(stock, asked);
        const counted = new DayByDay(stock);
        const expected = lines.map((line) => counted.answer(line));
        expect(quoteAvailability(lines).lines.map(({ answer }) => wordsOf(answer))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('the whole quote ships from one and from several locations on the same days', () => {
    fc.assert(
      fc.property(locations, fc.array(wanted, { minLength: 1, maxLength: 4 }), (stock, asked) => {
        const lines = linesOf(
          stock,
          asked.map((wish) => ({ ...wish, amount: wish.amount + 1 })),
        );
        const counted = new DayByDay(stock);
        const total = lines.reduce((sum, line) => sum + (line.quantity ?? 0), 0);
        const last =
          lines
            .map(({ shipment }) => shipment.date)
            .sort()
            .pop() ?? TODAY;
        const one = counted.shipping
          .map((code) => counted.first(code, total, last))
          .filter((date) => date !== null)
          .sort();
        const several = horizon.find(
          (date) => date >= last && counted.shipping.reduce((sum, code) => sum + counted.free(code, date), 0) >= total,
        );
        const { summary } = quoteAvailability(lines);
        expect(summary.fromOneLocation?.date ?? null).toBe(one[0] ?? null);
        expect(summary.fromSeveralLocations).toBe(several ?? null);
      }),
      { numRuns: 300 },
    );
  });
});
