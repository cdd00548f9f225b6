import { quoteAvailability } from '../../domain/quoteAvailability';
import type { QuoteLine } from '../../domain/quoteLine';
import type { QuoteSummary } from '../../domain/quoteSummary';
import { change, location, stockLine, TODAY } from './stockBuilders';

const chairs = [location('EAST', 60), location('MAIN', 80, change('purchaseOrder', 120, '2026-12-04', '106012'))];
const desks = [location('EAST', 10, change('purchaseOrder', 30, '2026-12-20')), location('MAIN', 25)];
const chair = (id: string, amount: number, code: string | null = 'MAIN', date: string = TODAY): QuoteLine =>
  stockLine(id, chairs, amount, code, date, 'chair');
const desk = (id: string, amount: number, code: string | null = 'MAIN', date: string = TODAY): QuoteLine =>
  stockLine(id, desks, amount, code, date, 'desk');
const summaryOf = (...lines: QuoteLine[]): QuoteSummary => quoteAvailability(lines).summary;

describe('the whole quote', () => {
  it('ships complete on the day asked for', () => {
    expect(summaryOf(chair('1', 80), desk('2', 20))).toEqual({
      late: 0,
      short: 0,
      unanswered: 0,
      completeOn: TODAY,
      restOn: TODAY,
      fromOneLocation: { code: 'MAIN', name: 'MAIN', date: TODAY },
      fromSeveralLocations: TODAY,
    });
  });

  it('waits for the line that comes last, and is had earlier from several locations', () => {
    expect(summaryOf(chair('1', 120), desk('2', 20))).toMatchObject({
      late: 1,
      completeOn: '2026-12-04',
      fromOneLocation: { code: 'MAIN', date: '2026-12-04' },
      fromSeveralLocations: TODAY,
    });
  });

  it('never ships before the last day asked for', () => {
    expect(summaryOf(chair('1', 5), desk('2', 5, 'MAIN', '2026-12-02'))).toMatchObject({
      completeOn: '2026-12-02',
      fromOneLocation: { date: '2026-12-02' },
      fromSeveralLocations: '2026-12-02',
    });
  });

  it('does not wait for a line that asks for nothing', () => {
    expect(summaryOf(chair('1', 5), desk('2', 0, 'MAIN', '2027-05-05'))).toMatchObject({
      completeOn: TODAY,
      restOn: TODAY,
      fromOneLocation: { code: 'EAST', date: TODAY },
      fromSeveralLocations: TODAY,
    });
    expect(summaryOf(desk('1', 0))).toMatchObject({ completeOn: null, fromSeveralLocations: null });
  });

  it('cannot ship complete while a line is short; the rest can', () => {
    expect(summaryOf(chair('1', 120), desk('2', 40))).toMatchObject({
      late: 1,
      short: 1,
      completeOn: null,
      restOn: '2026-12-04',
      fromOneLocation: null,
      fromSeveralLocations: '2026-12-20',
    });
  });

  it('may come from one location although its lines name others that lack it', () => {
    expect(summaryOf(chair('1', 70, 'EAST'), desk('2', 20, 'EAST'))).toMatchObject({
      completeOn: null,
      short: 1,
      late: 1,
      fromOneLocation: { code: 'MAIN', date: TODAY },
    });
  });

  it('asks one location for all lines of an item together', () => {
    expect(summaryOf(chair('1', 50, 'EAST'), chair('2', 50, 'MAIN'))).toMatchObject({
      completeOn: TODAY,
      fromOneLocation: { code: 'MAIN', date: '2026-12-04' },
      fromSeveralLocations: TODAY,
    });
  });

  it('counts lines that cannot be answered apart', () => {
    const unknown: QuoteLine = { ...chair('2', 1), product: { kind: 'notCoupled' } };
    const noUnit: QuoteLine = { ...chair('3', 1), quantity: null };
    const writeIn: QuoteLine = { ...chair('4', 1), product: { kind: 'writeIn' } };
    expect(summaryOf(chair('1', 1), unknown, noUnit, writeIn)).toMatchObject({
      unanswered: 2,
      completeOn: TODAY,
    });
  });

  it('without lines that are asked of stock has no day', () => {
    expect(summaryOf()).toEqual({
      late: 0,
      short: 0,
      unanswered: 0,
      completeOn: null,
      restOn: null,
      fromOneLocation: null,
      fromSeveralLocations: null,
    });
  });

  it('of 200 lines over 20 locations with 500 documents each is answered', () => {
    const places = Array.from({ length: 20 }, (_, place) =>
      location(
        `L${place}`,
        10,
        ...Array.from({ length: 500 }, (_unused, index) =>
          change(
            index % 2 ? 'purchaseOrder' : 'salesOrder',
            1 + (index % 2),
            `2027-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
          ),
        ),
      ),
    );
    const lines = Array.from({ length: 200 }, (_, index) =>
      stockLine(String(index), places, 20, index % 3 ? 'L7' : null),
    );
    const { summary, lines: answered } = quoteAvailability(lines);
    expect(answered).toHaveLength(200);
    // 10 on hand and 250 more in each of 20 locations; 200 lines ask for 4,000 pieces.
    expect(summary.fromSeveralLocations).not.toBeNull();
    expect(summary.fromOneLocation).toBeNull();
  });
});
