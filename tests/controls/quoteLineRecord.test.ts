import fc from 'fast-check';
import { itemIds, lineRecord, lineRecords } from '../../controls/QuoteAvailability/lineRecord';
import { missingColumns } from '../../controls/QuoteAvailability/lineColumns';
import { dayOf, referenceOf } from '../../controls/QuoteAvailability/recordValues';
import { quantity } from '../../domain/quantity';
import { entityRecord, FakeDataSet, lookup } from './quoteDataSet';
import { idOf, line } from './quoteSample';

const dataSetOf = (lines: readonly Parameters<typeof entityRecord>[1][]): ReturnType<FakeDataSet['dataSet']> => {
  const fake = new FakeDataSet();
  fake.lines = lines.map((values, index) => [idOf(index, 'line'), values] as const);
  return fake.dataSet();
};

describe('a record of the data set', () => {
  it('becomes a line', () => {
    const values = line(2, 7, 2.5, {
      'unit.quantity': 12,
      'unit.baseuom': lookup('70', 'PCS'),
      requestdeliveryby: new Date(2026, 11, 2),
      'quote.requestdeliveryby': '2026-12-09',
      'quote.bci_locationid': lookup('{ABCDEF00-0000-4000-8000-000000000000}', 'MAIN'),
    });
    expect(lineRecord(entityRecord('line', values))).toEqual({
      id: 'line',
      productName: 'Product 2',
      isWriteIn: false,
      itemId: idOf(7),
      quantity: quantity(2.5),
      unit: { name: 'PCS', quantity: quantity(12), baseName: 'PCS' },
      own: { location: null, date: '2026-12-02' },
      quote: { location: { id: 'abcdef00-0000-4000-8000-000000000000', name: 'MAIN' }, date: '2026-12-09' },
      sequenceNumber: 2,
      lineNumber: 2,
    });
  });

  it('may be empty but for its id', () => {
    expect(lineRecord(entityRecord('line', {}))).toMatchObject({ isWriteIn: true, itemId: null, quantity: 0 });
  });

  it.each([
    [
      { id: { guid: 'A' }, name: 'x' },
      { id: 'a', name: 'formatted' },
    ],
    [
      { id: '{A}', name: 'x', entityType: 'product' },
      { id: 'a', name: 'formatted' },
    ],
    [[{ id: { guid: 'A' } }], { id: 'a', name: 'formatted' }],
    [[], null],
    [null, null],
    [{ id: '' }, null],
    ['A', null],
  ])('names another row by %j', (value, reference) => {
    expect(referenceOf(value, 'formatted')).toEqual(reference);
  });

  it('holds days as clients give them', () => {
    expect([dayOf('2026-12-04'), dayOf('2026-12-04T12:00:00'), dayOf(new Date(2026, 0, 31, 23))]).toEqual([
      '2026-12-04',
      '2026-12-04',
      '2026-01-31',
    ]);
    expect([dayOf(''), dayOf(null), dayOf('never'), dayOf(new Date(Number.NaN))]).toEqual([null, null, null, null]);
  });

  it.each([
    [true, '2.5', true, 2.5],
    [1, 3, true, 3],
    [false, 0, false, 0],
    [null, null, false, 0],
    [0, 'x', false, null],
  ])('holds %j and %j as clients give two options and numbers', (isproductoverridden, asked, isWriteIn, number) => {
    const values = { ...line(1, 1, 1), isproductoverridden, quantity: asked };
    expect(lineRecord(entityRecord('line', values))).toMatchObject({
      isWriteIn,
      quantity: number === null ? null : quantity(number),
    });
  });

  it('gives the same day at every hour of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 23 }),
        (days, hour) => dayOf(new Date(2000, 0, 1 + days, hour)) === dayOf(new Date(2000, 0, 1 + days, 12)),
      ),
    );
  });
});

describe('the order of lines', () => {
  const ids = (numbers: readonly (readonly [number | null, number | null])[]): string[] =>
    lineRecords(
      dataSetOf(
        numbers.map(([sequencenumber, lineitemnumber]) => ({
          sequencenumber,
          lineitemnumber,
          productdescription: `${sequencenumber ?? '-'}/${lineitemnumber ?? '-'}`,
        })),
      ),
    ).map(({ productName }) => productName);

  it('is the sequence number’s, then the line number’s, then the data set’s; without a number comes last', () => {
    expect(
      ids([
        [null, null],
        [2, 1],
        [1, 9],
        [1, null],
        [1, 3],
        [null, 5],
      ]),
    ).toEqual(['1/3', '1/9', '1/-', '2/1', '-/5', '-/-']);
  });

  it('does not depend on how the grid is sorted', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.func(fc.integer()), (numbers, shuffle) => {
        const shuffled = [...numbers].sort((a, b) => shuffle(a) - shuffle(b));
        const asLines = (list: readonly number[]): string[] => ids(list.map((number) => [number, null] as const));
        expect(asLines(shuffled)).toEqual(asLines(numbers));
      }),
    );
  });
});

describe('what lines ask for', () => {
  it('is each item once, whatever the order, without write-ins', () => {
    const lines = [
      line(1, 5, 1),
      line(2, 3, 1),
      line(3, 5, 1),
      line(4, null, 1),
      line(5, 9, 1, { isproductoverridden: true }),
    ];
    expect(itemIds(lineRecords(dataSetOf(lines)))).toEqual([idOf(3), idOf(5)]);
    expect(itemIds(lineRecords(dataSetOf([...lines].reverse())))).toEqual([idOf(3), idOf(5)]);
  });
});

describe('columns', () => {
  it('that a view left out are missed', () => {
    const fake = new FakeDataSet();
    expect(missingColumns(fake.dataSet())).toEqual([]);
    fake.columns = fake.columns.filter((name) => !['sequencenumber', 'quantity'].includes(name));
    expect(missingColumns(fake.dataSet())).toEqual(['quantity', 'sequencenumber']);
  });
});
