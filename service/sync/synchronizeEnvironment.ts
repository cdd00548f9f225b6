import { isServiceError, type ServiceError } from '../http/serviceError';
import { chooseCompanies, type RefusedConnection } from './chooseCompanies';
import { toSeconds } from './instants';
import type { SyncOptions, SyncResult } from './result';
import type { StoreOptions } from './snapshotStore';
import { synchronizeCompany, type SyncDependencies } from './synchronizeCompany';

/** What became of one company. */
export type CompanyOutcome =
  | { readonly company: string; readonly result: SyncResult; readonly error: null }
  | { readonly company: string; readonly result: null; readonly error: ServiceError };

/**
 * Synchronizes the companies of an environment one after another: they share one limit of requests.
 * A company that fails does not keep the others from being synchronized.
 * @param wanted name, display name or id of one company; `null`: those that are connected, or the only one
 * @throws {ServiceError} when it cannot even be told which companies there are, and when it is cancelled
 */
export async function synchronizeEnvironment(
  dependencies: SyncDependencies,
  wanted: string | null,
  options: SyncOptions,
): Promise<readonly CompanyOutcome[]> {
  const { environment, store } = dependencies;
  const read = { lane: 'periodic', signal: options.signal } as const;
  const [companies, connections] = await Promise.all([environment.companies(read), store.connections(read)]);
  const { targets, refused } = chooseCompanies(environment, companies, connections, wanted);
  const outcomes: CompanyOutcome[] = [];
  for (const one of refused) {
    if (!options.dryRun) await recordRefusal(dependencies, one, read);
    outcomes.push({ company: one.connection.companyName, result: null, error: one.error });
  }
  for (const target of targets) {
    const company = target.company.name;
    try {
      outcomes.push({ company, result: await synchronizeCompany(dependencies, target, options), error: null });
    } catch (error) {
      if (!isServiceError(error) || error.kind === 'cancelled') throw error;
      outcomes.push({ company, result: null, error });
    }
  }
  return outcomes;
}

/** Says on the connection why its company is left alone. That this fails must not stop the other companies. */
async function recordRefusal(
  { store, clock }: SyncDependencies,
  { connection, error }: RefusedConnection,
  options: StoreOptions,
): Promise<void> {
  const lastErrorOn = toSeconds(clock.now());
  try {
    await store.updateConnection(connection.id, { health: 'failing', lastError: error.message, lastErrorOn }, options);
  } catch (failure) {
    if (!isServiceError(failure) || failure.kind === 'cancelled') throw failure;
  }
}
