import { DataverseApi } from '../../../service/dataverse/dataverseApi';
import { DataverseStore } from '../../../service/dataverse/dataverseStore';
import type { HttpClient, HttpRequest, HttpResponse } from '../../../service/http/httpClient';
import { FakeTiming } from '../http/fakes';

const options = { lane: 'periodic', signal: new AbortController().signal } as const;
const id = '00000000-0000-4000-8000-000000000001';

/** Answers every request with this body. */
class OneAnswer implements HttpClient {
  readonly baseUrl = 'http://127.0.0.1:1/api/data/v9.2/';
  readonly requestCount = 0;
  constructor(private readonly body: unknown) {}
  send<T>(request: HttpRequest<T>): Promise<HttpResponse<T>> {
    return Promise.resolve({ status: 200, headers: {}, body: request.parse(this.body, {}), correlationId: undefined });
  }
}

function storeOf(body: unknown): DataverseStore {
  return new DataverseStore(new DataverseApi(new OneAnswer(body)), new FakeTiming());
}

describe('a row of another version of the solution', () => {
  const facts = {
    name: 'CRONUS',
    tenantId: null,
    environmentName: 'Sandbox',
    companyId: id,
    companyName: 'CRONUS',
    webClientUrl: 'https://businesscentral.dynamics.com/Sandbox',
    currencyCode: null,
  };

  it.each<[string, () => Promise<unknown>]>([
    ['a connection', () => storeOf({ value: [{}] }).connections(options)],
    ['a new connection', () => storeOf({}).createConnection(facts, options)],
    ['an unfinished run', () => storeOf({ value: [{}] }).unfinishedRuns(id, options)],
    ['an unanswered refresh request', () => storeOf({ value: [{}] }).unansweredRefreshRequests(options)],
    ['a refresh request', () => storeOf({}).refreshRequest(id, options)],
    ['the origin of a customer', () => storeOf({}).customerOrigin(id, options)],
  ])('is an answer that is not the expected one, not an error of ours: %s', async (_name, read) => {
    await expect(read()).rejects.toMatchObject({
      kind: 'protocol',
      code: 'unreadableRow',
      message: expect.stringMatching(/Import the version of the solution that belongs to this service\.$/) as string,
    });
  });
});
