import { z } from 'zod';
import { ServiceError } from '../http/serviceError';
import type { Page, ReadOptions, RefusedRecord } from '../sync/ports';
import type { PageFetcher } from './reading';
import { decodeEnum } from './wireTypes';

/** Pages without rows that still name a next page: more than so many in a row is a loop that hides itself. */
const MOST_EMPTY_PAGES = 50;

export type Row = Readonly<Record<string, unknown>>;

const pageSchema = z.object({
  value: z.array(z.record(z.string(), z.unknown())),
  '@odata.nextLink': z.string().optional(),
  '@odata.count': z.coerce.number().optional(),
});

export interface PageStream<Fields extends z.ZodObject> {
  readonly fetcher: PageFetcher;
  readonly options: ReadOptions;
  readonly entitySet: string;
  readonly path: string;
  /**
   * The same rows with their number: to tell a whole list from one that broke off after a full page.
   * `undefined` when only the first rows are wanted.
   */
  readonly countPath: string | undefined;
  readonly schema: Fields;
  readonly pageSize: number;
  readonly deadlineMs?: number | undefined;
  /** Rows that are no records, such as a total. */
  readonly skip?: (row: Row) => boolean;
  /** Reads what is missing in a row. */
  readonly complete?: (row: Row) => Promise<Row>;
  /** Property that holds the customer's id. */
  readonly customerProperty?: string;
}

function protocolError(entitySet: string, what: string): ServiceError {
  return new ServiceError({
    kind: 'protocol',
    message: `Business Central's answer for ${entitySet} is not the expected one: ${what}`,
  });
}

function textOf(row: Row, property: string | undefined): string | null {
  const value = property === undefined ? undefined : row[property];
  return typeof value === 'string' && value !== '' ? value : null;
}

function guidOf(row: Row, property: string | undefined): string | null {
  const text = textOf(row, property);
  return text !== null && z.guid().safeParse(text).success ? text.toLowerCase() : null;
}

function numberOf(row: Row): string | null {
  const names = ['number', 'customerNumber', 'itemNo', 'code'];
  return names.map((name) => textOf(row, name)).find((text) => text !== null) ?? null;
}

function refuse<Fields extends z.ZodObject>(stream: PageStream<Fields>, row: Row, error: z.ZodError): RefusedRecord {
  const issue = error.issues[0];
  const field = issue?.path.join('.') ?? '';
  const value = issue?.path.length === 1 ? row[field] : undefined;
  const found = typeof value === 'string' ? ` (found "${decodeEnum(value).slice(0, 50)}")` : '';
  return {
    systemId: guidOf(row, 'id'),
    number: numberOf(row),
    customerId: guidOf(row, stream.customerProperty),
    reason: `Business Central's ${stream.entitySet} holds a value that cannot be used: ${field}: ${issue?.message ?? ''}${found}.`,
  };
}

/** A property that is missing is missing in every row: the API is another one, and no row of it can be trusted. */
function checkProperties<Fields extends z.ZodObject>({ schema, entitySet }: PageStream<Fields>, row: Row): void {
  const missing = Object.keys(schema.shape).find((name) => !(name in row));
  if (missing === undefined) return;
  throw protocolError(entitySet, `${missing} is missing. This version of Business Central may not be supported.`);
}

async function readRows<Fields extends z.ZodObject>(
  stream: PageStream<Fields>,
  rows: readonly Row[],
): Promise<Page<z.output<Fields>>> {
  const records: z.output<Fields>[] = [];
  const refused: RefusedRecord[] = [];
  for (const sent of rows) {
    if (stream.skip?.(sent) === true) continue;
    const row = stream.complete === undefined ? sent : await stream.complete(sent);
    checkProperties(stream, row);
    const parsed = stream.schema.safeParse(row);
    if (parsed.success) records.push(parsed.data);
    else refused.push(refuse(stream, row, parsed.error));
  }
  return { records, refused };
}

/** A full page without a next one is either the end or a link that was lost: only the number of rows tells. */
async function confirmEnd<Fields extends z.ZodObject>(stream: PageStream<Fields>, read: number): Promise<void> {
  const { fetcher, options, pageSize, deadlineMs, countPath } = stream;
  if (countPath === undefined) return;
  const request = { path: countPath, parse: (body: unknown) => pageSchema.parse(body), pageSize, deadlineMs };
  const { '@odata.count': count } = await fetcher.fetch(request, options);
  if (count !== undefined && count > read) {
    throw protocolError(stream.entitySet, `the next page's address is missing after ${read} of ${count} rows.`);
  }
}

/**
 * The records of an entity set, page by page, to the very end.
 * @throws {ServiceError} `protocol` when the pages run in a circle, break off, or are not pages
 */
export async function* readPages<Fields extends z.ZodObject>(
  stream: PageStream<Fields>,
): AsyncGenerator<Page<z.output<Fields>>> {
  const { fetcher, options, pageSize, deadlineMs } = stream;
  const seen = new Set<string>();
  let path: string | undefined = stream.path;
  let read = 0;
  let empty = 0;
  while (path !== undefined) {
    if (seen.has(path)) throw protocolError(stream.entitySet, 'its pages run in a circle.');
    seen.add(path);
    const page: z.infer<typeof pageSchema> = await fetcher.fetch(
      { path, parse: (body) => pageSchema.parse(body), pageSize, deadlineMs },
      options,
    );
    read += page.value.length;
    empty = page.value.length === 0 ? empty + 1 : 0;
    if (empty > MOST_EMPTY_PAGES) throw protocolError(stream.entitySet, 'its pages do not end.');
    if (page.value.length > 0) yield await readRows(stream, page.value);
    path = page['@odata.nextLink'];
    if (path === undefined && page.value.length >= pageSize) await confirmEnd(stream, read);
  }
}
