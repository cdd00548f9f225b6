import type { HttpClient } from '../http/httpClient';
import type { ReadOptions } from '../sync/ports';

export interface ReadRequest<T> {
  /** Below the API, or a next page's whole address. */
  readonly path: string;
  readonly parse: (body: unknown) => T;
  readonly pageSize: number;
  readonly deadlineMs?: number | undefined;
}

/** How pages are fetched: one by one, or many in one request. */
export interface PageFetcher {
  /** @throws {ServiceError} */
  fetch<T>(request: ReadRequest<T>, options: ReadOptions): Promise<T>;
}

/**
 * Reads of Business Central, one request each.
 * Periodic reads may be answered by a replica (Data-Access-Intent); a person who asks for a refresh gets the original.
 * Texts are asked for in English, because a missing permission is told by text alone.
 */
export class SingleFetcher implements PageFetcher {
  constructor(private readonly client: HttpClient) {}

  async fetch<T>(request: ReadRequest<T>, options: ReadOptions): Promise<T> {
    const response = await this.client.send({
      method: 'GET',
      path: request.path,
      lane: options.lane,
      signal: options.signal,
      deadlineMs: request.deadlineMs,
      exactNumbers: true,
      parse: request.parse,
      headers: {
        ...requestHeaders(request.pageSize),
        ...(options.lane === 'periodic' ? { 'Data-Access-Intent': 'ReadOnly' } : {}),
      },
    });
    return response.body;
  }
}

export function requestHeaders(pageSize: number): Record<string, string> {
  return { Prefer: `odata.maxpagesize=${pageSize}`, 'Accept-Language': 'en-US' };
}
