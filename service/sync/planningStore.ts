import type { ItemTable } from './itemStore';
import type { PlannedWrites } from './result';
import type { RowFailure, RowWrite, SnapshotStore, SnapshotTable, StoredConnection } from './snapshotStore';

/** Row id of a connection that a dry run would create. */
const NO_ROW = '00000000-0000-0000-0000-000000000000';

type Counts = { -readonly [K in keyof PlannedWrites]: PlannedWrites[K] };

/** Counts writes per table, and lets them through or, in a dry run, not. */
export class PlanningStore implements SnapshotStore {
  readonly salespeople: SnapshotStore['salespeople'];
  readonly customers: SnapshotStore['customers'];
  readonly openInvoices: SnapshotStore['openInvoices'];
  readonly problems: SnapshotStore['problems'];
  readonly locations: SnapshotStore['locations'];
  readonly items: SnapshotStore['items'];
  readonly itemAvailabilities: SnapshotStore['itemAvailabilities'];
  private readonly counts: Counts[] = [];
  private readonly customerCounts: Counts;

  constructor(
    private readonly store: SnapshotStore,
    private readonly dryRun: boolean,
  ) {
    this.customerCounts = this.countsOf('bci_customer');
    this.customers = this.counted(store.customers, this.customerCounts);
    this.openInvoices = this.counted(store.openInvoices, this.countsOf('bci_openinvoice'));
    this.salespeople = this.counted(store.salespeople, this.countsOf('bci_salesperson'));
    this.locations = this.counted(store.locations, this.countsOf('bci_location'));
    this.items = this.countedItems(store.items, this.countsOf('bci_item'));
    this.itemAvailabilities = {
      ...this.writing(store.itemAvailabilities, this.countsOf('bci_itemavailability')),
      ofItems: (ids, options) => store.itemAvailabilities.ofItems(ids, options),
    };
    this.problems = dryRun ? this.counted(store.problems, this.countsOf('bci_syncproblem')) : store.problems;
  }

  get writes(): readonly PlannedWrites[] {
    return this.counts.map((counts) => ({ ...counts }));
  }

  private countsOf(table: string): Counts {
    const counts = { table, create: 0, update: 0, deactivate: 0, remove: 0 };
    this.counts.push(counts);
    return counts;
  }

  private counted<T>(table: SnapshotTable<T>, counts: Counts): SnapshotTable<T> {
    return {
      ...this.writing(table, counts),
      async *stored(connectionId, options, customerId) {
        if (connectionId !== NO_ROW) yield* table.stored(connectionId, options, customerId);
      },
    };
  }

  private countedItems(table: ItemTable, counts: Counts): ItemTable {
    const { dryRun } = this;
    return {
      ...this.counted(table, counts),
      idsOf: (...args) => (args[0] === NO_ROW ? Promise.resolve(new Map()) : table.idsOf(...args)),
      async deactivate(ids, options): Promise<readonly RowFailure[]> {
        const failures = dryRun ? [] : await table.deactivate(ids, options);
        counts.deactivate += ids.length - failures.length;
        return failures;
      },
      markStale: (...args) => (dryRun ? Promise.resolve([]) : table.markStale(...args)),
    };
  }

  private writing<T>(
    table: Pick<SnapshotTable<T>, 'write' | 'remove'>,
    counts: Counts,
  ): Pick<SnapshotTable<T>, 'write' | 'remove'> {
    const { dryRun } = this;
    return {
      async write(connectionId, writes, options): Promise<readonly RowFailure[]> {
        const failures = dryRun ? [] : await table.write(connectionId, writes, options);
        const failed = new Set(failures.map(({ index }) => index));
        writes.forEach((one, index) => {
          if (!failed.has(index)) counts[kindOf(one)] += 1;
        });
        return failures;
      },
      async remove(ids, options): Promise<readonly RowFailure[]> {
        const failures = dryRun ? [] : await table.remove(ids, options);
        counts.remove += ids.length - failures.length;
        return failures;
      },
    };
  }

  async deactivateCustomers(...args: Parameters<SnapshotStore['deactivateCustomers']>): Promise<readonly RowFailure[]> {
    const failures = this.dryRun ? [] : await this.store.deactivateCustomers(...args);
    this.customerCounts.deactivate += args[0].length - failures.length;
    return failures;
  }

  markStale(...args: Parameters<SnapshotStore['markStale']>): Promise<readonly RowFailure[]> {
    return this.dryRun ? Promise.resolve([]) : this.store.markStale(...args);
  }

  connections(...args: Parameters<SnapshotStore['connections']>): ReturnType<SnapshotStore['connections']> {
    return this.store.connections(...args);
  }

  createConnection(...args: Parameters<SnapshotStore['createConnection']>): Promise<StoredConnection> {
    if (!this.dryRun) return this.store.createConnection(...args);
    return Promise.resolve({
      ...args[0],
      id: NO_ROW,
      active: true,
      health: 'notChecked',
      lastSuccessOn: null,
      customersVerifiedOn: null,
      customersVerifiedFor: null,
      itemsVerifiedOn: null,
      lastError: null,
      lastErrorOn: null,
    });
  }

  updateConnection(...args: Parameters<SnapshotStore['updateConnection']>): Promise<void> {
    return this.dryRun ? Promise.resolve() : this.store.updateConnection(...args);
  }

  startRun(...args: Parameters<SnapshotStore['startRun']>): Promise<string> {
    return this.dryRun ? Promise.resolve(NO_ROW) : this.store.startRun(...args);
  }

  updateRun(...args: Parameters<SnapshotStore['updateRun']>): Promise<void> {
    return this.dryRun ? Promise.resolve() : this.store.updateRun(...args);
  }

  unfinishedRuns(...args: Parameters<SnapshotStore['unfinishedRuns']>): ReturnType<SnapshotStore['unfinishedRuns']> {
    return this.dryRun ? Promise.resolve([]) : this.store.unfinishedRuns(...args);
  }
}

function kindOf<T>(write: RowWrite<T>): 'create' | 'update' | 'deactivate' {
  if (write.id === null) return 'create';
  return write.active ? 'update' : 'deactivate';
}
