import { availableCredit } from '../../domain/credit';
import { calendarDate } from '../../domain/calendarDate';
import { creditUsedShare, isOverCreditLimit } from '../../domain/creditUse';
import { DEFAULT_STALE_AFTER_MINUTES, freshnessOf, type SnapshotMarks } from '../../domain/freshness';
import { laterInvoice } from '../../domain/lastInvoice';
import { salesInvoiceState } from '../../domain/salesInvoiceState';

describe('credit', () => {
  it.each([
    [0, 500, null, null, false],
    [1000, 830, 170, 0.83, false],
    [1000, 1000, 0, 1, false],
    [1000, 1000.01, -0.01, 1.00001, true],
    [1000, -50, 1050, 0, false],
  ])('limit %s and total %s', (limit, total, available, share, isOver) => {
    expect(availableCredit(limit, total)).toBe(available);
    expect(creditUsedShare(limit, total)).toBe(share);
    expect(isOverCreditLimit(limit, total)).toBe(isOver);
  });
});

describe('what an invoice means', () => {
  it.each([
    ['Draft', '0', 'unposted'],
    ['In Review', '0', 'unposted'],
    ['Open', '0', 'settled'],
    ['Open', '0.01', 'open'],
    ['Open', '-12.5', 'open'],
    ['Paid', '0', 'settled'],
    ['Canceled', '0', 'settled'],
    ['Corrective', '0.0', 'settled'],
    ['Corrective', '10', 'open'],
    ['Unknown', '10', 'open'],
    ['Unknown', '0', 'settled'],
  ] as const)('%s with %s left is %s', (status, remaining, state) => {
    expect(salesInvoiceState(status, remaining)).toBe(state);
  });
});

describe('the last invoice', () => {
  const invoice = (date: string, number: string): { date: ReturnType<typeof calendarDate>; number: string } => ({
    date: calendarDate(date),
    number,
  });

  it('is the one posted later, on one day the one with the higher number', () => {
    const [first, second, sameDay] = [
      invoice('2026-01-01', 'A'),
      invoice('2026-01-02', '1'),
      invoice('2026-01-02', '2'),
    ];
    expect(laterInvoice(first, second)).toBe(second);
    expect(laterInvoice(second, first)).toBe(second);
    expect(laterInvoice(second, sameDay)).toBe(sameDay);
    expect(laterInvoice(sameDay, second)).toBe(sameDay);
    expect([laterInvoice(null, first), laterInvoice(first, null), laterInvoice(null, null)]).toEqual([
      first,
      first,
      null,
    ]);
  });
});

describe('the age of a snapshot', () => {
  const now = Date.parse('2026-03-10T12:00:00Z');
  const marks: SnapshotMarks = {
    asOf: '2026-03-10T08:00:00Z',
    asOfDate: calendarDate('2026-03-09'),
    stale: false,
    verifiedOn: '2026-03-10T11:30:00Z',
    verifiedFor: calendarDate('2026-03-10'),
    staleAfterMinutes: DEFAULT_STALE_AFTER_MINUTES,
  };

  it('is that of the last comparison of the company, for a row that did not change', () => {
    expect(freshnessOf(marks, now)).toEqual({ asOf: '2026-03-10T11:30:00Z', asOfDate: '2026-03-10', stale: false });
  });

  it('is its own for a row that was refreshed after the comparison', () => {
    expect(freshnessOf({ ...marks, asOf: '2026-03-10T11:45:00Z' }, now).asOf).toBe('2026-03-10T11:45:00Z');
  });

  it('is its own for a row that the comparison left out', () => {
    expect(freshnessOf({ ...marks, stale: true }, now)).toEqual({
      asOf: '2026-03-10T08:00:00Z',
      asOfDate: '2026-03-09',
      stale: true,
    });
  });

  it.each([
    ['2026-03-10T11:00:00Z', false],
    ['2026-03-10T10:59:59Z', true],
  ])('compared at %s, an hour allowed: stale %s', (verifiedOn, stale) => {
    expect(freshnessOf({ ...marks, verifiedOn }, now).stale).toBe(stale);
  });

  it('is stale when nobody knows it, and not when a clock is a little ahead', () => {
    expect(freshnessOf({ ...marks, asOf: null, verifiedOn: null }, now)).toMatchObject({ asOf: null, stale: true });
    expect(freshnessOf({ ...marks, verifiedOn: '2026-03-10T12:04:00Z' }, now).stale).toBe(false);
  });

  it('does not mind which way an instant is written', () => {
    const verifiedOn = '2026-03-10T12:30:00+01:00';
    expect(freshnessOf({ ...marks, verifiedOn }, now).asOf).toBe(verifiedOn);
  });
});
