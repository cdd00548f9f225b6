import type { RecordStore } from './store';
import type { CatalogHolder, CatalogReader } from '../metadata/catalog';
import type { Row } from '../metadata/rows';
import type { AccessControl, Caller, Visibility } from '../security/access';

/** A change of one row, told after the transaction that made it. */
export interface RecordEvent {
  readonly message: 'Create' | 'Update' | 'Delete';
  readonly table: string;
  readonly id: string;
  /** What the request wrote, with the values that the platform added; empty for a delete. */
  readonly target: Row;
  /** The row before and after; undefined where there was or is none. */
  readonly before: Row | undefined;
  readonly after: Row | undefined;
  readonly caller: Caller;
  readonly correlationId: string;
  readonly occurredOn: Date;
}

/** What every request to one organization shares. */
export interface Organization {
  readonly id: string;
  readonly uniqueName: string;
  readonly catalog: CatalogHolder;
  readonly store: RecordStore;
  readonly access: AccessControl;
  /** The present instant; tests set it. */
  readonly clock: () => Date;
  /** A new row id. They grow, as SQL Server's sequential ids do, so that new rows come last in a default page. */
  readonly newId: () => string;
  /** Takes the events of a transaction once it is done. */
  readonly publish: (events: readonly RecordEvent[]) => void;
}

/** One request: who asks, in which settings, and what it changed so far. */
export interface Session {
  readonly organization: Organization;
  readonly catalog: CatalogReader;
  readonly caller: Caller;
  readonly correlationId: string;
  readonly pending: RecordEvent[];
  /** What the caller may read, by table, once it was asked. */
  readonly visibility: Map<string, Visibility>;
}

/** Runs writes as one unit: all are undone when it throws; its events are published when the outermost is done. */
export function inTransaction<Result>(session: Session, work: () => Result): Result {
  const before = session.pending.length;
  try {
    return session.organization.store.transaction(work);
  } catch (error) {
    session.pending.length = before;
    throw error;
  }
}

/** Hands the events of finished writes to the organization. */
export function publishPending(session: Session): void {
  const events = session.pending.splice(0);
  if (events.length > 0) session.organization.publish(events);
}
