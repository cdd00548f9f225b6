import { z } from 'zod';
import type { ReadOptions } from '../sync/ports';
import type { Row } from './pageStream';
import type { PageFetcher } from './reading';

const linesSchema = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

/** A document with more lines than fit into an answer names the address of the rest: reads them all into the row. */
export async function expandedLines(
  fetcher: PageFetcher,
  options: ReadOptions,
  row: Row,
  property: string,
  pageSize: number,
): Promise<Row> {
  const first = linesSchema.safeParse({ value: row[property], '@odata.nextLink': row[`${property}@odata.nextLink`] });
  if (!first.success) return row;
  const lines = [...first.data.value];
  const seen = new Set<string>();
  let path = first.data['@odata.nextLink'];
  while (path !== undefined && !seen.has(path)) {
    seen.add(path);
    const page: z.infer<typeof linesSchema> = await fetcher.fetch(
      { path, parse: (body) => linesSchema.parse(body), pageSize },
      options,
    );
    lines.push(...page.value);
    path = page['@odata.nextLink'];
  }
  return { ...row, [property]: lines };
}
