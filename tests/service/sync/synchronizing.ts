import type { SyncOptions, SyncResult } from '../../../service/sync/result';
import { synchronizeCompany, type SyncDependencies } from '../../../service/sync/synchronizeCompany';
import type { Clock } from '../../../service/sync/ports';
import type { CustomerStatistics } from '../../../domain/customerStatistics';
import type { FakeCompany } from './fakeCompany';
import type { MemoryStore } from './memoryStore';

/** A clock that stands still until it is moved, and sleeps at once. */
export class FakeClock implements Clock {
  constructor(public time = Date.parse('2026-03-10T08:00:00Z')) {}

  now(): number {
    return this.time;
  }

  sleep(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    return Promise.resolve();
  }
}

export function dependenciesOf(
  company: FakeCompany,
  store: MemoryStore,
  clock: Clock = new FakeClock(),
): SyncDependencies {
  return { environment: company, store, clock, requestCount: () => company.reads.length, heartbeatMs: 0 };
}

export async function synchronize(
  company: FakeCompany,
  store: MemoryStore,
  options: Partial<SyncOptions> = {},
  clock: Clock = new FakeClock(),
): Promise<SyncResult> {
  const connection = [...store.connectionRows.values()].find((one) => one.companyId === company.company.id) ?? null;
  return synchronizeCompany(
    dependenciesOf(company, store, clock),
    { company: company.company, connection },
    { trigger: 'manual', full: false, dryRun: false, signal: new AbortController().signal, ...options },
  );
}

export function statisticsOf(store: MemoryStore, number: string): CustomerStatistics {
  const row = store.customers.list().find((one) => one.statistics.number === number);
  if (row === undefined) throw new Error(`There is no row of customer ${number}.`);
  return row.statistics;
}
