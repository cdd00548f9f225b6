import { formatDate, formatInstant, formatMoney, formatNumber } from '../../../../sandbox/dataverse/records/formatting';
import { roundTo } from '../../../../sandbox/dataverse/records/values';
import type { UserSettings } from '../../../../sandbox/dataverse/records/userSettings';

const american: UserSettings = {
  language: 1033,
  timeZone: 'America/New_York',
  dateFormat: 'M/d/yyyy',
  timeFormat: 'h:mm tt',
  dateSeparator: '/',
  timeSeparator: ':',
  decimalSymbol: '.',
  groupSeparator: ',',
  firstDayOfWeek: 0,
};
const danish: UserSettings = {
  ...american,
  timeZone: 'Europe/Paris',
  dateFormat: 'dd/MM/yyyy',
  dateSeparator: '-',
  timeFormat: 'HH:mm',
  timeSeparator: '.',
  decimalSymbol: ',',
  groupSeparator: '.',
};

it('writes dates and times on the user’s clock and in the user’s pattern', () => {
  expect(formatInstant('2026-01-31T04:05:00Z', false, american)).toBe('1/30/2026 11:05 PM');
  expect(formatInstant('2026-07-31T22:05:00Z', false, danish)).toBe('01-08-2026 00.05');
  expect(formatInstant('2026-07-31T22:05:00Z', true, danish)).toBe('01-08-2026');
  expect(formatInstant('2026-07-31T16:00:00Z', false, american)).toBe('7/31/2026 12:00 PM');
  expect(formatDate('2026-02-03', american)).toBe('2/3/2026');
});

it('writes numbers and amounts with the user’s symbols', () => {
  expect(formatNumber(1234567.891, 2, american)).toBe('1,234,567.89');
  expect(formatNumber(-1234.5, 3, danish)).toBe('-1.234,500');
  expect(formatNumber(-0.001, 2, american)).toBe('0.00');
  expect(formatMoney(-1234.5, 2, '£', american)).toBe('-£1,234.50');
});

it('rounds the digits that were written, half away from zero', () => {
  expect([1.005, -1.005, 2.675, 1e-9, 123456789012.345].map((value) => roundTo(value, 2))).toEqual([
    1.01, -1.01, 2.68, 0, 123456789012.35,
  ]);
});
