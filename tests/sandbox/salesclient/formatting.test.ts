import { controlFormatting } from '../../../sandbox/salesclient/browser/controls/formatting';

/** Intl separates with no-break spaces, which a test would not show. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

describe('The formats that a control is given', () => {
  it('follow the region of the user', () => {
    expect(controlFormatting('en-GB').formatCurrency(12340.5)).toBe('£12,340.50');
    expect(plain(controlFormatting('de-DE').formatDecimal(12340.5, 3))).toBe('12.340,500');
  });

  it('put another symbol into the pattern of the user', () => {
    expect(plain(controlFormatting('de-DE').formatCurrency(1.5, 2, 'kr.'))).toBe('1,50 kr.');
  });

  it('keep the sign of a negative amount', () => {
    expect(controlFormatting('en-GB').formatCurrency(-3, 0)).toBe('-£3');
  });

  it('write a day as the region does', () => {
    expect(controlFormatting('en-GB').formatDateShort(new Date(2026, 10, 3))).toBe('03/11/2026');
    expect(controlFormatting('da-DK').formatDateShort(new Date(2026, 10, 3))).toBe('03.11.2026');
  });
});
