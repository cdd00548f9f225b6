import { startService, type RunningService } from '../../../service/serve/startService';
import { subjectOf } from '../../../service/serve/refreshSubject';
import { RecentRefreshes } from '../../../service/sync/recentRefreshes';
import { ReferenceCache } from '../../../service/sync/referenceCache';
import { failure, smallCompany, type FakeCompany } from '../sync/fakeCompany';
import { entry, itemId, smallStock } from '../sync/fakeItems';
import { MemoryStore } from '../sync/memoryStore';
import { dependenciesOf, FakeClock } from '../sync/synchronizing';

const KEY = 'a-key-that-nobody-guesses';
const ORGANIZATION = 'contoso.crm4.dynamics.com';

const running: RunningService[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()));
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}

interface Started {
  readonly company: FakeCompany;
  readonly store: MemoryStore;
  readonly clock: FakeClock;
  readonly ask: (itemIds: string) => string;
  readonly answered: () => Promise<void>;
}

/** A service whose company is synchronized, an hour later. */
async function started(): Promise<Started> {
  const [company, store, clock] = [smallCompany(), new MemoryStore(), new FakeClock()];
  smallStock(company.stock);
  const events: string[] = [];
  const note = (event: string): void => void events.push(event);
  const service = await startService({
    dependencies: {
      ...dependenciesOf(company, store, clock),
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
    refreshPace: { collectMs: 150, spacingMs: 2000 },
  });
  running.push(service);
  await until(() => events.includes('synchronized'));
  company.reads.length = 0;
  store.writes.length = 0;
  clock.time = Date.parse('2026-03-10T09:00:00Z');
  const told: Promise<unknown>[] = [];
  return {
    company,
    store,
    clock,
    ask: (itemIds) => {
      const request = store.requestItems(itemIds);
      told.push(
        fetch(`http://127.0.0.1:${service.port}/webhook?code=${KEY}`, {
          method: 'POST',
          headers: {
            'x-ms-dynamics-organization': ORGANIZATION,
            'x-ms-dynamics-entity-name': 'bci_refreshrequest',
            'x-ms-dynamics-request-name': 'Create',
            'content-type': 'application/json',
          },
          body: JSON.stringify({ PrimaryEntityId: request }),
        }),
      );
      return request;
    },
    answered: async () => {
      const isOver = (state: string): boolean => state === 'done' || state === 'failed';
      await until(() => [...store.requests.values()].every(({ state }) => isOver(state)));
      await Promise.all(told);
    },
  };
}

function rowId(store: MemoryStore, number: number): string {
  return store.items.list().find(({ systemId }) => systemId === itemId(number))?.id ?? '';
}

function asOf(store: MemoryStore, number: number): string | null | undefined {
  return store.items.list().find(({ systemId }) => systemId === itemId(number))?.asOf;
}

const SOURCES = ['itemLedgerEntries', 'items', 'outstandingPurchaseLines', 'outstandingSalesLines', 'transferLines'];

describe('a refresh of items', () => {
  it('reads them alone in one request for each source, and says when their figures are from', async () => {
    const { company, store, ask, answered } = await started();
    company.stock.entries.push(entry(1, 'EAST', '9.5'));
    const request = ask(`${rowId(store, 1)},${rowId(store, 4).toUpperCase()}, ${rowId(store, 2)}`);
    await answered();
    expect([...company.reads].sort()).toEqual(SOURCES);
    expect(company.stock.filters.at(-1)).toEqual({ kind: 'numbers', numbers: ['I-1', 'I-2', 'I-4'] });
    expect(store.requests.get(request)).toMatchObject({
      state: 'done',
      message: 'The figures are as of 2026-03-10 09:00 UTC.',
      errorCode: null,
    });
    const east = store.itemAvailabilities
      .list()
      .find((row) => row.itemId === rowId(store, 1) && row.locationCode === 'EAST');
    expect(east?.inventory).toBe(50.00001);
    expect([1, 2, 4, 5].map((number) => asOf(store, number))).toEqual([
      '2026-03-10T09:00:00Z',
      '2026-03-10T09:00:00Z',
      '2026-03-10T09:00:00Z',
      '2026-03-10T08:00:00Z',
    ]);
    expect(store.writes.filter((table) => table === 'itemAvailabilities')).toHaveLength(1);
    expect([...store.runs.values()].at(-1)).toMatchObject({ trigger: 'onDemand', outcome: 'succeeded' });
  });

  it('40 of them within seconds are one reading, and all are answered', async () => {
    const { company, store, clock, ask, answered } = await started();
    for (let person = 0; person < 30; person += 1) ask(rowId(store, 1));
    await answered();
    clock.time += 1500;
    for (let person = 0; person < 10; person += 1) ask(`${rowId(store, 1)},${rowId(store, 1)}`);
    await answered();
    expect(company.reads).toHaveLength(SOURCES.length);
    expect(new Set([...store.requests.values()].map(({ state }) => state))).toEqual(new Set(['done']));
  });

  it('of several people with different items is one reading of all of them', async () => {
    const { company, store, ask, answered } = await started();
    for (const number of [1, 3, 4, 5]) ask(rowId(store, number));
    await answered();
    expect(company.reads).toHaveLength(SOURCES.length);
    expect([1, 3, 4, 5].map((number) => asOf(store, number))).toEqual(Array(4).fill('2026-03-10T09:00:00Z'));
  });

  it('that comes later than the pace reads again', async () => {
    const { company, store, clock, ask, answered } = await started();
    ask(rowId(store, 1));
    await answered();
    clock.time += 2001;
    ask(rowId(store, 1));
    await answered();
    expect(company.reads).toHaveLength(2 * SOURCES.length);
  });

  it('names items that Business Central no longer has', async () => {
    const { company, store, ask, answered } = await started();
    company.stock.itemList = company.stock.itemList.filter(({ number }) => number !== 'I-4');
    const request = ask(`${rowId(store, 1)},${rowId(store, 4)}`);
    await answered();
    expect(store.requests.get(request)?.message).toBe(
      'The figures are as of 2026-03-10 09:00 UTC. Business Central no longer has Item 4.',
    );
    expect(store.items.list().find(({ systemId }) => systemId === itemId(4))?.active).toBe(false);
  });

  it('says that only totals are known, where that is so', async () => {
    const { company, store, ask, answered } = await started();
    company.stock.errors.set('itemLedgerEntries', failure('permission', 403));
    const request = ask(rowId(store, 1));
    await answered();
    expect(store.requests.get(request)).toMatchObject({
      state: 'done',
      message: expect.stringContaining('only the total') as unknown,
    });
    expect(store.items.list().find(({ systemId }) => systemId === itemId(1))).toMatchObject({
      availability: 'totalOnly',
      reason: 'permissionDenied',
    });
  });

  it('that fails leaves the last figures and their time, and can be asked for again', async () => {
    const { company, store, ask, answered } = await started();
    company.stock.errors.set('transferLines', failure('transient', 503));
    const failed = ask(rowId(store, 1));
    await answered();
    expect(store.requests.get(failed)).toMatchObject({ state: 'failed', message: 'It failed: transient.' });
    expect(asOf(store, 1)).toBe('2026-03-10T08:00:00Z');
    expect(store.items.list().some(({ stale }) => stale)).toBe(false);
    company.stock.errors.clear();
    const again = ask(rowId(store, 1));
    await answered();
    expect(store.requests.get(again)?.state).toBe('done');
  });

  it('of which one cannot be read refreshes the others, and says which one it is', async () => {
    const { company, store, ask, answered } = await started();
    const reason = 'type: expected Inventory, Service or Non-Inventory (found "Kit").';
    company.stock.itemList = company.stock.itemList.filter(({ number }) => number !== 'I-4');
    company.stock.refused.set('items', [{ systemId: itemId(4), number: 'I-4', customerId: null, reason }]);
    const request = ask(`${rowId(store, 1)},${rowId(store, 4)}`);
    await answered();
    expect(store.requests.get(request)).toMatchObject({ state: 'failed', message: `Item 4: ${reason}` });
    expect([1, 4].map((number) => asOf(store, number))).toEqual(['2026-03-10T09:00:00Z', '2026-03-10T08:00:00Z']);
    expect(store.items.list().find(({ systemId }) => systemId === itemId(4))?.active).toBe(true);
  });

  it('of which one has a line that cannot be read says which one it is', async () => {
    const { company, store, ask, answered } = await started();
    const reason = 'A line holds a value that cannot be used.';
    company.stock.refused.set('outstandingSalesLines', [{ systemId: null, number: 'I-4', customerId: null, reason }]);
    const request = ask(`${rowId(store, 1)},${rowId(store, 4)}`);
    await answered();
    expect(store.requests.get(request)).toMatchObject({ state: 'failed', message: `Item 4: ${reason}` });
    expect([1, 4].map((number) => asOf(store, number))).toEqual(['2026-03-10T09:00:00Z', '2026-03-10T08:00:00Z']);
  });

  it('counts what no longer exists in good English', async () => {
    const { store, ask, answered } = await started();
    const one = ask(`${rowId(store, 1)},${itemId(77)}`);
    const two = ask(`${rowId(store, 1)},${itemId(77)},${itemId(78)}`);
    await answered();
    expect(store.requests.get(one)?.message).toMatch(/UTC\. 1 item of the request no longer exists\.$/);
    expect(store.requests.get(two)?.message).toMatch(/UTC\. 2 items of the request no longer exist\.$/);
  });

  it('of rows that no longer exist fails', async () => {
    const { store, ask, answered } = await started();
    const request = ask(itemId(77));
    await answered();
    expect(store.requests.get(request)).toMatchObject({ state: 'failed', errorCode: 'itemMissing' });
  });
});

describe('a request', () => {
  const request = { id: '', state: 'waiting', customerId: null, itemIds: null } as const;
  const ids = (count: number): string => Array.from({ length: count }, (_, index) => itemId(index)).join(',');

  it('names each item once', () => {
    expect(subjectOf({ ...request, itemIds: ` ${itemId(1)},${itemId(1).toUpperCase()}` })).toEqual({
      kind: 'items',
      ids: [itemId(1)],
    });
    expect(subjectOf({ ...request, itemIds: ids(200) })).toMatchObject({ kind: 'items' });
  });

  it.each([
    ['nothing', null, 'subjectMissing'],
    ['a blank', '  ', 'subjectMissing'],
    ['an item number', '1896-S', 'itemsUnreadable'],
    ['an empty id', `${itemId(1)},`, 'itemsUnreadable'],
    ['a filter', `${itemId(1)}' or 1 eq 1`, 'itemsUnreadable'],
    ['201 items', ids(201), 'tooManyItems'],
  ])('for %s is refused', (_, itemIds, code) => {
    expect(subjectOf({ ...request, itemIds })).toMatchObject({ kind: 'none', code });
  });

  it('for a customer and items is refused', () => {
    expect(subjectOf({ ...request, customerId: itemId(1), itemIds: itemId(2) })).toMatchObject({
      kind: 'none',
      code: 'subjectUnclear',
    });
  });
});
