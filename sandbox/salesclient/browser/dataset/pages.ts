import type { ViewPage } from '../dataverse/views';
import type { Row } from '../dataverse/webApi';

/** A run of consecutive pages of one query. */
export interface Pages {
  readonly rows: readonly Row[];
  readonly first: number;
  readonly last: number;
  readonly hasMore: boolean;
  /** Rows on all pages; -1 when not known. */
  readonly total: number;
}

export const noPages: Pages = { rows: [], first: 1, last: 1, hasMore: false, total: -1 };

/** Reads the pages one after the other, no further than there are any. */
export async function readPages(
  read: (page: number) => Promise<ViewPage>,
  first: number,
  last: number,
): Promise<Pages> {
  let found: Pages | undefined;
  for (let page = first; page <= last; page += 1) {
    const { rows, hasMore, total } = await read(page);
    found = { rows: [...(found?.rows ?? []), ...rows], first, last: page, hasMore, total };
    if (!hasMore) break;
  }
  return found ?? noPages;
}

/** Both runs as one. The newer one knows the count. */
export function joined(left: Pages, right: Pages, newer: Pages): Pages {
  return {
    rows: [...left.rows, ...right.rows],
    first: left.first,
    last: right.last,
    hasMore: right.hasMore,
    total: newer.total,
  };
}
