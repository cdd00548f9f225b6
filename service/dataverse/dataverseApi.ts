import { z } from 'zod';
import { ignoreBody, type HttpClient } from '../http/httpClient';
import { isServiceError, ServiceError } from '../http/serviceError';
import type { StoreOptions } from '../sync/snapshotStore';
import { batchBody, parseBatchAnswer, type BatchAnswer, type BatchOperation } from './batch';

/** Dataverse's own largest page. */
const PAGE_SIZE = 5000;

/** A GUID as the Web API writes it. zod's uuid() refuses ids that Dataverse really has. */
export const guidSchema = z.guid().transform((id) => id.toLowerCase());

const identitySchema = z.object({ UserId: guidSchema, BusinessUnitId: guidSchema, OrganizationId: guidSchema });

export type Identity = z.infer<typeof identitySchema>;

/** A text inside an OData address. */
export function quoted(text: string): string {
  return `'${encodeURIComponent(text.replaceAll("'", "''"))}'`;
}

/** The few operations of the Web API that the service needs, each typed at its edge. Every one throws ServiceError. */
export class DataverseApi {
  private readonly basePath: string;

  constructor(private readonly http: HttpClient) {
    this.basePath = new URL(http.baseUrl).pathname;
  }

  /** Attempts sent so far, repeats included. */
  get requestCount(): number {
    return this.http.requestCount;
  }

  async whoAmI(options: StoreOptions): Promise<Identity> {
    const response = await this.http.send({
      ...options,
      method: 'GET',
      path: 'WhoAmI',
      parse: (body) => identitySchema.parse(body),
    });
    return response.body;
  }

  /**
   * Rows of a query, page by page; ends only after the last page.
   * @param path entity set with its query options
   */
  async *pages<T>(path: string, row: z.ZodType<T>, options: StoreOptions): AsyncIterable<readonly T[]> {
    const page = z.object({ value: z.array(row), '@odata.nextLink': z.string().optional() });
    const seen = new Set<string>();
    for (let next: string | undefined = path; next !== undefined;) {
      seen.add(next);
      const response: { readonly body: z.infer<typeof page> } = await this.http.send({
        ...options,
        method: 'GET',
        path: next,
        headers: { Prefer: `odata.maxpagesize=${PAGE_SIZE}` },
        parse: (body) => page.parse(body),
      });
      yield response.body.value;
      next = response.body['@odata.nextLink'];
      if (next !== undefined && seen.has(next)) {
        throw new ServiceError({
          kind: 'protocol',
          message: 'Dataverse named a page as the one after itself, so the rows could not be read to their end.',
        });
      }
    }
  }

  async list<T>(path: string, row: z.ZodType<T>, options: StoreOptions): Promise<readonly T[]> {
    const rows: T[] = [];
    for await (const page of this.pages(path, row, options)) rows.push(...page);
    return rows;
  }

  /** `null` when there is no such row, or none that the account may know of. */
  async find<T>(path: string, row: z.ZodType<T>, options: StoreOptions): Promise<T | null> {
    try {
      const response = await this.http.send({ ...options, method: 'GET', path, parse: (body) => row.parse(body) });
      return response.body;
    } catch (error) {
      if (isServiceError(error, 'refused') && error.status === 404) return null;
      throw error;
    }
  }

  /** Creates or updates: carried out twice it leaves the same row. @param address e.g. `bci_syncruns(<id>)` */
  async upsert(address: string, row: object, options: StoreOptions): Promise<void> {
    await this.http.send({ ...options, method: 'PATCH', path: address, json: row, parse: ignoreBody });
  }

  /** Never creates: a row that is gone is an error with status 404. */
  async update(address: string, changes: object, options: StoreOptions): Promise<void> {
    await this.http.send({
      ...options,
      method: 'PATCH',
      path: address,
      headers: { 'If-Match': '*' },
      json: changes,
      parse: ignoreBody,
    });
  }

  /** Creates a row and gives its id. Not sent again when it is unknown whether it was carried out. */
  async create(entitySetName: string, row: object, options: StoreOptions): Promise<string> {
    const response = await this.http.send({
      ...options,
      method: 'POST',
      path: entitySetName,
      json: row,
      parse: ignoreBody,
    });
    const id = /\(([0-9a-f-]{36})\)$/i.exec(response.headers['odata-entityid'] ?? '')?.[1];
    if (id !== undefined) return id.toLowerCase();
    throw new ServiceError({
      kind: 'protocol',
      message: `Dataverse did not say the id of the new row of ${entitySetName}.`,
    });
  }

  /** One request for many rows of one table; all or none. @param targets each with `@odata.type` and its key */
  async upsertMultiple(entitySetName: string, targets: readonly object[], options: StoreOptions): Promise<void> {
    await this.http.send({
      ...options,
      method: 'POST',
      path: `${entitySetName}/Microsoft.Dynamics.CRM.UpsertMultiple`,
      json: { Targets: targets },
      repeatable: true,
      parse: ignoreBody,
    });
  }

  /** Each operation on its own; all of them must be repeatable. `null`: no answer, so it counts as not done. */
  async batch(operations: readonly BatchOperation[], options: StoreOptions): Promise<readonly (BatchAnswer | null)[]> {
    const response = await this.http.send({
      ...options,
      method: 'POST',
      path: '$batch',
      headers: { Prefer: 'odata.continue-on-error' },
      text: batchBody(operations, this.basePath),
      responseText: true,
      repeatable: true,
      parse: (body) => parseBatchAnswer(z.string().parse(body), operations.length),
    });
    return response.body;
  }
}
