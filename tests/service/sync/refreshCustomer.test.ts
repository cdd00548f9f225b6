import type { CustomerRecord, Page, ReadOptions } from '../../../service/sync/ports';
import { RecentRefreshes } from '../../../service/sync/recentRefreshes';
import { ReferenceCache } from '../../../service/sync/referenceCache';
import { refreshCustomer, type RefreshDependencies } from '../../../service/sync/refreshCustomer';
import { synchronizeCompany } from '../../../service/sync/synchronizeCompany';
import { detail, FakeCompany, id, invoice, smallCompany } from './fakeCompany';
import { MemoryStore } from './memoryStore';
import { dependenciesOf, FakeClock, statisticsOf, synchronize } from './synchronizing';

const signal = new AbortController().signal;

/** A company of which a page of customers has been read when something else happens. */
class CompanyInterrupted extends FakeCompany {
  constructor(
    company: FakeCompany,
    private readonly afterFirstPage: () => Promise<unknown>,
  ) {
    super();
    Object.assign(this, company);
  }

  override async *customers(options: ReadOptions): AsyncIterable<Page<CustomerRecord>> {
    let isFirst = true;
    for await (const page of super.customers(options)) {
      yield page;
      if (isFirst) await this.afterFirstPage();
      isFirst = false;
    }
  }
}

function refreshing(company: FakeCompany, store: MemoryStore, clock: FakeClock): RefreshDependencies {
  return {
    ...dependenciesOf(company, store, clock),
    requests: store,
    recentRefreshes: new RecentRefreshes(),
    referenceCache: new ReferenceCache(),
  };
}

function rowOf(store: MemoryStore, number: number): { id: string; asOf: string | null } {
  const row = store.customers.list().find((one) => one.systemId === id(number));
  if (row === undefined) throw new Error(`There is no row of customer ${number}.`);
  return row;
}

describe('a refresh of a customer whose figures did not change', () => {
  it('moves the time on which its row says they are true', async () => {
    const company = smallCompany();
    const store = new MemoryStore();
    const clock = new FakeClock();
    await synchronize(company, store, {}, clock);
    clock.time += 2 * 3_600_000;
    await refreshCustomer(refreshing(company, store, clock), rowOf(store, 1).id, signal);
    expect(rowOf(store, 1).asOf).toBe('2026-03-10T10:00:00Z');
    expect(rowOf(store, 2).asOf).toBe('2026-03-10T08:00:00Z');
  });
});

describe('a periodic run that has read a customer but not written it yet', () => {
  it('leaves figures and invoices of a refresh in between alone', async () => {
    const company = smallCompany();
    const store = new MemoryStore();
    const clock = new FakeClock();
    await synchronize(company, store, {}, clock);
    const dependencies = refreshing(company, store, clock);
    const connection = [...store.connectionRows.values()][0] ?? null;
    company.details = [detail(1, '100'), detail(2, '2'), detail(3, '0')];
    company.invoices[0] = invoice(1, 1, { remainingAmount: '60' });
    const periodic = new CompanyInterrupted(company, () => {
      company.details = [detail(1, '40'), detail(2, '2'), detail(3, '0')];
      company.invoices = company.invoices.slice(1);
      return refreshCustomer(dependencies, rowOf(store, 1).id, signal);
    });
    await synchronizeCompany(
      { ...dependencies, environment: periodic },
      { company: company.company, connection },
      { trigger: 'scheduled', full: false, dryRun: false, signal },
    );
    expect(statisticsOf(store, '10000').figures.balance).toBe(40);
    expect(statisticsOf(store, '20000').figures.balance).toBe(2);
    expect(store.openInvoices.list().map((row) => row.invoice.number)).toEqual(['PI-2', 'PI-3']);
  });
});
