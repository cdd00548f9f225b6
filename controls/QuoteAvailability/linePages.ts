type DataSet = ComponentFramework.PropertyTypes.DataSet;

/** The largest page that a view shows; what a quote has beyond it comes page by page. */
const PAGE_SIZE = 250;
/** How many updates without a new line are waited for when the platform does not show that it loads. */
const PATIENCE = 3;

export type PageProgress = 'loading' | 'complete' | 'partial';

/**
 * Brings every page of the data set. A page is asked for once and at most when the one before has arrived: the platform
 * does not load pages in parallel, and each one comes with another updateView. Whether there is more says `hasNextPage`
 * alone: `totalResultCount` is -1 when it is not known.
 */
export class LinePages {
  /** How many lines there were when the next page was asked for; `null` while none is awaited. */
  private askedAt: number | null = null;
  private waited = 0;
  private hasLoaded = false;

  /** For init: the size holds for the data that is loaded from then on. */
  begin({ paging }: DataSet): void {
    if (paging.pageSize < PAGE_SIZE) paging.setPageSize(PAGE_SIZE);
  }

  /** For updateView. Asks for the next page where there is one. */
  advance(dataSet: DataSet): PageProgress {
    if (dataSet.loading) {
      this.hasLoaded = true;
      return 'loading';
    }
    const count = dataSet.sortedRecordIds.length;
    if (!dataSet.paging.hasNextPage) {
      this.askedAt = null;
      return 'complete';
    }
    if (this.askedAt !== count) {
      this.askedAt = count;
      this.waited = 0;
      this.hasLoaded = false;
      dataSet.paging.loadNextPage();
      return 'loading';
    }
    this.waited += 1;
    return this.hasLoaded || this.waited >= PATIENCE ? 'partial' : 'loading';
  }
}
