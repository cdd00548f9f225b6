import { calendarDate } from '../../domain/calendarDate';
import { createMoneyFormats, type MoneyFormats } from '../../controls/shared/moneyFormats';
import { isOne } from '../../controls/shared/plurals';
import { FakePlatform } from './fakePlatform';

/** @param languageTag language of the texts; numbers follow the user's settings, here British */
function formats(languageTag = 'en', offsetMinutes = 0): MoneyFormats {
  const platform = new FakePlatform({ strings: new Map(), answer: () => null });
  platform.offsetMinutes = offsetMinutes;
  const { formatting, userSettings } = platform.context();
  return createMoneyFormats(formatting, userSettings, languageTag);
}

describe('an amount', () => {
  it.each([
    ['GBP', '£1,234.50'],
    ['USD', '$1,234.50'],
    ['CAD', 'CA$1,234.50'],
    ['DKK', 'DKK 1,234.50'],
    ['JPY', '¥1,235'],
    ['KWD', 'KWD 1,234.500'],
    ['EURO-X', 'EURO-X 1,234.50'],
    ['', '1,234.50'],
  ])('in %p has its own symbol and decimals in the user’s pattern', (currency, text) => {
    expect(
      formats()
        .amount(1234.5, currency)
        .replace(/\u00a0/g, ' '),
    ).toBe(text);
  });

  it('has the symbol that the language of the texts uses', () => {
    expect(formats('da').amount(5, 'DKK')).toContain('kr.');
    expect(formats('de').amount(5, 'GBP')).toContain('£');
  });

  it('without symbol keeps the currency’s decimals', () => {
    expect(formats().plainAmount(1234.5, 'KWD')).toBe('1,234.500');
    expect(formats().plainAmount(-0.5, 'GBP')).toBe('-0.50');
  });
});

describe('a day', () => {
  it.each([-720, -300, 0, 60, 840])('stays itself for a user %i minutes from Greenwich', (offset) => {
    expect(formats('en', offset).day(calendarDate('2026-03-29'))).toBe('29 Mar 2026');
    expect(formats('en', offset).day(calendarDate('2024-02-29'))).toBe('29 Feb 2024');
    expect(formats('en', offset).day(calendarDate('2026-01-01'))).toBe('1 Jan 2026');
  });

  it.each([-11, 11])('is handed over as noon, so that %i hours on it is still the same', (hours) => {
    const { formatting, userSettings } = new FakePlatform({ strings: new Map(), answer: () => null }).context();
    const moving: ComponentFramework.Formatting = {
      ...formatting,
      formatDateShort: (date) => String(new Date(date.getTime() + hours * 3_600_000).getDate()),
    };
    expect(createMoneyFormats(moving, userSettings, 'en').day(calendarDate('2026-06-15'))).toBe('15');
  });
});

describe('the days between two instants', () => {
  const evening = Date.UTC(2026, 10, 22, 23, 30);
  const morning = Date.UTC(2026, 10, 23, 0, 30);

  it.each([
    [0, 1],
    [60, 0],
    [-60, 0],
    [-1440, 1],
  ])('are counted by midnights %i minutes from Greenwich', (offset, days) => {
    expect(formats('en', offset).daysApart(evening, morning)).toBe(days);
  });
});

describe('one and many', () => {
  it('follow the language of the texts', () => {
    expect([0, 1, 2].map((count) => isOne(count, 'en'))).toEqual([false, true, false]);
    expect([0, 1, 2].map((count) => isOne(count, 'fr'))).toEqual([true, true, false]);
  });
});
