import { randomUUID } from 'node:crypto';
import { ServiceError } from '../../../service/http/serviceError';
import type {
  ConnectionFacts,
  ConnectionState,
  CustomerOrigin,
  CustomerSnapshot,
  OpenInvoiceSnapshot,
  ProblemSnapshot,
  RefreshOutcome,
  RefreshRequest,
  RefreshRequestStore,
  RowFailure,
  RowWrite,
  RunStart,
  RunUpdate,
  SalespersonSnapshot,
  SnapshotStore,
  SnapshotTable,
  Stored,
  StoredConnection,
  StoreOptions,
  UnfinishedRun,
} from '../../../service/sync/snapshotStore';

type Refusal<T> = (row: T) => string | null;

const PAGE = 2;

class MemoryTable<T> implements SnapshotTable<T> {
  readonly rows = new Map<string, Stored<T>>();
  refuse: Refusal<T> = () => null;

  constructor(
    private readonly name: string,
    private readonly keyOf: (row: T) => string,
    private readonly touch: (write: string | null) => void,
    private readonly isOf: (row: Stored<T>, customerId: string) => boolean = () => true,
  ) {}

  async *stored(_: string, __: StoreOptions, customerId?: string): AsyncIterable<readonly Stored<T>[]> {
    const found = [...this.rows.values()].filter((row) => customerId === undefined || this.isOf(row, customerId));
    for (let start = 0; start < found.length; start += PAGE) {
      this.touch(null);
      await Promise.resolve();
      yield found.slice(start, start + PAGE);
    }
  }

  write(_: string, writes: readonly RowWrite<T>[]): Promise<readonly RowFailure[]> {
    const failures: RowFailure[] = [];
    writes.forEach(({ row, active }, index) => {
      const refusal = this.refuse(row);
      if (refusal !== null) {
        failures.push({ index, code: '0x80048d19', message: refusal, correlationId: null });
        return;
      }
      this.touch(this.name);
      const key = this.keyOf(row);
      this.rows.set(key, { ...row, id: this.rows.get(key)?.id ?? randomUUID(), active });
    });
    return Promise.resolve(failures);
  }

  remove(ids: readonly string[]): Promise<readonly RowFailure[]> {
    for (const [key, row] of this.rows) {
      if (!ids.includes(row.id)) continue;
      this.touch(this.name);
      this.rows.delete(key);
    }
    return Promise.resolve([]);
  }

  patch(ids: readonly string[], change: (row: Stored<T>) => Stored<T>): void {
    for (const [key, row] of this.rows) {
      if (!ids.includes(row.id)) continue;
      this.touch(this.name);
      this.rows.set(key, change(row));
    }
  }

  list(): Stored<T>[] {
    return [...this.rows.values()];
  }
}

export interface MemoryRun extends Partial<RunUpdate> {
  readonly id: string;
  readonly trigger: RunStart['trigger'];
  modifiedOn: string;
}

/** Dataverse's tables in memory: counts row writes, and fails where a test says so. */
export class MemoryStore implements SnapshotStore, RefreshRequestStore {
  /** Row writes by table, runs and connections not among them. */
  readonly writes: string[] = [];
  /** Called before every touch of a table; may throw. */
  onTouch: () => void = () => undefined;
  private readonly touch = (write: string | null): void => {
    this.onTouch();
    if (write !== null) this.writes.push(write);
  };
  readonly salespeople = new MemoryTable<SalespersonSnapshot>('salespeople', (row) => row.systemId, this.touch);
  readonly customers = new MemoryTable<CustomerSnapshot>(
    'customers',
    (row) => row.systemId,
    this.touch,
    (row, customerId) => row.id === customerId,
  );
  readonly openInvoices = new MemoryTable<OpenInvoiceSnapshot>(
    'openInvoices',
    (row) => row.systemId,
    this.touch,
    (row, customerId) => row.customerId === customerId,
  );
  readonly problems = new MemoryTable<ProblemSnapshot>(
    'problems',
    (row) => `${row.source} ${row.systemId}`,
    this.touch,
  );
  readonly connectionRows = new Map<string, StoredConnection>();
  readonly runs = new Map<string, MemoryRun>();
  readonly requests = new Map<string, RefreshRequest & Partial<RefreshOutcome>>();

  deactivateCustomers(ids: readonly string[]): Promise<readonly RowFailure[]> {
    this.customers.patch(ids, (row) => ({ ...row, active: false }));
    return Promise.resolve([]);
  }

  markStale(ids: readonly string[]): Promise<readonly RowFailure[]> {
    this.customers.patch(ids, (row) => ({ ...row, stale: true }));
    return Promise.resolve([]);
  }

  connections(): Promise<readonly StoredConnection[]> {
    return Promise.resolve([...this.connectionRows.values()]);
  }

  createConnection(facts: ConnectionFacts): Promise<StoredConnection> {
    this.onTouch();
    const row: StoredConnection = {
      ...facts,
      id: randomUUID(),
      active: true,
      health: 'notChecked',
      lastSuccessOn: null,
      customersVerifiedOn: null,
      customersVerifiedFor: null,
      lastError: null,
      lastErrorOn: null,
    };
    this.connectionRows.set(row.id, row);
    return Promise.resolve(row);
  }

  updateConnection(id: string, changes: Partial<ConnectionFacts & ConnectionState>): Promise<void> {
    this.onTouch();
    const row = this.connectionRows.get(id);
    if (row !== undefined) this.connectionRows.set(id, { ...row, ...changes });
    return Promise.resolve();
  }

  startRun(run: RunStart & Partial<RunUpdate>): Promise<string> {
    this.onTouch();
    const id = randomUUID();
    this.runs.set(id, { outcome: 'running', ...run, id, modifiedOn: run.startedOn });
    return Promise.resolve(id);
  }

  updateRun(id: string, update: Partial<RunUpdate>): Promise<void> {
    this.onTouch();
    const run = this.runs.get(id);
    if (run !== undefined) this.runs.set(id, { ...run, ...update });
    return Promise.resolve();
  }

  unfinishedRuns(): Promise<readonly UnfinishedRun[]> {
    const running = [...this.runs.values()].filter((run) => run.outcome === 'running');
    return Promise.resolve(running.map(({ id, modifiedOn }) => ({ id, modifiedOn, startedOn: modifiedOn })));
  }

  customerOrigin(id: string): Promise<CustomerOrigin | null> {
    const row = this.customers.list().find((one) => one.id === id);
    const connectionId = [...this.connectionRows.keys()][0] ?? '';
    return Promise.resolve(row === undefined ? null : { id, systemId: row.systemId, connectionId });
  }

  refreshRequest(id: string): Promise<RefreshRequest | null> {
    return Promise.resolve(this.requests.get(id) ?? null);
  }

  unansweredRefreshRequests(): Promise<readonly RefreshRequest[]> {
    const open = [...this.requests.values()].filter(({ state }) => state === 'waiting' || state === 'running');
    return Promise.resolve(open);
  }

  updateRefreshRequest(id: string, outcome: RefreshOutcome): Promise<void> {
    const row = this.requests.get(id);
    if (row === undefined) {
      return Promise.reject(new ServiceError({ kind: 'refused', status: 404, message: 'There is no such row.' }));
    }
    this.requests.set(id, { ...row, ...outcome });
    return Promise.resolve();
  }

  request(customerId: string | null, state: RefreshRequest['state'] = 'waiting'): string {
    const id = randomUUID();
    this.requests.set(id, { id, state, customerId });
    return id;
  }

  /** What a reader of the tables sees, without row ids and times: two equal stores say the same. */
  picture(): unknown {
    const numberOf = new Map(this.customers.list().map((row) => [row.id, row.statistics.number]));
    const codeOf = new Map(this.salespeople.list().map((row) => [row.id, row.code]));
    const sorted = (rows: readonly object[]): unknown => rows.map((row) => JSON.stringify(row)).sort();
    const unnamed = { id: '', asOf: '' };
    return {
      salespeople: sorted(this.salespeople.list().map((row) => ({ ...row, ...unnamed }))),
      customers: sorted(
        this.customers
          .list()
          .map((row) => ({ ...row, ...unnamed, salespersonId: codeOf.get(row.salespersonId ?? '') ?? null })),
      ),
      openInvoices: sorted(
        this.openInvoices.list().map((row) => ({ ...row, ...unnamed, customerId: numberOf.get(row.customerId) })),
      ),
      problems: sorted(
        this.problems
          .list()
          .filter((row) => row.active)
          .map(({ source, systemId, code }) => ({ source, systemId, code })),
      ),
    };
  }
}
