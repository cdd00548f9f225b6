import type { CalendarDate } from '../../domain/calendarDate';
import type { CustomerStatistics, OpenInvoice } from '../../domain/customerStatistics';
import type { ItemAvailabilityTable, ItemOrigin, ItemTable, LocationSnapshot } from './itemStore';
import type { Lane } from './ports';

/**
 * What synchronization needs from Dataverse. Implemented by service/dataverse.
 * Every call throws ServiceError; instants are ISO 8601 in UTC.
 */

export interface StoreOptions {
  readonly lane: Lane;
  readonly signal: AbortSignal;
}

/** A row that is there. */
export type Stored<T> = T & { readonly id: string; readonly active: boolean };

/** A row as it shall be. */
export interface RowWrite<T> {
  readonly row: T;
  /** The row that is there, or `null` to create it, or to take the one that someone else created meanwhile. */
  readonly id: string | null;
  readonly active: boolean;
}

/** Why one row was not written; the other rows of the same call were. */
export interface RowFailure {
  /** Position in the list of writes. */
  readonly index: number;
  readonly code: string;
  readonly message: string;
  readonly correlationId: string | null;
}

/** The rows of one connection in one table. */
export interface SnapshotTable<T> {
  /** @param customerId row id of the one customer wanted; absent: every row of the connection */
  stored(connectionId: string, options: StoreOptions, customerId?: string): AsyncIterable<readonly Stored<T>[]>;
  /** Writes in batches. A row that is refused does not keep the others from being written. */
  write(connectionId: string, writes: readonly RowWrite<T>[], options: StoreOptions): Promise<readonly RowFailure[]>;
  /** A row that is already gone counts as removed. */
  remove(ids: readonly string[], options: StoreOptions): Promise<readonly RowFailure[]>;
}

export interface SalespersonSnapshot {
  readonly systemId: string;
  readonly code: string;
  readonly name: string;
  readonly email: string | null;
  readonly blocked: boolean;
}

export interface CustomerSnapshot {
  readonly systemId: string;
  /** Row id of the salesperson. */
  readonly salespersonId: string | null;
  readonly statistics: CustomerStatistics;
  readonly asOf: string | null;
  readonly stale: boolean;
}

export interface OpenInvoiceSnapshot {
  readonly systemId: string;
  /** Row id of the customer. */
  readonly customerId: string;
  readonly invoice: OpenInvoice;
}

/** Something that could not be synchronized, why, and what to do about it. Kept until it is cured. */
export interface ProblemSnapshot {
  /** Entity set of Business Central, e.g. customers. */
  readonly source: string;
  /** All zeros: the whole source. */
  readonly systemId: string;
  readonly recordNumber: string | null;
  readonly code: string;
  readonly reason: string;
  readonly nextStep: string;
  readonly firstSeenOn: string;
  readonly lastSeenOn: string;
  readonly occurrences: number;
  readonly correlationId: string | null;
}

export type ConnectionHealth = 'notChecked' | 'healthy' | 'needsAttention' | 'failing';

export interface ConnectionFacts {
  readonly name: string;
  readonly tenantId: string | null;
  readonly environmentName: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly webClientUrl: string;
  readonly currencyCode: string | null;
}

export interface ConnectionState {
  readonly health: ConnectionHealth;
  readonly lastSuccessOn: string | null;
  /** Every customer row not marked stale was equal to Business Central at this instant. */
  readonly customersVerifiedOn: string | null;
  /** Business Central's date of that comparison. */
  readonly customersVerifiedFor: CalendarDate | null;
  /** Every item row not marked stale, and its rows by location, were equal to Business Central at this instant. */
  readonly itemsVerifiedOn: string | null;
  readonly lastError: string | null;
  readonly lastErrorOn: string | null;
}

/** An inactive one is switched off by the administrator: its company is left alone. */
export type StoredConnection = ConnectionFacts & ConnectionState & { readonly id: string; readonly active: boolean };

export type RunTrigger = 'scheduled' | 'onDemand' | 'manual';
export type RunOutcome = 'running' | 'succeeded' | 'succeededWithProblems' | 'failed' | 'interrupted';

export interface RunCounts {
  readonly rowsRead: number;
  readonly rowsWritten: number;
  readonly rowsUnchanged: number;
  readonly rowsFailed: number;
  readonly requestCount: number;
}

export interface RunStart {
  readonly connectionId: string;
  readonly trigger: RunTrigger;
  readonly startedOn: string;
  readonly correlationId: string;
}

export interface RunUpdate extends RunCounts {
  readonly outcome: RunOutcome;
  readonly finishedOn: string | null;
  readonly error: string | null;
}

export interface UnfinishedRun {
  readonly id: string;
  readonly startedOn: string | null;
  /** When the run last gave a sign of life. */
  readonly modifiedOn: string;
}

export type RefreshState = 'waiting' | 'running' | 'done' | 'failed';

export interface RefreshRequest {
  readonly id: string;
  readonly state: RefreshState;
  /** Row id. */
  readonly customerId: string | null;
  /** Row ids of items, comma-separated, as the user's client wrote them. */
  readonly itemIds: string | null;
}

export interface RefreshOutcome {
  readonly state: RefreshState;
  /** One sentence for the person who asked. */
  readonly message: string | null;
  readonly errorCode: string | null;
  readonly correlationId: string | null;
  readonly completedOn: string | null;
}

/** Where a customer row comes from. */
export interface CustomerOrigin {
  readonly id: string;
  readonly systemId: string;
  readonly connectionId: string;
}

/** The solution's tables, as far as synchronization reads and writes them. */
export interface SnapshotStore {
  readonly salespeople: SnapshotTable<SalespersonSnapshot>;
  readonly customers: SnapshotTable<CustomerSnapshot>;
  readonly openInvoices: SnapshotTable<OpenInvoiceSnapshot>;
  readonly problems: SnapshotTable<ProblemSnapshot>;
  readonly locations: SnapshotTable<LocationSnapshot>;
  readonly items: ItemTable;
  readonly itemAvailabilities: ItemAvailabilityTable;
  /** Makes rows inactive whose customer Business Central no longer has; their figures stay as they were. */
  deactivateCustomers(ids: readonly string[], options: StoreOptions): Promise<readonly RowFailure[]>;
  /** Writes the mark and nothing else of the row. */
  markStale(customerIds: readonly string[], options: StoreOptions): Promise<readonly RowFailure[]>;

  connections(options: StoreOptions): Promise<readonly StoredConnection[]>;
  createConnection(facts: ConnectionFacts, options: StoreOptions): Promise<StoredConnection>;
  updateConnection(
    id: string,
    changes: Partial<ConnectionFacts & ConnectionState>,
    options: StoreOptions,
  ): Promise<void>;

  /** Running, unless `run` says that it is over already. */
  startRun(run: RunStart & Partial<RunUpdate>, options: StoreOptions): Promise<string>;
  updateRun(id: string, update: Partial<RunUpdate>, options: StoreOptions): Promise<void>;
  unfinishedRuns(connectionId: string, options: StoreOptions): Promise<readonly UnfinishedRun[]>;
}

/** What answering refresh requests needs besides. */
export interface RefreshRequestStore {
  /** `null` when there is no such row. */
  customerOrigin(id: string, options: StoreOptions): Promise<CustomerOrigin | null>;
  /** Rows that do not exist are missing. */
  itemOrigins(ids: readonly string[], options: StoreOptions): Promise<readonly ItemOrigin[]>;
  /** `null` when there is no such row: then somebody only pretended that there is one. */
  refreshRequest(id: string, options: StoreOptions): Promise<RefreshRequest | null>;
  /** Waiting or running, the oldest first: at the start of a process nothing of it is in hand. */
  unansweredRefreshRequests(options: StoreOptions): Promise<readonly RefreshRequest[]>;
  updateRefreshRequest(id: string, outcome: RefreshOutcome, options: StoreOptions): Promise<void>;
}
