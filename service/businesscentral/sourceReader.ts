import type { z } from 'zod';
import { ServiceError } from '../http/serviceError';
import type { Page, ReadOptions } from '../sync/ports';
import { readPages, type PageStream } from './pageStream';
import type { PageFetcher } from './reading';
import { pathOf, type Query, type Source } from './sources';

type Extras = Pick<PageStream<z.ZodObject>, 'skip' | 'complete' | 'customerProperty'>;

/** Reads entity sets of one company. */
export class SourceReader {
  constructor(
    private readonly companyId: string,
    private readonly fetcher: PageFetcher,
  ) {}

  /** Short lists that every figure rests on: one that cannot be read wholly is an error. */
  async list<Schema extends z.ZodObject>(source: Source<Schema>, options: ReadOptions): Promise<z.output<Schema>[]> {
    const rows: z.output<Schema>[] = [];
    for await (const page of this.pages(source, {}, options, (row) => [row])) {
      const [refused] = page.refused;
      if (refused !== undefined) throw new ServiceError({ kind: 'protocol', message: refused.reason });
      rows.push(...page.records);
    }
    return rows;
  }

  private countPath(source: Source<z.ZodObject>, { filter }: Query): string {
    return pathOf(this.companyId, { ...source, expand: '' }, { filter, top: 1, count: true });
  }

  /** The records of a source, page by page, to the very end. */
  async *pages<Schema extends z.ZodObject, Target>(
    source: Source<Schema>,
    query: Query,
    options: ReadOptions,
    toRecords: (row: z.output<Schema>) => readonly Target[],
    extras: Extras = {},
  ): AsyncGenerator<Page<Target>> {
    const stream = {
      ...source,
      ...extras,
      fetcher: this.fetcher,
      options,
      path: pathOf(this.companyId, source, query),
      // A request for the first few rows ends where it was told to.
      countPath: query.top === undefined ? this.countPath(source, query) : undefined,
    };
    for await (const page of readPages(stream)) {
      yield { records: page.records.flatMap(toRecords), refused: page.refused };
    }
  }
}
