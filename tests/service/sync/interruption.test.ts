import { ServiceError } from '../../../service/http/serviceError';
import type { CustomerRecord, Page, ReadOptions } from '../../../service/sync/ports';
import { RecentRefreshes } from '../../../service/sync/recentRefreshes';
import { ReferenceCache } from '../../../service/sync/referenceCache';
import { refreshCustomer } from '../../../service/sync/refreshCustomer';
import { synchronizeCompany } from '../../../service/sync/synchronizeCompany';
import { calendarDate } from '../../../domain/calendarDate';
import { customer, detail, FakeCompany, id, invoice, smallCompany } from './fakeCompany';
import { MemoryStore } from './memoryStore';
import { dependenciesOf, FakeClock, statisticsOf, synchronize } from './synchronizing';

/** A company whose customers come only after something else is done. */
class CompanyThatWaits extends FakeCompany {
  constructor(
    company: FakeCompany,
    private readonly awaited: () => Promise<unknown> | null,
  ) {
    super();
    Object.assign(this, company);
  }

  override async *customers(options: ReadOptions): AsyncIterable<Page<CustomerRecord>> {
    await this.awaited();
    yield* super.customers(options);
  }
}

/** What a killed process leaves behind: nothing more happens after call number `last`. */
function killAfter(last: number, company: FakeCompany, store: MemoryStore): void {
  let calls = 0;
  const count = (): void => {
    calls += 1;
    if (calls > last) throw new ServiceError({ kind: 'cancelled', message: 'Killed.' });
  };
  company.onRead = count;
  store.onTouch = count;
}

function revive(company: FakeCompany, store: MemoryStore): void {
  company.onRead = () => undefined;
  store.onTouch = () => undefined;
}

/** The same company a little later: one customer new, one gone, one changed; invoices settled and added. */
function changed(company: FakeCompany): void {
  company.customerList = [customer(1, { name: 'Renamed' }), customer(2), customer(4)];
  company.details = [detail(1, '310'), detail(2, '50.25'), detail(4, '7')];
  company.invoices = [...company.invoices.slice(1), invoice(7, 4, { dueDate: calendarDate('2025-01-01') })];
  company.people = company.people.slice(0, 1);
}

async function undisturbed(): Promise<{ readonly picture: string; readonly calls: number }> {
  const company = smallCompany();
  const store = new MemoryStore();
  await synchronize(company, store);
  changed(company);
  let calls = 0;
  const count = (): void => void (calls += 1);
  company.onRead = count;
  store.onTouch = count;
  await synchronize(company, store);
  return { picture: JSON.stringify(store.picture()), calls };
}

describe('a run that is killed', () => {
  it('at any call and run again leaves the same tables as one that was left in peace', async () => {
    const { picture, calls } = await undisturbed();
    expect(calls).toBeGreaterThan(30);
    for (let last = 0; last < calls; last += 1) {
      const company = smallCompany();
      const store = new MemoryStore();
      await synchronize(company, store);
      changed(company);
      killAfter(last, company, store);
      await expect(synchronize(company, store)).rejects.toMatchObject({ kind: 'cancelled' });
      revive(company, store);
      await synchronize(company, store);
      expect({ last, picture: JSON.stringify(store.picture()) }).toEqual({ last, picture });
    }
  });

  it('on its first synchronization as well, and twice in a row', async () => {
    const whole = new MemoryStore();
    await synchronize(smallCompany(), whole);
    for (let last = 0; last < 60; last += 1) {
      const company = smallCompany();
      const store = new MemoryStore();
      for (const limit of [last, last + 3]) {
        killAfter(limit, company, store);
        await synchronize(company, store).catch((error: unknown) => {
          expect(error).toMatchObject({ kind: 'cancelled' });
        });
      }
      revive(company, store);
      await synchronize(company, store);
      expect({ last, picture: store.picture() }).toEqual({ last, picture: whole.picture() });
    }
  });

  it('is marked as interrupted when the next one starts', async () => {
    const company = smallCompany();
    const store = new MemoryStore();
    killAfter(4, company, store);
    await synchronize(company, store).catch(() => undefined);
    expect([...store.runs.values()].map((run) => run.outcome)).toEqual(['running']);
    revive(company, store);
    await synchronize(company, store);
    expect([...store.runs.values()].map((run) => run.outcome)).toEqual(['interrupted', 'succeeded']);
  });
});

describe('a run that is stopped by a signal', () => {
  it('is recorded as interrupted at once and leaves the connection as it was', async () => {
    const company = smallCompany();
    const store = new MemoryStore();
    company.onRead = (source) => {
      if (source === 'customers') throw new ServiceError({ kind: 'cancelled', message: 'Stopped.' });
    };
    await expect(synchronize(company, store)).rejects.toMatchObject({ kind: 'cancelled' });
    expect([...store.runs.values()]).toMatchObject([{ outcome: 'interrupted', error: null }]);
    expect([...store.connectionRows.values()][0]).toMatchObject({ health: 'notChecked', lastError: null });
  });
});

describe('a run that goes on', () => {
  it('gives a sign of life, so that nobody takes it over', async () => {
    const company = smallCompany();
    const store = new MemoryStore();
    const clock = new FakeClock();
    const beats: (() => void)[] = [];
    jest.spyOn(clock, 'sleep').mockImplementation(() => new Promise((resolve) => beats.push(resolve)));
    const updates = jest.spyOn(store, 'updateRun');
    await synchronizeCompany(
      { ...dependenciesOf(new CompanyThatWaits(company, beat), store, clock), heartbeatMs: 5000 },
      { company: company.company, connection: null },
      { trigger: 'manual', full: false, dryRun: false, signal: new AbortController().signal },
    );
    expect(updates.mock.calls.map(([, update]) => update.outcome ?? 'beat')).toEqual(['beat', 'succeeded']);

    async function beat(): Promise<void> {
      beats[0]?.();
      while (updates.mock.calls.length === 0) await Promise.resolve();
    }
  });
});

describe('two runs at once', () => {
  async function withRunning(
    modifiedOn: string,
  ): Promise<{ company: FakeCompany; store: MemoryStore; clock: FakeClock }> {
    const company = smallCompany();
    const store = new MemoryStore();
    const clock = new FakeClock();
    await synchronize(company, store, {}, clock);
    store.runs.clear();
    store.runs.set('other', { id: 'other', trigger: 'scheduled', outcome: 'running', modifiedOn });
    return { company, store, clock };
  }

  it('the second says since when the first has been going on', async () => {
    const { company, store, clock } = await withRunning('2026-03-10T07:59:58Z');
    const sleeping = jest.spyOn(clock, 'sleep').mockImplementation(() => {
      const run = store.runs.get('other');
      if (run !== undefined) run.modifiedOn = '2026-03-10T08:00:03Z';
      return Promise.resolve();
    });
    await expect(synchronize(company, store, {}, clock)).rejects.toMatchObject({
      kind: 'throttled',
      code: 'runInProgress',
    });
    expect(sleeping).toHaveBeenCalledTimes(1);
    expect(store.runs.get('other')?.outcome).toBe('running');
  });

  it('one that gives no sign of life within 12 s is taken over', async () => {
    const { company, store, clock } = await withRunning('2026-03-10T07:59:58Z');
    const before = clock.time;
    await synchronize(company, store, {}, clock);
    expect(clock.time - before).toBe(12_000);
    expect(store.runs.get('other')?.outcome).toBe('interrupted');
  });

  it('one that has been silent for long is not waited for', async () => {
    const { company, store, clock } = await withRunning('2026-03-10T06:00:00Z');
    const before = clock.time;
    await synchronize(company, store, {}, clock);
    expect(clock.time).toBe(before);
    expect(store.runs.get('other')?.outcome).toBe('interrupted');
  });
});

describe('a customer that is refreshed on demand while a periodic run goes on', () => {
  it('keeps the newer figures', async () => {
    const company = smallCompany();
    const store = new MemoryStore();
    const clock = new FakeClock();
    const recentRefreshes = new RecentRefreshes();
    const dependencies = { ...dependenciesOf(company, store, clock), recentRefreshes };
    await synchronize(company, store, {}, clock);
    const row = store.customers.list().find((one) => one.systemId === id(1));
    const connection = [...store.connectionRows.values()][0] ?? null;
    company.details = [detail(1, '10'), detail(2, '2'), detail(3, '0')];
    let refreshed: Promise<unknown> | null = null;
    company.onRead = (source) => {
      if (source !== 'salesOrders' || refreshed !== null) return;
      company.onRead = () => undefined;
      company.details = [detail(1, '20'), detail(2, '2'), detail(3, '0')];
      refreshed = refreshCustomer(
        { ...dependencies, requests: store, referenceCache: new ReferenceCache() },
        row?.id ?? '',
        new AbortController().signal,
      );
    };
    const before = { ...dependencies, environment: new CompanyThatWaits(company, () => refreshed) };
    await synchronizeCompany(
      before,
      { company: company.company, connection },
      { trigger: 'scheduled', full: false, dryRun: false, signal: new AbortController().signal },
    );
    expect(statisticsOf(store, '10000').figures.balance).toBe(20);
    expect(statisticsOf(store, '20000').figures.balance).toBe(2);
  });
});
