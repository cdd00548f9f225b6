import { dateWindow, windowTest } from '../../../../sandbox/dataverse/records/dateWindows';
import type { UserSettings } from '../../../../sandbox/dataverse/records/userSettings';

const settings = (timeZone: string, firstDayOfWeek = 1): UserSettings => ({
  language: 1033,
  timeZone,
  dateFormat: 'd/M/yyyy',
  timeFormat: 'H:mm',
  dateSeparator: '/',
  timeSeparator: ':',
  decimalSymbol: '.',
  groupSeparator: ',',
  firstDayOfWeek,
});

const bounds = (
  operator: string,
  count: number,
  now: string,
  timeZone: string,
  firstDay = 1,
): (string | undefined)[] => {
  const { from, to } = dateWindow(operator, count, new Date(now), settings(timeZone, firstDay));
  return [from?.toInstant().toString(), to?.toInstant().toString()];
};

it.each([
  ['today', 0, '2026-03-29T12:00:00Z', 'Europe/Berlin', ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z']],
  ['yesterday', 0, '2026-01-01T03:00:00Z', 'America/New_York', ['2025-12-30T05:00:00Z', '2025-12-31T05:00:00Z']],
  ['this-week', 0, '2026-03-04T12:00:00Z', 'UTC', ['2026-03-02T00:00:00Z', '2026-03-09T00:00:00Z']],
  ['last-month', 0, '2024-03-31T12:00:00Z', 'UTC', ['2024-02-01T00:00:00Z', '2024-03-01T00:00:00Z']],
  ['next-year', 0, '2026-03-31T12:00:00Z', 'UTC', ['2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z']],
  ['last-x-days', 2, '2026-03-04T12:00:00Z', 'UTC', ['2026-03-02T00:00:00Z', '2026-03-04T12:00:00Z']],
  ['next-x-days', 1, '2026-03-04T12:00:00Z', 'UTC', ['2026-03-04T12:00:00Z', '2026-03-06T00:00:00Z']],
  ['last-x-hours', 3, '2026-03-04T12:34:00Z', 'UTC', ['2026-03-04T09:00:00Z', '2026-03-04T12:34:00Z']],
  ['older-than-x-months', 1, '2026-03-31T12:00:00Z', 'UTC', [undefined, '2026-02-28T00:00:00Z']],
  ['older-than-x-minutes', 5, '2026-03-31T12:00:30Z', 'UTC', [undefined, '2026-03-31T11:55:00Z']],
])('%s %i at %s in %s', (operator, count, now, timeZone, expected) => {
  expect(bounds(operator, count, now, timeZone)).toEqual(expected);
});

it('begins the week on the organization’s first day', () => {
  expect(bounds('this-week', 0, '2026-03-04T12:00:00Z', 'UTC', 0)).toEqual([
    '2026-03-01T00:00:00Z',
    '2026-03-08T00:00:00Z',
  ]);
});

it('takes a calendar date by its day, whatever the hour', () => {
  const last = windowTest(dateWindow('last-x-days', 2, new Date('2026-03-04T12:00:00Z'), settings('UTC')), true);
  expect(['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-05'].map(last)).toEqual([false, true, true, false]);
  const today = windowTest(dateWindow('today', 0, new Date('2026-03-04T23:30:00Z'), settings('Europe/Berlin')), true);
  expect(['2026-03-04', '2026-03-05'].map(today)).toEqual([false, true]);
});
