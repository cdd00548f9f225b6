import { RecentRefreshes } from '../../../service/sync/recentRefreshes';
import { ReferenceCache } from '../../../service/sync/referenceCache';
import type { RefreshDependencies } from '../../../service/sync/refreshCustomer';
import { refreshItems } from '../../../service/sync/refreshItems';
import type { SyncResult } from '../../../service/sync/result';
import type { ItemSnapshot } from '../../../service/sync/itemStore';
import type { Stored } from '../../../service/sync/snapshotStore';
import { synchronizeCompany } from '../../../service/sync/synchronizeCompany';
import { failure, smallCompany, type FakeCompany } from './fakeCompany';
import { entry, item, itemId, smallStock } from './fakeItems';
import { MemoryStore } from './memoryStore';
import { dependenciesOf, FakeClock, synchronize } from './synchronizing';

const signal = new AbortController().signal;
const HOUR = 3_600_000;

interface Synchronized {
  readonly company: FakeCompany;
  readonly store: MemoryStore;
  readonly clock: FakeClock;
  readonly dependencies: RefreshDependencies;
  periodic(): Promise<SyncResult>;
  refresh(number: number): ReturnType<typeof refreshItems>;
}

function stockedCompany(): FakeCompany {
  const company = smallCompany();
  smallStock(company.stock);
  return company;
}

/** A service that synchronized its company an hour ago. */
async function synchronized(): Promise<Synchronized> {
  const [company, store, clock] = [stockedCompany(), new MemoryStore(), new FakeClock()];
  await synchronize(company, store, {}, clock);
  clock.time += HOUR;
  const dependencies = {
    ...dependenciesOf(company, store, clock),
    requests: store,
    recentRefreshes: new RecentRefreshes(),
    referenceCache: new ReferenceCache(),
  };
  const connection = [...store.connectionRows.values()][0] ?? null;
  return {
    company,
    store,
    clock,
    dependencies,
    periodic: () =>
      synchronizeCompany(
        dependencies,
        { company: company.company, connection },
        { trigger: 'scheduled', full: false, dryRun: false, signal },
      ),
    refresh: (number) => refreshItems(dependencies, [itemOf(store, number).id], signal),
  };
}

function itemOf(store: MemoryStore, number: number): Stored<ItemSnapshot> {
  const row = store.items.list().find(({ systemId }) => systemId === itemId(number));
  if (row === undefined) throw new Error(`There is no row of item ${number}.`);
  return row;
}

function inEast(store: MemoryStore, number: number): number | null | undefined {
  const { id } = itemOf(store, number);
  return store.itemAvailabilities.list().find((row) => row.itemId === id && row.locationCode === 'EAST')?.inventory;
}

/** Has something done while a run of the whole company has read the first group of items and not written it. */
function afterFirstGroup({ company: { stock } }: Synchronized, act: () => Promise<unknown>): void {
  const read = stock.transferLines.bind(stock);
  let isFirst = true;
  stock.transferLines = async function* (filter) {
    const acting = isFirst;
    isFirst = false;
    yield* read(filter);
    if (acting) await act();
  };
}

function kindsOf(outcomes: ReadonlyMap<string, { readonly kind: string }>): string[] {
  return [...outcomes.values()].map(({ kind }) => kind);
}

describe('a refresh beside a run of the whole company', () => {
  it('that has written but not ended keeps its newer figures', async () => {
    const started = await synchronized();
    const { company, store, clock } = started;
    const write = store.items.write.bind(store.items);
    let [hasWritten, mayEnd] = [(): void => undefined, (): void => undefined];
    const written = new Promise<void>((resolve) => (hasWritten = resolve));
    const end = new Promise<void>((resolve) => (mayEnd = resolve));
    let refreshing: Promise<unknown> = Promise.resolve();
    company.stock.entries = [...company.stock.entries, entry(1, 'EAST', '1')];
    afterFirstGroup(started, async () => {
      clock.time += 1000;
      company.stock.entries = [...company.stock.entries, entry(1, 'EAST', '100')];
      store.items.write = async (...args) => {
        const failures = await write(...args);
        store.items.write = write;
        hasWritten();
        await end;
        return failures;
      };
      refreshing = started.refresh(1);
      await written;
    });
    await started.periodic();
    mayEnd();
    await refreshing;
    expect(inEast(store, 1)).toBe(141.50001);
    expect(itemOf(store, 1).asOf).toBe('2026-03-10T09:00:01Z');
  });

  it('that broke off while it wrote leaves its item marked stale', async () => {
    const started = await synchronized();
    const { company, store, clock } = started;
    company.stock.entries = [...company.stock.entries, entry(1, 'EAST', '1')];
    afterFirstGroup(started, async () => {
      clock.time += 1000;
      const write = store.items.write.bind(store.items);
      store.items.write = () => Promise.reject(failure('transient', 503));
      expect(kindsOf(await started.refresh(1))).toEqual(['failed']);
      store.items.write = write;
    });
    await started.periodic();
    expect(itemOf(store, 1)).toMatchObject({ stale: true, asOf: '2026-03-10T08:00:00Z' });
    await started.periodic();
    expect(itemOf(store, 1).stale).toBe(false);
    expect(inEast(store, 1)).toBe(41.50001);
  });

  it('of an item that changes back before the run comes to it does not outlive the change', async () => {
    const started = await synchronized();
    const { company, store, clock } = started;
    const read = company.stock.items.bind(company.stock);
    const { itemList } = company.stock;
    company.stock.items = async function* () {
      clock.time += 1000;
      company.stock.itemList = itemList.map((one) => (one.number === 'I-1' ? item(1, { inventory: '7' }) : one));
      await started.refresh(1);
      company.stock.itemList = itemList;
      clock.time += 1000;
      yield* read();
    };
    await started.periodic();
    expect(itemOf(store, 1)).toMatchObject({ inventory: 48.5, asOf: '2026-03-10T09:00:02Z' });
  });

  it('that finds an item gone leaves it inactive', async () => {
    const started = await synchronized();
    const { company, store, clock } = started;
    company.stock.entries = [...company.stock.entries, entry(1, 'EAST', '1')];
    company.stock.itemList[0] = item(1, { inventory: '49.5' });
    afterFirstGroup(started, async () => {
      clock.time += 1000;
      company.stock.itemList = company.stock.itemList.slice(1);
      expect(kindsOf(await started.refresh(1))).toEqual(['gone']);
    });
    await started.periodic();
    expect(itemOf(store, 1)).toMatchObject({ active: false, inventory: 48.5 });
  });
});

describe('two runs of the whole company that begin in the same moment', () => {
  it('leave the tables that one of them leaves', async () => {
    const [beside, alone, company] = [new MemoryStore(), new MemoryStore(), stockedCompany()];
    await synchronize(company, beside);
    company.stock.entries = [...company.stock.entries.slice(1), entry(3, 'WEST', '2')];
    await Promise.all([synchronize(company, beside), synchronize(company, beside)]);
    await synchronize(company, alone);
    expect(beside.picture()).toEqual(alone.picture());
  });
});

describe('an item', () => {
  it('that gets another number while the pages are read is found by its id', async () => {
    const started = await synchronized();
    const { company, store } = started;
    const read = company.stock.items.bind(company.stock);
    const { itemList } = company.stock;
    company.stock.items = async function* () {
      company.stock.itemList = itemList.filter(({ number }) => number !== 'I-5');
      yield* read();
      company.stock.itemList = itemList.map((one) => (one.number === 'I-5' ? { ...one, number: 'A-5' } : one));
    };
    await started.periodic();
    expect(itemOf(store, 5)).toMatchObject({ active: true, item: { number: 'A-5' } });
  });

  it('that cannot be made inactive is marked stale', async () => {
    const started = await synchronized();
    const { company, store } = started;
    company.stock.itemList = company.stock.itemList.slice(1);
    const refused = { index: 0, code: '0x80040220', message: 'No.', correlationId: null };
    store.items.deactivate = () => Promise.resolve([refused]);
    const result = await started.periodic();
    expect(itemOf(store, 1)).toMatchObject({ active: true, stale: true });
    expect(result.problems).toMatchObject([{ source: 'items', code: '0x80040220' }]);
  });

  it('whose type becomes one without stock loses its rows by location, its unit and number follow', async () => {
    const started = await synchronized();
    const { company, store } = started;
    const { entries } = company.stock;
    company.stock.itemList[0] = item(1, { type: 'service', number: 'S-1', baseUnit: 'HOUR' });
    company.stock.entries = entries.filter(({ itemNumber }) => itemNumber !== 'I-1');
    await started.periodic();
    expect(itemOf(store, 1)).toMatchObject({
      availability: 'notStocked',
      inventory: null,
      item: { number: 'S-1', baseUnit: 'HOUR', type: 'service' },
    });
    expect(inEast(store, 1)).toBeUndefined();
  });

  it('keeps one row in a location that gets another code', async () => {
    const started = await synchronized();
    const { company, store } = started;
    const rename = <T extends { readonly locationCode: string }>(one: T): T =>
      one.locationCode === 'EAST' ? { ...one, locationCode: 'ORIENT' } : one;
    const { stock } = company;
    stock.locationList = stock.locationList.map((one) => (one.code === 'EAST' ? { ...one, code: 'ORIENT' } : one));
    stock.entries = stock.entries.map(rename);
    stock.salesLines = stock.salesLines.map(rename);
    stock.purchaseLines = stock.purchaseLines.map(rename);
    await started.periodic();
    const { id } = itemOf(store, 1);
    const codes = store.itemAvailabilities.list().filter((row) => row.itemId === id);
    expect(codes.map(({ locationCode }) => locationCode).sort()).toEqual(['', 'ORIENT']);
  });
});
