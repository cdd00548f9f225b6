import { randomUUID } from 'node:crypto';
import { ServiceError } from '../../../service/http/serviceError';
import type { ItemOrigin, LocationSnapshot } from '../../../service/sync/itemStore';
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
  RunStart,
  RunUpdate,
  SalespersonSnapshot,
  SnapshotStore,
  StoredConnection,
  UnfinishedRun,
} from '../../../service/sync/snapshotStore';
import { MemoryItemAvailabilities, MemoryItems } from './memoryItems';
import { MemoryTable } from './memoryTable';

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
  readonly locations = new MemoryTable<LocationSnapshot>('locations', (row) => row.systemId, this.touch);
  readonly items = new MemoryItems(this.touch);
  readonly itemAvailabilities = new MemoryItemAvailabilities(this.touch);
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
      itemsVerifiedOn: null,
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

  itemOrigins(ids: readonly string[]): Promise<readonly ItemOrigin[]> {
    const connectionId = [...this.connectionRows.keys()][0] ?? '';
    const rows = this.items.list().filter((row) => ids.includes(row.id));
    return Promise.resolve(rows.map(({ id, systemId, item }) => ({ id, systemId, connectionId, name: item.name })));
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
    this.requests.set(id, { id, state, customerId, itemIds: null });
    return id;
  }

  requestItems(itemIds: string): string {
    const id = randomUUID();
    this.requests.set(id, { id, state: 'waiting', customerId: null, itemIds });
    return id;
  }

  /** What a reader of the tables sees, without row ids and times: two equal stores say the same. */
  picture(): unknown {
    const numberOf = new Map(this.customers.list().map((row) => [row.id, row.statistics.number]));
    const codeOf = new Map(this.salespeople.list().map((row) => [row.id, row.code]));
    const itemOf = new Map(this.items.list().map((row) => [row.id, row.item.number]));
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
      locations: sorted(this.locations.list().map((row) => ({ ...row, ...unnamed }))),
      items: sorted(this.items.list().map((row) => ({ ...row, ...unnamed }))),
      itemAvailabilities: sorted(
        this.itemAvailabilities
          .list()
          .map((row) => ({ ...row, ...unnamed, itemId: itemOf.get(row.itemId), locationId: row.locationId !== null })),
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
