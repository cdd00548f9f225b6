import { randomUUID } from 'node:crypto';
import { startService, type RunningService, type ServiceOptions } from '../../../service/serve/startService';
import type { CustomerRecord, Page, ReadOptions } from '../../../service/sync/ports';
import { RecentRefreshes } from '../../../service/sync/recentRefreshes';
import { ReferenceCache } from '../../../service/sync/referenceCache';
import { calendarDate } from '../../../domain/calendarDate';
import { aged, detail, failure, FakeCompany, id, smallCompany } from '../sync/fakeCompany';
import { MemoryStore } from '../sync/memoryStore';
import { dependenciesOf, FakeClock, statisticsOf } from '../sync/synchronizing';

const KEY = 'a-key-that-nobody-guesses';
const ORGANIZATION = 'contoso.crm4.dynamics.com';

interface Running {
  readonly company: FakeCompany;
  readonly store: MemoryStore;
  readonly service: RunningService;
  readonly events: string[];
}

/** A company whose customers, read all together, come only when the test says so. */
class HeldCompany extends FakeCompany {
  constructor(
    company: FakeCompany,
    private readonly held: Promise<void>,
  ) {
    super();
    Object.assign(this, company);
  }

  override async *customers(options: ReadOptions): AsyncIterable<Page<CustomerRecord>> {
    if (options.customerId === undefined) await this.held;
    yield* super.customers(options);
  }
}

const running: RunningService[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()));
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}

async function start(
  company = smallCompany(),
  store = new MemoryStore(),
  changes: Partial<ServiceOptions> = {},
): Promise<Running> {
  const events: string[] = [];
  const note = (event: string): void => void events.push(event);
  const service = await startService({
    dependencies: {
      ...dependenciesOf(company, store, new FakeClock()),
      requests: store,
      recentRefreshes: new RecentRefreshes(),
      referenceCache: new ReferenceCache(),
    },
    company: null,
    host: '127.0.0.1',
    port: 0,
    scheduleMinutes: 30,
    webhookKey: KEY,
    organization: ORGANIZATION,
    log: { info: note, warn: note, failure: note },
    refreshPace: { collectMs: 20, spacingMs: 40 },
    ...changes,
  });
  running.push(service);
  return { company, store, service, events };
}

async function started(changes: Partial<ServiceOptions> = {}): Promise<Running> {
  const all = await start(smallCompany(), new MemoryStore(), changes);
  await until(() => all.events.includes('synchronized'));
  all.company.reads.length = 0;
  return all;
}

function tell(
  service: RunningService,
  rowId: string,
  query = `?code=${KEY}`,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`http://127.0.0.1:${service.port}/webhook${query}`, {
    method: 'POST',
    headers: {
      'x-ms-dynamics-organization': ORGANIZATION,
      'x-ms-dynamics-entity-name': 'bci_refreshrequest',
      'x-ms-dynamics-request-name': 'Create',
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify({ PrimaryEntityId: rowId }),
  });
}

function rowIdOf(store: MemoryStore, number: string): string {
  return store.customers.list().find((row) => row.statistics.number === number)?.id ?? '';
}

function states(store: MemoryStore): string[] {
  return [...store.requests.values()].map(({ state }) => state);
}

describe('a refresh that a user asks for', () => {
  it('reads that customer alone, writes its row and invoices, and says when the figures are from', async () => {
    const { company, store, service } = await started();
    company.details[0] = detail(1, '10');
    company.details[1] = detail(2, '99');
    company.invoices = company.invoices.slice(1);
    const request = store.request(rowIdOf(store, '10000'));
    expect((await tell(service, request)).status).toBe(202);
    await until(() => states(store)[0] === 'done');
    expect(store.requests.get(request)).toMatchObject({
      message: 'The figures are as of 2026-03-10 08:00 UTC.',
      errorCode: null,
      completedOn: '2026-03-10T08:00:00Z',
    });
    expect(statisticsOf(store, '10000').figures.balance).toBe(10);
    expect(statisticsOf(store, '20000').figures.balance).toBe(50.25);
    expect(store.openInvoices.list().map((row) => row.invoice.number)).toEqual(['PI-2', 'PI-3']);
    expect([...store.runs.values()].at(-1)).toMatchObject({ trigger: 'onDemand', outcome: 'succeeded' });
  });

  it('40 of them for one customer are one reading, and all are answered', async () => {
    const { company, store, service } = await started({ refreshPace: { collectMs: 500, spacingMs: 500 } });
    const customerId = rowIdOf(store, '10000');
    const requests = Array.from({ length: 40 }, () => store.request(customerId));
    await Promise.all(requests.map((request) => tell(service, request)));
    await until(() => states(store).every((state) => state === 'done'));
    expect(company.reads.filter((source) => source === 'customerFinancialDetails')).toHaveLength(1);
  });

  it('one that comes while its customer is read is answered by another reading, which sees what is new', async () => {
    const { company, store, service } = await started();
    const customerId = rowIdOf(store, '10000');
    const first = store.request(customerId);
    let second: string | null = null;
    const told: Promise<Response>[] = [];
    company.onRead = (source) => {
      if (source !== 'customers' || second !== null) return;
      second = store.request(customerId);
      told.push(tell(service, second));
      company.details[0] = detail(1, '77');
    };
    await tell(service, first);
    await until(() => states(store).length === 2 && states(store).every((state) => state === 'done'));
    await Promise.all(told);
    expect(statisticsOf(store, '10000').figures.balance).toBe(77);
  });

  it('told of twice is answered once', async () => {
    const { company, store, service } = await started();
    const request = store.request(rowIdOf(store, '10000'));
    await Promise.all([tell(service, request), tell(service, request)]);
    await until(() => states(store)[0] === 'done');
    await tell(service, request);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(company.reads.filter((source) => source === 'customers')).toHaveLength(1);
  });

  it('that fails says why, with a code and an id to quote, and leaves the last figures as they are', async () => {
    const { company, store, service } = await started();
    company.errors.set('agedAccountsReceivables', failure('transient', 503));
    company.details[0] = detail(1, '10');
    const request = store.request(rowIdOf(store, '10000'));
    await tell(service, request);
    await until(() => states(store)[0] === 'failed');
    expect(store.requests.get(request)).toMatchObject({
      message: 'It failed: transient.',
      errorCode: 'transientCode',
      correlationId: 'c0ffee',
    });
    expect(statisticsOf(store, '10000').figures).toMatchObject({ balance: 300.1, agedCurrentAmount: 180.1 });
    expect([...store.runs.values()].at(-1)).toMatchObject({ outcome: 'failed', error: 'It failed: transient.' });
  });

  it('that meets an error of the service itself is answered once, and told to the log', async () => {
    const { company, store, service, events } = await started();
    company.onRead = (source) => {
      if (source === 'customers') throw new TypeError('unexpected');
    };
    const request = store.request(rowIdOf(store, '10000'));
    await tell(service, request);
    await until(() => states(store)[0] === 'failed');
    expect(store.requests.get(request)?.errorCode).toBe('bug');
    expect(store.requests.get(request)?.message).toContain('the last figures stay');
    expect(events).toContain('refreshFailed');
  });

  it('of a customer that Business Central no longer has says so and makes the row inactive', async () => {
    const { company, store, service } = await started();
    company.customerList = company.customerList.slice(1);
    const request = store.request(rowIdOf(store, '10000'));
    await tell(service, request);
    await until(() => states(store)[0] === 'done');
    expect(store.requests.get(request)?.message).toMatch(/no longer has this customer/);
    expect(store.customers.list().find((row) => row.statistics.number === '10000')?.active).toBe(false);
  });

  it('that names no customer fails with what to do', async () => {
    const { store, service } = await started();
    const request = store.request(null);
    await tell(service, request);
    await until(() => states(store)[0] === 'failed');
    expect(store.requests.get(request)).toMatchObject({ errorCode: 'subjectMissing' });
  });
});

describe('refresh requests that no webhook told of', () => {
  it('are found at the start, also those that were cut off while they ran', async () => {
    const first = await started();
    await first.service.stop();
    first.store.request(rowIdOf(first.store, '10000'));
    first.store.request(rowIdOf(first.store, '20000'), 'running');
    await start(first.company, first.store);
    await until(() => states(first.store).every((state) => state === 'done'));
    expect(states(first.store)).toEqual(['done', 'done']);
  });

  it('do not wait for a synchronization that goes on', async () => {
    const first = await started();
    await first.service.stop();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const company = new HeldCompany(first.company, held);
    const second = await start(company, first.store, { findRequestsMs: 5 });
    await until(() => company.reads.includes('salesOrders'));
    first.store.request(rowIdOf(first.store, '10000'));
    await until(() => states(first.store)[0] === 'done');
    expect(second.events).not.toContain('synchronized');
    release();
  });

  it('are looked for again and again', async () => {
    const all = await start(smallCompany(), new MemoryStore(), { findRequestsMs: 5 });
    await until(() => all.events.includes('synchronized'));
    all.store.request(rowIdOf(all.store, '10000'));
    await until(() => states(all.store)[0] === 'done');
    expect(states(all.store)).toEqual(['done']);
  });
});

describe('a forged call', () => {
  it.each([
    ['a wrong key', '?code=wrong', {}, 401],
    ['no key', '', {}, 401],
    ['another organization', `?code=${KEY}`, { 'x-ms-dynamics-organization': 'evil.example' }, 403],
  ])('with %s is refused and changes nothing', async (_, query, headers, status) => {
    const { company, store, service } = await started();
    const request = store.request(rowIdOf(store, '10000'));
    expect((await tell(service, request, query, headers)).status).toBe(status);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect([states(store), company.reads]).toEqual([['waiting'], []]);
  });

  it('about a row that is not there reads nothing of Business Central', async () => {
    const { company, service, events } = await started();
    expect((await tell(service, randomUUID())).status).toBe(202);
    await until(() => events.includes('refreshRequestIgnored'));
    expect(company.reads).toEqual([]);
  });

  it('about another table is answered and left alone', async () => {
    const { store, service } = await started();
    const request = store.request(rowIdOf(store, '10000'));
    const answer = await tell(service, request, `?code=${KEY}`, { 'x-ms-dynamics-entity-name': 'account' });
    expect([answer.status, states(store)]).toEqual([204, ['waiting']]);
  });

  it('with a body larger than Dataverse sends is not read', async () => {
    const { service } = await started();
    const answer = await fetch(`http://127.0.0.1:${service.port}/webhook?code=${KEY}`, {
      method: 'POST',
      headers: { 'x-ms-dynamics-organization': ORGANIZATION },
      body: 'x'.repeat(300 * 1024),
    });
    expect(answer.status).toBe(413);
  });
});

describe('health', () => {
  it('is live from the start and ready after the first good run', async () => {
    const company = smallCompany();
    company.errors.set('customerFinancialDetails', failure('signIn', 401));
    const { service, events } = await start(company);
    await until(() => events.includes('synchronizationFailed'));
    const get = async (path: string): Promise<[number, unknown]> => {
      const answer = await fetch(`http://127.0.0.1:${service.port}${path}`);
      return [answer.status, await answer.json()];
    };
    expect(await get('/health/live')).toEqual([200, { status: 'live' }]);
    expect(await get('/health/ready')).toEqual([503, { status: 'starting' }]);
    const good = await started();
    const answer = await fetch(`http://127.0.0.1:${good.service.port}/health`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      status: 'ready',
      lastSuccessOn: '2026-03-10T08:00:00.000Z',
      jobs: { active: 0, dead: 0 },
    });
  });

  it('answers nothing else', async () => {
    const { service } = await started();
    const status = async (path: string, method = 'GET'): Promise<number> =>
      (await fetch(`http://127.0.0.1:${service.port}${path}`, { method })).status;
    expect([await status('/'), await status('/webhook'), await status('/health', 'DELETE')]).toEqual([404, 405, 405]);
  });
});

describe('starting and stopping', () => {
  it('says which setting to change when the port is taken', async () => {
    const { service } = await started();
    await expect(start(smallCompany(), new MemoryStore(), { port: service.port })).rejects.toThrow(/BCI_PORT/);
  });

  it('cuts off a synchronization that is going on, and the next start finishes it', async () => {
    const company = smallCompany();
    const store = new MemoryStore();
    let reached = false;
    company.onRead = (source) => {
      if (source === 'customers') reached = true;
    };
    const first = await start(company, store);
    await until(() => reached);
    expect(await first.service.stop()).toBe(true);
    company.onRead = () => undefined;
    company.aged[0] = aged(1, ['1', '2', '3', '4'], calendarDate('2026-03-10'));
    const second = await start(company, store);
    await until(() => second.events.includes('synchronized'));
    expect(statisticsOf(store, '10000').figures.agedPeriod3Amount).toBe(4);
    expect(store.customers.list().map((row) => row.systemId)).toEqual([id(1), id(2), id(3)]);
  });
});
