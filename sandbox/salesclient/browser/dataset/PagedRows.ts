import { messageOf } from '../app/useLoaded';
import type { ViewPage } from '../dataverse/views';
import type { Asked } from './datasetQuery';
import { joined, noPages, readPages, type Pages } from './pages';

export interface PagedSource {
  /** The query as the component wants it now. @throws {Error} for what is not emulated */
  wanted(): Asked;
  read(asked: Asked, page: number): Promise<ViewPage>;
  /** Something is new: loading began, rows came, or they did not. */
  changed(): void;
  /** A load came to its end. */
  ended(): void;
}

/** Pages of a query that were read, and the reading of further ones. */
export class PagedRows {
  pages: Pages = noPages;
  loading = true;
  /** Why the last load failed, in Dataverse's words. */
  failure: string | undefined;
  private asked = '';
  private turn = 0;

  constructor(private readonly source: PagedSource) {}

  /** Reads the same pages again; from the first page on when the query is another. */
  refresh(): void {
    const isSame = JSON.stringify(this.source.wanted()) === this.asked;
    const { first, last } = this.pages;
    if (isSame) this.load(first, last);
    else this.load(1, 1);
  }

  loadExactPage(page: number): void {
    this.load(page, page);
  }

  /** While rows are on their way there is no next page to know of yet. */
  loadNextPage(onlyNew: boolean): void {
    const { pages } = this;
    if (this.loading || !pages.hasMore) return;
    this.load(pages.last + 1, pages.last + 1, onlyNew ? undefined : (found) => joined(pages, found, found));
  }

  loadPreviousPage(onlyNew: boolean): void {
    const { pages } = this;
    if (this.loading || pages.first === 1) return;
    this.load(pages.first - 1, pages.first - 1, onlyNew ? undefined : (found) => joined(found, pages, found));
  }

  /** No answer that is still under way is taken from here on. */
  close(): void {
    this.turn += 1;
  }

  /** The newest load counts: answers of those before it are dropped. */
  private load(first: number, last: number, take = (found: Pages): Pages => found): void {
    const asked = this.source.wanted();
    this.turn += 1;
    const { turn } = this;
    this.loading = true;
    this.source.changed();
    readPages((page) => this.source.read(asked, page), first, last).then(
      (found) => {
        if (turn !== this.turn) return;
        this.asked = JSON.stringify(asked);
        this.pages = take(found);
        this.end(undefined);
      },
      (error: unknown) => {
        if (turn === this.turn) this.end(messageOf(error));
      },
    );
  }

  private end(failure: string | undefined): void {
    this.loading = false;
    this.failure = failure;
    this.source.changed();
    this.source.ended();
  }
}
