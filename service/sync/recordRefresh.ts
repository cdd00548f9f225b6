import { isServiceError, type ServiceError } from '../http/serviceError';
import { toSeconds } from './instants';
import type { CompanyRecord } from './ports';
import type { RunContext } from './runContext';
import type { StoredConnection, StoreOptions } from './snapshotStore';
import type { SyncDependencies } from './synchronizeCompany';

/** The company as its connection knows it: a refresh need not ask for it. */
export function companyOf(connection: StoredConnection): CompanyRecord {
  return { id: connection.companyId, name: connection.companyName, displayName: connection.name };
}

/** One row for the administrator's list. That it cannot be written must not fail the refresh. */
export async function recordRefresh(
  { store, clock }: SyncDependencies,
  run: Pick<RunContext, 'connectionId' | 'startedOn' | 'progress'>,
  correlationId: string,
  error: ServiceError | null,
  options: StoreOptions,
): Promise<void> {
  try {
    await store.startRun(
      {
        connectionId: run.connectionId,
        trigger: 'onDemand',
        startedOn: run.startedOn,
        correlationId,
        outcome: error === null ? 'succeeded' : 'failed',
        finishedOn: toSeconds(clock.now()),
        error: error?.message ?? null,
        ...run.progress.counts,
      },
      options,
    );
  } catch (failure) {
    if (!isServiceError(failure)) throw failure;
  }
}
