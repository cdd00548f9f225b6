import type { Asked } from '../../../sandbox/salesclient/browser/dataset/datasetQuery';
import { SubgridDataset } from '../../../sandbox/salesclient/browser/dataset/SubgridDataset';
import type { Row } from '../../../sandbox/salesclient/browser/dataverse/webApi';
import { formatted, line, lookupTable, pageOf, quoteDetail, view, viewColumns } from './quoteLines';

interface Opened {
  readonly dataset: SubgridDataset;
  /** Every query in its order, with the page. */
  readonly asked: readonly (Asked & { readonly page: number })[];
  readonly loads: () => number;
  readonly opened: readonly string[];
  /** Answers are held back until this is called. */
  readonly answer: () => Promise<void>;
}

function open(lines: readonly Row[], pageSize = 2, failure?: () => Error | undefined): Opened {
  const asked: (Asked & { page: number })[] = [];
  const opened: string[] = [];
  const held: (() => void)[] = [];
  let loads = 0;
  const dataset = new SubgridDataset(
    {
      table: quoteDetail,
      view,
      columns: viewColumns,
      pageSize,
      read: (query, page) => {
        asked.push({ ...query, page });
        return new Promise((resolve, reject) => {
          held.push(() => {
            const error = failure?.();
            if (error) reject(error);
            else resolve(pageOf(lines, query.pageSize, page));
          });
        });
      },
      open: (table, id) => opened.push(`${table} ${id}`),
    },
    () => undefined,
    () => (loads += 1),
  );
  dataset.refresh();
  const answer = async (): Promise<void> => {
    while (held.length > 0) {
      for (const release of held.splice(0)) release();
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    }
  };
  return { dataset, asked, loads: () => loads, opened, answer };
}

const five = [1, 2, 3, 4, 5].map((number) => line(number));
const idOf = (number: number): string => String(line(number).quotedetailid);

describe('A data set', () => {
  it('is loading until its first page is there, and says so', async () => {
    const { dataset, answer, loads } = open(five);
    expect(dataset.snapshot()).toMatchObject({ loading: true, sortedRecordIds: [] });
    await answer();
    expect(dataset.snapshot()).toMatchObject({ loading: false, error: false, sortedRecordIds: [idOf(1), idOf(2)] });
    expect(loads()).toBe(1);
  });

  it('is the same object until something changed', async () => {
    const { dataset, answer } = open(five);
    await answer();
    const shown = dataset.snapshot();
    expect(dataset.snapshot()).toBe(shown);
    shown.setSelectedRecordIds([idOf(2)]);
    expect(dataset.snapshot()).not.toBe(shown);
  });

  it('gives values in the types of the platform', async () => {
    const lines = [
      line(1, {
        requestdeliveryby: '2026-07-01T23:00:00Z',
        [`requestdeliveryby${formatted}`]: '02/07/2026',
        'product.pfx_itemid': 'item-1',
        [`product.pfx_itemid${formatted}`]: 'Desk',
        [`product.pfx_itemid${lookupTable}`]: 'pfx_item',
      }),
    ];
    const { dataset, answer } = open(lines);
    await answer();
    const record = dataset.snapshot().records[idOf(1)];
    expect(record?.getRecordId()).toBe(idOf(1));
    expect(record?.getValue('quantity')).toBe(10);
    expect(record?.getFormattedValue('quantity')).toBe('10.00000');
    // 23:00 UTC is midnight in London's summer.
    expect(record?.getValue('requestdeliveryby')).toEqual(new Date(2026, 6, 2));
    expect(record?.getValue('productid')).toEqual({ id: { guid: 'product-1' }, etn: 'product', name: 'P1' });
    expect(record?.getValue('product.pfx_itemid')).toEqual({ id: { guid: 'item-1' }, etn: 'pfx_item', name: 'Desk' });
    expect(record?.getNamedReference()).toEqual({ id: { guid: idOf(1) }, etn: 'quotedetail', name: '' });
  });

  it('has no value where the column is empty or not of the view', async () => {
    const { dataset, answer } = open([line(1)]);
    await answer();
    const record = dataset.snapshot().records[idOf(1)];
    expect(record?.getValue('pfx_locationid')).toBeNull();
    expect(record?.getValue('product.pfx_itemid')).toBeNull();
    expect(record?.getFormattedValue('uomid')).toBe('');
    expect(record?.getValue('statecode')).toBeNull();
  });

  it('describes its columns with their types, linked and hidden ones included', () => {
    const { columns } = open(five).dataset.snapshot();
    expect(columns.map(({ name, dataType }) => [name, dataType])).toEqual([
      ['productid', 'Lookup.Simple'],
      ['productdescription', 'SingleLine.Text'],
      ['quantity', 'Decimal'],
      ['uomid', 'Lookup.Simple'],
      ['requestdeliveryby', 'DateAndTime.DateOnly'],
      ['pfx_locationid', 'Lookup.Simple'],
      ['extendedamount', 'Currency'],
      ['product.pfx_itemid', 'Lookup.Simple'],
    ]);
    expect(columns[7]).toMatchObject({ alias: 'product.pfx_itemid', order: 7, visualSizeFactor: 1.5, isHidden: true });
  });

  it('names its view and its table, and opens records', () => {
    const { dataset, opened } = open(five);
    const shown = dataset.snapshot();
    expect([shown.getViewId(), shown.getTitle(), shown.getTargetEntityType()]).toEqual([
      'aaaa',
      'Lines',
      'quotedetail',
    ]);
    shown.openDatasetItem({ id: { guid: 'x1' }, etn: 'product', name: '' });
    expect(opened).toEqual(['product x1']);
  });

  it('passes on what Dataverse says when it refuses', async () => {
    const { dataset, answer } = open(five, 2, () => new Error('Principal user is missing prvReadQuote.'));
    await answer();
    expect(dataset.snapshot()).toMatchObject({
      loading: false,
      error: true,
      errorMessage: 'Principal user is missing prvReadQuote.',
    });
  });

  it('does not pretend to link or to add columns', () => {
    const shown = open(five).dataset.snapshot();
    expect(() => shown.addColumn?.('name')).toThrow('does not emulate addColumn');
    expect(() =>
      shown.linking.addLinkedEntity({ name: 'product', from: 'a', to: 'b', linkType: 'inner', alias: 'c' }),
    ).toThrow('does not emulate linking.addLinkedEntity');
    expect(shown.linking.getLinkedEntities()).toEqual([
      { name: 'product', from: 'productid', to: 'productid', linkType: 'outer', alias: 'product' },
    ]);
  });
});

describe('What a component asks of its data set', () => {
  it('sorts by the list that it changed, from the first page on', async () => {
    const { dataset, answer, asked } = open(five);
    await answer();
    const { sorting, paging } = dataset.snapshot();
    expect(sorting).toEqual([{ name: 'lineitemnumber', sortDirection: 0 }]);
    paging.loadNextPage();
    await answer();
    sorting.splice(0, 1, { name: 'product.pfx_itemid', sortDirection: 1 });
    dataset.snapshot().refresh();
    await answer();
    expect(asked.at(-1)).toMatchObject({
      page: 1,
      orders: [{ column: 'pfx_itemid', link: 'product', descending: true }],
    });
    expect(dataset.snapshot().paging.lastPageNumber).toBe(1);
  });

  it('filters after a refresh, and no longer once the filter is cleared', async () => {
    const { dataset, answer, asked } = open(five);
    await answer();
    const { filtering } = dataset.snapshot();
    const refresh = (): void => dataset.snapshot().refresh();
    filtering.setFilter({
      filterOperator: 1,
      conditions: [
        { attributeName: 'quantity', conditionOperator: 4, value: '5' },
        { attributeName: 'pfx_itemid', entityAliasName: 'product', conditionOperator: 12, value: '' },
      ],
    });
    expect(asked).toHaveLength(1);
    refresh();
    await answer();
    expect(asked.at(-1)?.filter).toEqual({
      type: 'or',
      conditions: [
        { column: 'quantity', operator: 'ge', values: ['5'] },
        { column: 'pfx_itemid', link: 'product', operator: 'null', values: [] },
      ],
      filters: [],
    });
    filtering.clearFilter();
    refresh();
    await answer();
    expect(asked.at(-1)?.filter).toBeUndefined();
  });

  it('does not emulate every operator of a filter', async () => {
    const { dataset, answer } = open(five);
    await answer();
    const { filtering } = dataset.snapshot();
    const refresh = (): void => dataset.snapshot().refresh();
    filtering.setFilter({
      filterOperator: 0,
      conditions: [{ attributeName: 'quoteid', conditionOperator: 75, value: 'x' }],
    });
    expect(() => refresh()).toThrow('does not emulate the condition operator 75');
  });

  it('selects records that are there', async () => {
    const { dataset, answer } = open(five);
    await answer();
    dataset.snapshot().setSelectedRecordIds([idOf(2), 'gone']);
    expect(dataset.snapshot().getSelectedRecordIds()).toEqual([idOf(2)]);
    dataset.snapshot().clearSelectedRecordIds();
    expect(dataset.snapshot().getSelectedRecordIds()).toEqual([]);
  });
});
