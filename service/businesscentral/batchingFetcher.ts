import { z } from 'zod';
import type { HttpClient } from '../http/httpClient';
import { isServiceError } from '../http/serviceError';
import type { ReadOptions } from '../sync/ports';
import { requestHeaders, SingleFetcher, type PageFetcher, type ReadRequest } from './reading';

/** Source: Business Central, operational limits: operations in one `$batch`. */
const LARGEST_BATCH = 100;

const idText = z.union([z.string(), z.number()]).transform(String);
const batchSchema = z.object({
  responses: z.array(z.object({ id: idText.nullish(), status: z.coerce.number(), body: z.unknown() })),
});

type BatchAnswer = z.infer<typeof batchSchema>['responses'][number];

interface Waiting {
  readonly path: string;
  readonly pageSize: number;
  readonly deadlineMs: number | undefined;
  /** Takes the inner answer, `undefined` when there is none. */
  readonly settle: (answer: BatchAnswer | undefined) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * On-demand reads that are asked for at the same time travel in one `$batch`, so that refreshing a customer takes one
 * request for all of its sources. What the batch does not answer with success is read again by itself, which gives it
 * the retries and the errors of any other request.
 */
export class BatchingFetcher implements PageFetcher {
  private readonly single: SingleFetcher;
  private waiting = new Map<AbortSignal, Waiting[]>();

  constructor(private readonly client: HttpClient) {
    this.single = new SingleFetcher(client);
  }

  async fetch<T>(request: ReadRequest<T>, options: ReadOptions): Promise<T> {
    if (options.lane !== 'onDemand' || URL.canParse(request.path)) return this.single.fetch(request, options);
    const answer = await this.inBatch(request, options.signal);
    if (answer?.status !== 200) return this.single.fetch(request, options);
    try {
      return request.parse(answer.body);
    } catch {
      return this.single.fetch(request, options);
    }
  }

  private inBatch(
    { path, pageSize, deadlineMs }: ReadRequest<unknown>,
    signal: AbortSignal,
  ): Promise<BatchAnswer | undefined> {
    return new Promise((settle, fail) => {
      const waiting = this.waiting.get(signal) ?? [];
      // Everything that is asked for before the event loop turns belongs to the same batch.
      if (waiting.length === 0) setImmediate(() => void this.flush(signal));
      waiting.push({ path, pageSize, deadlineMs, settle, fail });
      this.waiting.set(signal, waiting);
    });
  }

  private async flush(signal: AbortSignal): Promise<void> {
    const waiting = this.waiting.get(signal) ?? [];
    this.waiting.delete(signal);
    for (let start = 0; start < waiting.length; start += LARGEST_BATCH) {
      await this.send(waiting.slice(start, start + LARGEST_BATCH), signal);
    }
  }

  private async send(group: readonly Waiting[], signal: AbortSignal): Promise<void> {
    if (group.length === 1) {
      group[0]?.settle(undefined);
      return;
    }
    try {
      const answers = await this.post(group, signal);
      group.forEach((waiting, index) => {
        waiting.settle(answers.get(String(index + 1)));
      });
    } catch (error) {
      const retrySingly = isServiceError(error, 'refused', 'protocol');
      for (const waiting of group) {
        if (retrySingly) waiting.settle(undefined);
        else waiting.fail(error);
      }
    }
  }

  private async post(group: readonly Waiting[], signal: AbortSignal): Promise<ReadonlyMap<string, BatchAnswer>> {
    const response = await this.client.send({
      method: 'POST',
      path: '$batch',
      lane: 'onDemand',
      signal,
      repeatable: true,
      exactNumbers: true,
      deadlineMs: longestDeadline(group),
      json: {
        requests: group.map(({ path, pageSize }, index) => ({
          id: String(index + 1),
          method: 'GET',
          url: path,
          headers: { Accept: 'application/json', ...requestHeaders(pageSize) },
        })),
      },
      parse: (body) => batchSchema.parse(body).responses,
    });
    return new Map(
      response.body.flatMap((answer) =>
        answer.id === null || answer.id === undefined ? [] : [[answer.id, answer] as const],
      ),
    );
  }
}

/** A batch takes at least as long as the slowest of its reads; `undefined`: the client's own time is enough. */
function longestDeadline(group: readonly Waiting[]): number | undefined {
  const deadlines = group.flatMap(({ deadlineMs }) => (deadlineMs === undefined ? [] : [deadlineMs]));
  return deadlines.length === 0 ? undefined : Math.max(...deadlines);
}
