import { BatchingFetcher } from '../../../service/businesscentral/batchingFetcher';
import type { HttpClient, HttpRequest, HttpResponse } from '../../../service/http/httpClient';

const options = { lane: 'onDemand', signal: new AbortController().signal } as const;

/** Answers every read of a batch with an empty page, and notes how long it was given. */
class BatchClient implements HttpClient {
  readonly baseUrl = 'http://127.0.0.1/';
  readonly requestCount = 0;
  readonly deadlines: (number | undefined)[] = [];

  send<T>(request: HttpRequest<T>): Promise<HttpResponse<T>> {
    this.deadlines.push(request.deadlineMs);
    const responses = ['1', '2'].map((id) => ({ id, status: 200, body: { value: [] } }));
    return Promise.resolve({ status: 200, headers: {}, correlationId: '', body: request.parse({ responses }, {}) });
  }
}

async function deadlineOf(...deadlines: (number | undefined)[]): Promise<readonly (number | undefined)[]> {
  const client = new BatchClient();
  const fetcher = new BatchingFetcher(client);
  const reads = deadlines.map((deadlineMs, index) =>
    fetcher.fetch({ path: `set${index}`, pageSize: 1, deadlineMs, parse: () => undefined }, options),
  );
  await Promise.all(reads);
  return client.deadlines;
}

describe('a batch of reads', () => {
  it('has the time of its slowest read, which Business Central computes for the whole company', async () => {
    expect(await deadlineOf(undefined, 240_000)).toEqual([240_000]);
  });

  it('has the usual time when no read asks for more', async () => {
    expect(await deadlineOf(undefined, undefined)).toEqual([undefined]);
  });
});
