import * as customer from '../../dataverse/generated/bciCustomer';
import type { Timing } from '../http/timing';
import type { ItemOrigin, LocationSnapshot } from '../sync/itemStore';
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
  SnapshotTable,
  StoredConnection,
  StoreOptions,
  UnfinishedRun,
} from '../sync/snapshotStore';
import { ConnectionRows } from './connectionRows';
import { customerTable } from './customerTable';
import type { DataverseApi } from './dataverseApi';
import { DataverseTable } from './dataverseTable';
import { ItemAvailabilityRows } from './itemAvailabilityTable';
import { ItemRows } from './itemTable';
import { locationTable } from './locationTable';
import { openInvoiceTable } from './openInvoiceTable';
import { problemTable } from './problemTable';
import { RefreshRequestRows } from './refreshRequestRows';
import { RowWriter } from './rowWriter';
import { RunRows } from './runRows';
import { salespersonTable } from './salespersonTable';

/** The solution's tables in one Dataverse organization. */
export class DataverseStore implements SnapshotStore, RefreshRequestStore {
  readonly salespeople: SnapshotTable<SalespersonSnapshot>;
  readonly customers: SnapshotTable<CustomerSnapshot>;
  readonly openInvoices: SnapshotTable<OpenInvoiceSnapshot>;
  readonly problems: SnapshotTable<ProblemSnapshot>;
  readonly locations: SnapshotTable<LocationSnapshot>;
  readonly items: ItemRows;
  readonly itemAvailabilities: ItemAvailabilityRows;
  private readonly writer: RowWriter;
  private readonly connectionRows: ConnectionRows;
  private readonly runRows: RunRows;
  private readonly refreshRequestRows: RefreshRequestRows;

  constructor(api: DataverseApi, timing: Timing) {
    this.writer = new RowWriter(api, timing);
    this.salespeople = new DataverseTable(api, this.writer, salespersonTable);
    this.customers = new DataverseTable(api, this.writer, customerTable);
    this.openInvoices = new DataverseTable(api, this.writer, openInvoiceTable);
    this.problems = new DataverseTable(api, this.writer, problemTable);
    this.locations = new DataverseTable(api, this.writer, locationTable);
    this.items = new ItemRows(api, this.writer);
    this.itemAvailabilities = new ItemAvailabilityRows(api, this.writer);
    this.connectionRows = new ConnectionRows(api);
    this.runRows = new RunRows(api);
    this.refreshRequestRows = new RefreshRequestRows(api);
  }

  deactivateCustomers(ids: readonly string[], options: StoreOptions): Promise<readonly RowFailure[]> {
    const changes = {
      [customer.statecode]: customer.StatecodeChoice.inactive,
      [customer.statuscode]: customer.StatuscodeChoice.inactive,
    };
    return this.writer.update(customerTable, ids, changes, options);
  }

  markStale(customerIds: readonly string[], options: StoreOptions): Promise<readonly RowFailure[]> {
    return this.writer.update(customerTable, customerIds, { [customer.stale]: true }, options);
  }

  connections(options: StoreOptions): Promise<readonly StoredConnection[]> {
    return this.connectionRows.list(options);
  }

  createConnection(facts: ConnectionFacts, options: StoreOptions): Promise<StoredConnection> {
    return this.connectionRows.create(facts, options);
  }

  updateConnection(
    id: string,
    changes: Partial<ConnectionFacts & ConnectionState>,
    options: StoreOptions,
  ): Promise<void> {
    return this.connectionRows.update(id, changes, options);
  }

  startRun(run: RunStart & Partial<RunUpdate>, options: StoreOptions): Promise<string> {
    return this.runRows.start(run, options);
  }

  updateRun(id: string, update: Partial<RunUpdate>, options: StoreOptions): Promise<void> {
    return this.runRows.update(id, update, options);
  }

  unfinishedRuns(connectionId: string, options: StoreOptions): Promise<readonly UnfinishedRun[]> {
    return this.runRows.unfinished(connectionId, options);
  }

  customerOrigin(id: string, options: StoreOptions): Promise<CustomerOrigin | null> {
    return this.refreshRequestRows.customerOrigin(id, options);
  }

  itemOrigins(ids: readonly string[], options: StoreOptions): Promise<readonly ItemOrigin[]> {
    return this.items.origins(ids, options);
  }

  refreshRequest(id: string, options: StoreOptions): Promise<RefreshRequest | null> {
    return this.refreshRequestRows.find(id, options);
  }

  unansweredRefreshRequests(options: StoreOptions): Promise<readonly RefreshRequest[]> {
    return this.refreshRequestRows.unanswered(options);
  }

  updateRefreshRequest(id: string, outcome: RefreshOutcome, options: StoreOptions): Promise<void> {
    return this.refreshRequestRows.update(id, outcome, options);
  }
}
