import { editText, enteredText, parseNumber } from '../../../sandbox/salesclient/browser/grid/cellText';
import { column, requested } from './quoteLines';

const quantity = column('quantity', 'number', 'Decimal');

describe('What is typed into a cell', () => {
  it.each([
    ['1,234.5', 1033, 1234.5],
    ['1.234,5', 1031, 1234.5],
    ['1.234,5', 1030, 1234.5],
    ['1 234,5', 1036, 1234.5],
    ['-3', 1033, -3],
    ['0.00001', 1033, 0.00001],
  ] as const)('reads %s in language %i as %d', (text, language, value) => {
    expect(parseNumber(text, language)).toBe(value);
  });

  it.each(['abc', '1e3', '--1', '.', '1 piece'])('does not take %s for a number', (text) => {
    expect(parseNumber(text, 1033)).toBeUndefined();
  });

  it('begins with the whole value in the user’s notation', () => {
    expect(editText(quantity, { quantity: 1.25 }, 1031)).toBe('1,25');
    expect(editText(requested, { requestdeliveryby: '2026-07-01T23:00:00Z' }, 1033)).toBe('2026-07-02');
    expect(editText(requested, {}, 1033)).toBe('');
  });

  it('empties the cell when nothing is left', () => {
    expect(enteredText(quantity, ' ', 1033)).toBeNull();
    expect(enteredText(requested, '', 1033)).toBeNull();
  });

  it('is a day as Dataverse stores it', () => {
    expect(enteredText(requested, '2026-07-02', 1033)).toBe('2026-07-01T23:00:00Z');
  });
});
