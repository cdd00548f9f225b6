import { randomUUID } from 'node:crypto';
import { isServiceError, ServiceError } from '../http/serviceError';
import { checkIdentity } from './chooseCompanies';
import { toSeconds } from './instants';
import { linkedSignal } from './linkedSignal';
import { ProblemLog } from './problemLog';
import type { RecentRefreshes } from './recentRefreshes';
import type { ReferenceCache } from './referenceCache';
import { readReferenceData, type ReferenceData } from './referenceData';
import type { RunContext } from './runContext';
import { RunProgress } from './runProgress';
import type { CustomerOrigin, RefreshRequestStore, StoredConnection, StoreOptions } from './snapshotStore';
import { companyOf, recordRefresh } from './recordRefresh';
import { SourceFailures } from './sources';
import type { SyncDependencies } from './synchronizeCompany';
import { synchronizeRows } from './synchronizeRows';

export interface RefreshDependencies extends SyncDependencies {
  readonly requests: RefreshRequestStore;
  readonly recentRefreshes: RecentRefreshes;
  readonly referenceCache: ReferenceCache;
}

export interface RefreshResult {
  /** ISO 8601: when the figures were read. */
  readonly asOf: string;
  /** False when Business Central no longer has the customer; then its row is inactive. */
  readonly exists: boolean;
  readonly correlationId: string;
}

async function findTarget(
  dependencies: RefreshDependencies,
  customerId: string,
  options: StoreOptions,
): Promise<{ readonly origin: CustomerOrigin; readonly connection: StoredConnection }> {
  const [origin, connections] = await Promise.all([
    dependencies.requests.customerOrigin(customerId, options),
    dependencies.store.connections(options),
  ]);
  if (origin === null) {
    throw new ServiceError({ kind: 'refused', code: 'customerMissing', message: 'The customer row no longer exists.' });
  }
  const connection = connections.find((one) => one.id === origin.connectionId);
  if (connection?.active !== true) {
    throw new ServiceError({
      kind: 'config',
      code: 'connectionInactive',
      message: 'The connection of this customer to Business Central is not active. Ask your administrator.',
    });
  }
  checkIdentity(dependencies.environment, companyOf(connection), [connection]);
  return { origin, connection };
}

/**
 * Reads one customer from Business Central and writes its row and open invoices, in a handful of requests.
 * @param customerId row id
 * @throws {ServiceError} nothing was changed for the worse: the last figures stay as they are
 */
export async function refreshCustomer(
  dependencies: RefreshDependencies,
  customerId: string,
  outerSignal: AbortSignal,
): Promise<RefreshResult> {
  const { environment, store, clock, referenceCache, recentRefreshes } = dependencies;
  const { signal, stop } = linkedSignal(outerSignal);
  const startedAt = clock.now();
  const startedOn = toSeconds(startedAt);
  const correlationId = randomUUID();
  const options: StoreOptions = { lane: 'onDemand', signal };
  const { origin, connection } = await findTarget(dependencies, customerId, options);
  const run: RunContext = {
    reader: environment.reader(companyOf(connection)),
    store,
    connectionId: connection.id,
    scope: { systemId: origin.systemId, id: origin.id },
    read: { ...options, customerId: origin.systemId },
    write: options,
    startedAt,
    startedOn,
    full: false,
    dryRun: false,
    failures: new SourceFailures(),
    problems: new ProblemLog(),
    progress: new RunProgress(dependencies.requestCount, undefined),
    recentRefreshes,
  };
  const reference = async (): Promise<ReferenceData> => {
    const kept = referenceCache.find(connection.companyId, startedAt);
    if (kept !== null) return kept;
    const failures = new SourceFailures();
    const data = await readReferenceData(run.reader, options, failures, connection.currencyCode);
    for (const [source, error] of failures) run.failures.record(source, error);
    if ([...failures].length === 0) referenceCache.keep(connection.companyId, data, startedAt);
    return data;
  };
  try {
    const { customerFound } = await synchronizeRows(run, { reference, postedSince: null });
    const problem = run.problems.kept.find((one) => one.systemId === origin.systemId);
    if (problem !== undefined) throw new ServiceError({ kind: 'refused', code: problem.code, message: problem.reason });
    recentRefreshes.note(connection.id, origin.systemId, startedAt);
    await recordRefresh(dependencies, run, correlationId, null, options);
    return { asOf: startedOn, exists: customerFound, correlationId };
  } catch (error) {
    stop();
    if (isServiceError(error) && error.kind !== 'cancelled') {
      await recordRefresh(dependencies, run, correlationId, error, { ...options, signal: outerSignal });
    }
    throw error;
  }
}
