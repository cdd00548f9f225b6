import fc from 'fast-check';
import { AmountColumn, NumberColumn } from '../../../service/sync/columns';
import { GuidIndex } from '../../../service/sync/guidIndex';
import { RecentRefreshes } from '../../../service/sync/recentRefreshes';
import { storableText } from '../../../service/sync/storableText';
import { StoredRows } from '../../../service/sync/storedRows';

describe('an index of GUIDs', () => {
  it('numbers them in the order in which they come, each once, and gives them back', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { maxLength: 200 }), (guids) => {
        const index = new GuidIndex();
        const expected = [...new Set(guids)];
        for (const guid of guids) index.add(guid);
        expect(index.size).toBe(expected.length);
        expected.forEach((guid, slot) => {
          expect([index.find(guid), index.guidAt(slot)]).toEqual([slot, guid]);
        });
      }),
    );
  });

  it('finds 20,000 consecutive ones again, and none that is not there', () => {
    const index = new GuidIndex();
    const guid = (number: number): string => `5dc00b6a-e8c6-f011-8004-${number.toString(16).padStart(12, '0')}`;
    for (let number = 0; number < 20_000; number += 1) index.add(guid(number));
    expect(index.find(guid(19_999))).toBe(19_999);
    expect(index.find(guid(20_000))).toBe(-1);
  });

  it('does not tell upper from lower case, and refuses what is no GUID', () => {
    const index = new GuidIndex();
    expect(index.add('5DC00B6A-E8C6-F011-8004-00000000000A')).toBe(index.add('5dc00b6a-e8c6-f011-8004-00000000000a'));
    expect(() => index.add('10000')).toThrow(RangeError);
  });
});

describe('columns', () => {
  it('hold what was set, and the initial value elsewhere', () => {
    const column = new NumberColumn(-1);
    column.set(5000, 7);
    expect([column.get(5000), column.get(4999), column.get(99_999)]).toEqual([7, -1, -1]);
  });

  it('add amounts exactly, where floating point numbers would not', () => {
    const column = new AmountColumn();
    for (let count = 0; count < 100_000; count += 1) column.add(0, '0.01');
    expect(column.get(0)?.toFixed()).toBe('1000');
    expect(column.get(1)).toBeNull();
  });
});

describe('stored rows', () => {
  it('tell what was not seen, and only of rows that are active', () => {
    const rows = new StoredRows();
    const row = (active: boolean): { id: string; active: boolean } => ({
      id: '5dc00b6a-e8c6-f011-8004-00000000000a',
      active,
    });
    rows.load(0, row(true), 1, false);
    rows.load(1, row(true), 2, false);
    rows.load(2, row(false), 3, false);
    rows.see(0);
    expect([...rows.unseen()].map(({ slot }) => slot)).toEqual([1]);
    expect([rows.equals(0, 1), rows.equals(0, 2), rows.equals(2, 3), rows.id(3)]).toEqual([true, false, false, null]);
  });
});

describe('text for a column', () => {
  it.each([
    ['a\u0000b\u0007c', 'a b c'],
    ['\ud800half', '\ufffdhalf'],
    ['  Blanks  ', 'Blanks'],
    ['\u202eright to left, <script>, =1+1 stay as they are', '\u202eright to left, <script>, =1+1 stay as they are'],
  ])('%j becomes %j', (text, stored) => {
    expect(storableText(text, 100)).toBe(stored);
  });

  it('never ends in half of a character', () => {
    expect(storableText('ab😀', 3)).toBe('ab');
  });

  it('is at most as long as the column and stays the same when stored again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const stored = storableText(text, 20);
        expect(stored.length).toBeLessThanOrEqual(20);
        expect(storableText(stored, 20)).toBe(stored);
      }),
    );
  });
});

describe('recent refreshes', () => {
  it('keep a periodic run from putting older figures back', () => {
    const recent = new RecentRefreshes();
    recent.note('company', 'a', 1000);
    expect([
      recent.isSince('company', 'a', 999),
      recent.isSince('company', 'a', 1000),
      recent.isSince('company', 'a', 1001),
      recent.isSince('company', 'b', 0),
    ]).toEqual([true, true, false, false]);
  });

  it('say nothing of the customer with the same id in a copy of the company', () => {
    const recent = new RecentRefreshes();
    recent.note('company', 'a', 1000);
    expect(recent.isSince('its copy', 'a', 0)).toBe(false);
  });
});
