import fc from 'fast-check';
import { SubgridDataset } from '../../../sandbox/salesclient/browser/dataset/SubgridDataset';
import { line, pageOf, quoteDetail, view, viewColumns } from './quoteLines';

/** A data set of that many lines whose pages come at once. */
function datasetOf(count: number, pageSize: number): { dataset: SubgridDataset; pages: number[]; loads: () => number } {
  const lines = Array.from({ length: count }, (_, index) => line(index + 1));
  const pages: number[] = [];
  let loads = 0;
  const dataset = new SubgridDataset(
    {
      table: quoteDetail,
      view,
      columns: viewColumns,
      pageSize,
      read: (asked, page) => {
        pages.push(page);
        return Promise.resolve(pageOf(lines, asked.pageSize, page));
      },
      open: () => undefined,
    },
    () => undefined,
    () => (loads += 1),
  );
  dataset.refresh();
  return { dataset, pages, loads: () => loads };
}

async function settled(dataset: SubgridDataset): Promise<void> {
  while (dataset.snapshot().loading) await Promise.resolve();
}

const numbersOf = (dataset: SubgridDataset): number[] =>
  dataset.snapshot().sortedRecordIds.map((id) => Number(id.slice(-12)));

describe('Paging of a data set', () => {
  it('adds the next page to those that are there', async () => {
    const { dataset, loads } = datasetOf(5, 2);
    await settled(dataset);
    expect(dataset.snapshot().paging).toMatchObject({ hasNextPage: true, totalResultCount: 5, pageSize: 2 });
    dataset.snapshot().paging.loadNextPage();
    await settled(dataset);
    expect(numbersOf(dataset)).toEqual([1, 2, 3, 4]);
    expect(dataset.snapshot().paging).toMatchObject({ firstPageNumber: 1, lastPageNumber: 2, hasPreviousPage: false });
    expect(loads()).toBe(2);
  });

  it('shows only the new page when asked so, and goes back from there', async () => {
    const { dataset } = datasetOf(5, 2);
    await settled(dataset);
    dataset.snapshot().paging.loadNextPage(true);
    await settled(dataset);
    expect(numbersOf(dataset)).toEqual([3, 4]);
    expect(dataset.snapshot().paging.hasPreviousPage).toBe(true);
    dataset.snapshot().paging.loadPreviousPage();
    await settled(dataset);
    expect(numbersOf(dataset)).toEqual([1, 2, 3, 4]);
  });

  it('shows an exact page, and the first one again after a reset', async () => {
    const { dataset } = datasetOf(5, 2);
    await settled(dataset);
    dataset.snapshot().paging.loadExactPage(3);
    await settled(dataset);
    expect(numbersOf(dataset)).toEqual([5]);
    expect(dataset.snapshot().paging.hasNextPage).toBe(false);
    dataset.snapshot().paging.reset();
    await settled(dataset);
    expect(numbersOf(dataset)).toEqual([1, 2]);
  });

  it('takes another page size with the next refresh', async () => {
    const { dataset } = datasetOf(5, 2);
    await settled(dataset);
    dataset.snapshot().paging.setPageSize(4);
    expect(numbersOf(dataset)).toEqual([1, 2]);
    dataset.snapshot().refresh();
    await settled(dataset);
    expect(numbersOf(dataset)).toEqual([1, 2, 3, 4]);
    expect(() => dataset.snapshot().paging.setPageSize(0)).toThrow(RangeError);
  });

  it('keeps the pages that were loaded when it is refreshed', async () => {
    const { dataset, pages } = datasetOf(5, 2);
    await settled(dataset);
    dataset.snapshot().paging.loadNextPage();
    await settled(dataset);
    dataset.refresh();
    await settled(dataset);
    expect(numbersOf(dataset)).toEqual([1, 2, 3, 4]);
    expect(pages).toEqual([1, 2, 1, 2]);
  });

  it('drops an answer that a newer load has overtaken', async () => {
    const { dataset, loads } = datasetOf(5, 2);
    dataset.refresh();
    dataset.refresh();
    await settled(dataset);
    expect(numbersOf(dataset)).toEqual([1, 2]);
    expect(loads()).toBe(1);
  });

  it('has nothing before the first and after the last page', async () => {
    const { dataset, pages } = datasetOf(1, 2);
    await settled(dataset);
    dataset.snapshot().paging.loadNextPage();
    dataset.snapshot().paging.loadPreviousPage();
    await settled(dataset);
    expect(pages).toEqual([1]);
  });

  it('holds every row once, in order, after all pages were loaded', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }), async (count, size) => {
        const { dataset } = datasetOf(count, size);
        await settled(dataset);
        while (dataset.snapshot().paging.hasNextPage) {
          dataset.snapshot().paging.loadNextPage();
          await settled(dataset);
        }
        expect(numbersOf(dataset)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      }),
      { numRuns: 40 },
    ));
});
