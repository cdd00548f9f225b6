type DataSet = ComponentFramework.PropertyTypes.DataSet;

/** The largest page that a view shows; what a quote has beyond it comes page by page. */
export const PAGE_SIZE = 250;
/** How many updates without a new line are waited for when the platform does not show that it loads. */
const PATIENCE = 3;

export type PageProgress = 'loading' | 'complete' | 'partial';

/**
 * Brings every page of a data set; for each updateView. A page is asked for once and at most when the one before has
 * arrived: the platform does not load pages in parallel, and each one comes with another updateView. Whether there is
 * more says `hasNextPage` alone: `totalResultCount` is -1 when it is not known.
 */
export function linePages(): (dataSet: DataSet) => PageProgress {
  /** How many lines there were when the last page was asked for. */
  let askedAt = -1;
  let waited = 0;
  return ({ loading, paging, sortedRecordIds: { length } }) => {
    if (loading) return 'loading';
    if (!paging.hasNextPage) return 'complete';
    if (askedAt === length) {
      waited += 1;
      return waited < PATIENCE ? 'loading' : 'partial';
    }
    askedAt = length;
    waited = 0;
    paging.loadNextPage();
    return 'loading';
  };
}
