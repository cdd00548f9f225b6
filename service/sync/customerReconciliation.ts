import type { CompanyFigures } from './companyFigures';
import { customerSnapshotOf, type CompanyKnowledge } from './customerSnapshot';
import { DifferenceWriter } from './differenceWriter';
import { fingerprintOfCustomer } from './fingerprint';
import { readSource } from './readFigures';
import { isRefreshedSince, type RunContext } from './runContext';
import { ServiceError } from '../http/serviceError';
import type { CustomerSnapshot } from './snapshotStore';
import { StoredRows } from './storedRows';

/** Customers: compared with the rows that are there, written where they differ, made inactive when they are gone. */
export class CustomerReconciliation {
  private readonly rows = new StoredRows();
  private readonly unwritten: string[] = [];
  private createdCount = 0;
  private staleStored = false;
  private seenCount = 0;

  constructor(
    private readonly run: RunContext,
    private readonly figures: CompanyFigures,
  ) {}

  /** True when an earlier run left rows that it could not refresh. */
  get hasStaleRows(): boolean {
    return this.staleStored;
  }

  /** Whether Business Central still has the customer of a refresh. */
  get found(): boolean {
    return this.seenCount > 0;
  }

  /** Row id of a customer by its systemId. */
  readonly rowId = (systemId: string): string | null => {
    const slot = this.figures.index.find(systemId);
    return slot < 0 ? null : this.rows.id(slot);
  };

  async loadStored(): Promise<void> {
    const { store, connectionId, write, scope } = this.run;
    for await (const page of store.customers.stored(connectionId, write, scope?.id)) {
      for (const row of page) {
        if (row.systemId === '') continue;
        const slot = this.figures.index.add(row.systemId);
        this.rows.load(slot, row, fingerprintOfCustomer(row), row.stale);
        this.staleStored ||= row.stale && row.active;
        const { lastInvoiceDate, lastInvoiceNumber } = row.statistics;
        if (lastInvoiceDate === null || lastInvoiceNumber === null || this.run.full) continue;
        this.figures.addPostedInvoice(slot, { date: lastInvoiceDate, number: lastInvoiceNumber });
      }
    }
  }

  /** @returns true when every customer was read and either equals its row or is marked stale */
  async readAndWrite(known: CompanyKnowledge): Promise<boolean> {
    const { run } = this;
    const writer = this.writer();
    await readSource(
      run,
      'customers',
      run.reader.customers(run.read),
      async (record) => {
        const slot = this.figures.index.add(record.systemId);
        this.rows.see(slot);
        this.seenCount += 1;
        const row = customerSnapshotOf(record, known);
        // Who asked for fresh figures sees from when they are, also when none of them changed.
        const isEqual = run.scope === null && this.rows.equals(slot, fingerprintOfCustomer(row));
        if (isEqual || isRefreshedSince(run, record.systemId)) {
          run.progress.unchanged(1);
          return;
        }
        const id = this.rows.id(slot);
        if (id === null) this.createdCount += 1;
        await writer.add({ row, id, active: true });
      },
      (customerId) => {
        this.keepUnread(customerId);
      },
    );
    await writer.flush();
    this.refuseEmptyCompany();
    if (run.failures.has('customers')) return false;
    await this.deactivateGone();
    return this.markUnwritten();
  }

  /** Row ids of customers that this run created. */
  async loadCreated(): Promise<void> {
    if (this.createdCount === 0) return;
    const { store, connectionId, write } = this.run;
    for await (const page of store.customers.stored(connectionId, write)) {
      for (const row of page) {
        if (row.systemId === '') continue;
        const slot = this.figures.index.add(row.systemId);
        if (this.rows.id(slot) === null) this.rows.load(slot, row, Number.NaN, false);
      }
    }
  }

  private writer(): DifferenceWriter<CustomerSnapshot> {
    const { run } = this;
    return new DifferenceWriter<CustomerSnapshot>({
      table: run.store.customers,
      connectionId: run.connectionId,
      options: run.write,
      isOutdated: ({ systemId }) => isRefreshedSince(run, systemId),
      onWritten: (count) => {
        run.progress.written('customers', count);
      },
      onFailure: ({ row, id }, failure) => {
        run.progress.failed(1);
        run.problems.row('customers', row.systemId, row.statistics.number, failure);
        if (id !== null && !this.rows.isStale(this.figures.index.add(row.systemId))) this.unwritten.push(id);
      },
    });
  }

  /** The customer is there but cannot be read: its row stays as it was, and says that it is old. */
  private keepUnread(customerId: string): void {
    const slot = this.figures.index.add(customerId);
    this.rows.see(slot);
    const id = this.rows.id(slot);
    if (id !== null && !this.rows.isStale(slot)) this.unwritten.push(id);
  }

  /**
   * A company whose customers have all gone at once is more likely one that the account may not see.
   * `--full` says that it is true.
   */
  private refuseEmptyCompany(): void {
    const { run } = this;
    if (this.seenCount > 0 || this.rows.active === 0 || run.full || run.scope !== null) return;
    if (run.failures.has('customers')) return;
    run.failures.record(
      'customers',
      new ServiceError({
        kind: 'refused',
        code: 'noCustomers',
        message: `Business Central answered with no customers although ${this.rows.active} are known, so nothing was made inactive. Check the permission sets and security filters of the application; if the customers are really gone, run "bci sync --full".`,
      }),
    );
  }

  private async deactivateGone(): Promise<void> {
    const { run } = this;
    const gone = [...this.rows.unseen()];
    if (gone.length === 0) return;
    const failures = await run.store.deactivateCustomers(
      gone.map(({ id }) => id),
      run.write,
    );
    for (const failure of failures) {
      const slot = gone[failure.index]?.slot;
      if (slot !== undefined) run.problems.row('customers', this.figures.index.guidAt(slot), null, failure);
    }
    run.progress.failed(failures.length);
    run.progress.written('customers', gone.length - failures.length);
  }

  private async markUnwritten(): Promise<boolean> {
    const failures = await this.run.store.markStale(this.unwritten, this.run.write);
    return failures.length === 0;
  }
}
