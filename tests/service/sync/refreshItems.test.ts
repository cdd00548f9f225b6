import { RecentRefreshes } from '../../../service/sync/recentRefreshes';
import { ReferenceCache } from '../../../service/sync/referenceCache';
import type { RefreshDependencies } from '../../../service/sync/refreshCustomer';
import { refreshItems, type ItemRefresh } from '../../../service/sync/refreshItems';
import { failure, id, smallCompany, type FakeCompany } from './fakeCompany';
import { entry, FakeItems, itemId, smallStock } from './fakeItems';
import { MemoryStore } from './memoryStore';
import { dependenciesOf, FakeClock, synchronize } from './synchronizing';

const signal = new AbortController().signal;

interface TwoConnections {
  readonly store: MemoryStore;
  /** Of the second company. */
  readonly stock: FakeItems;
  readonly reads: readonly string[];
  /** Item 1 is of the first company, item 4 of the second. */
  readonly refresh: () => Promise<readonly (ItemRefresh['kind'] | undefined)[]>;
}

function refreshDependencies(company: FakeCompany, store: MemoryStore, clock: FakeClock): RefreshDependencies {
  return {
    ...dependenciesOf(company, store, clock),
    requests: store,
    recentRefreshes: new RecentRefreshes(),
    referenceCache: new ReferenceCache(),
  };
}

async function twoConnections(changes: { readonly active?: boolean } = {}): Promise<TwoConnections> {
  const [company, store, clock] = [smallCompany(), new MemoryStore(), new FakeClock()];
  smallStock(company.stock);
  await synchronize(company, store, {}, clock);
  const [first] = store.connectionRows.values();
  if (first === undefined) throw new Error('There is no connection.');
  const second = {
    ...first,
    id: id(2, 0xce),
    name: 'Second',
    companyName: 'Second',
    companyId: id(2, 0xc0),
    ...changes,
  };
  store.connectionRows.set(second.id, second);
  const reads: string[] = [];
  const stock = smallStock(new FakeItems((source) => void reads.push(source)));
  company.itemReader = (...asked: readonly { readonly id: string }[]) =>
    asked[0]?.id === second.companyId ? stock : company.stock;
  const rowOf = (number: number): string =>
    store.items.list().find(({ systemId }) => systemId === itemId(number))?.id ?? '';
  const originsOf = store.itemOrigins.bind(store);
  store.itemOrigins = async (ids) =>
    (await originsOf(ids)).map((origin) =>
      origin.systemId === itemId(4) ? { ...origin, connectionId: second.id } : origin,
    );
  const dependencies = refreshDependencies(company, store, clock);
  clock.time += 3_600_000;
  return {
    store,
    stock,
    reads,
    refresh: async () => {
      const ids = [rowOf(1), rowOf(4)];
      const refreshes = await refreshItems(dependencies, ids, signal);
      return ids.map((one) => refreshes.get(one)?.kind);
    },
  };
}

function inventories(store: MemoryStore): (number | null)[] {
  return store.itemAvailabilities.list().flatMap((row) => (row.locationCode === 'WEST' ? [row.inventory] : []));
}

describe('a refresh of items of two connections', () => {
  it('reads each from its own company', async () => {
    const { store, stock, reads, refresh } = await twoConnections();
    stock.entries = [entry(4, 'WEST', '77')];
    expect(await refresh()).toEqual(['fresh', 'fresh']);
    expect(reads).toHaveLength(5);
    expect(stock.filters).toContainEqual({ kind: 'numbers', numbers: ['I-4'] });
    expect(inventories(store)).toContain(77);
    const runs = [...store.runs.values()].filter(({ trigger }) => trigger === 'onDemand');
    expect(runs.map(({ outcome }) => outcome)).toEqual(['succeeded', 'succeeded']);
  });

  it('refreshes those of one when the other cannot be read', async () => {
    const { store, stock, refresh } = await twoConnections();
    stock.errors.set('transferLines', failure('transient', 503));
    expect(await refresh()).toEqual(['fresh', 'failed']);
    expect(inventories(store)).not.toContain(77);
  });

  it('leaves the company of a connection alone that was switched off', async () => {
    const { reads, refresh } = await twoConnections({ active: false });
    expect(await refresh()).toEqual(['fresh', 'failed']);
    expect(reads).toEqual([]);
  });
});

describe('a refresh that Business Central answers with no items', () => {
  it('takes none of several for gone: all at once is more likely a missing right', async () => {
    const [company, store, clock] = [smallCompany(), new MemoryStore(), new FakeClock()];
    smallStock(company.stock);
    await synchronize(company, store, {}, clock);
    company.stock.itemList = [];
    const ids = store.items.list().map((row) => row.id);
    const refreshes = await refreshItems(refreshDependencies(company, store, clock), ids, signal);
    expect(new Set([...refreshes.values()].map(({ kind }) => kind))).toEqual(new Set(['failed']));
    expect(store.items.list().every(({ active }) => active)).toBe(true);
  });
});
