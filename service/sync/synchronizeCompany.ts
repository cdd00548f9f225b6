import { randomUUID } from 'node:crypto';
import { isServiceError, ServiceError } from '../http/serviceError';
import { connectionAfter, factsOf } from './connectionChanges';
import { toSeconds } from './instants';
import type { ItemRun } from './itemRun';
import { linkedSignal } from './linkedSignal';
import { PlanningStore } from './planningStore';
import type { BusinessCentralEnvironment, Clock, CompanyRecord } from './ports';
import { ProblemLog } from './problemLog';
import { hasOpenProblems, loadProblems, reconcileProblems } from './problemReconciliation';
import { RecentRefreshes } from './recentRefreshes';
import { readReferenceData } from './referenceData';
import type { SyncOptions, SyncResult } from './result';
import type { RunContext } from './runContext';
import { RunProgress } from './runProgress';
import { HEARTBEAT_MS, RunRecorder } from './runRecorder';
import type { SnapshotStore, StoredConnection, StoreOptions } from './snapshotStore';
import { SourceFailures } from './sources';
import { synchronizeItems } from './synchronizeItems';
import { synchronizeRows, type RowsOutcome } from './synchronizeRows';

/** Clocks differ, and a posting may be committed minutes after its time stamp: read so much again. */
const OVERLAP_MS = 60 * 60 * 1000;
/** For the last words of a run that was stopped. */
const LAST_WORDS_MS = 5000;
const MOST_LISTED_PROBLEMS = 100;

export interface SyncDependencies {
  readonly environment: BusinessCentralEnvironment;
  readonly store: SnapshotStore;
  readonly clock: Clock;
  /** HTTP requests sent so far, to both sides. */
  readonly requestCount: () => number;
  /** Shared with on-demand refreshes of the same process. */
  readonly recentRefreshes?: RecentRefreshes;
  /** Default: every 5 s; 0: none. */
  readonly heartbeatMs?: number;
}

export interface CompanyTarget {
  readonly company: CompanyRecord;
  /** `null`: the company is synchronized for the first time. */
  readonly connection: StoredConnection | null;
}

/**
 * Synchronizes one company: its customers, open invoices and salespeople, its items, locations and availability, the
 * run, the problems, the connection.
 * @throws {ServiceError} when nothing can be synchronized; it is recorded on the run and the connection before
 */
export async function synchronizeCompany(
  dependencies: SyncDependencies,
  target: CompanyTarget,
  options: SyncOptions,
): Promise<SyncResult> {
  const { environment, clock } = dependencies;
  const store = new PlanningStore(dependencies.store, options.dryRun);
  const { signal, stop } = linkedSignal(options.signal);
  const write: StoreOptions = { lane: 'periodic', signal };
  const facts = factsOf(environment, target.company);
  const connection = target.connection ?? (await store.createConnection(facts, write));
  const startedAt = clock.now();
  const startedOn = toSeconds(startedAt);
  const correlationId = randomUUID();
  const progress = new RunProgress(dependencies.requestCount, options.onProgress);
  const recorder = await RunRecorder.begin(
    { connectionId: connection.id, trigger: options.trigger, startedOn, correlationId },
    progress,
    {
      store,
      clock,
      options: write,
      heartbeatMs: options.dryRun ? 0 : (dependencies.heartbeatMs ?? HEARTBEAT_MS),
    },
  );
  const run: RunContext = {
    reader: environment.reader(target.company),
    store,
    connectionId: connection.id,
    scope: null,
    read: write,
    write,
    startedAt,
    startedOn,
    full: options.full,
    dryRun: options.dryRun,
    failures: new SourceFailures(),
    problems: new ProblemLog(),
    progress,
    recentRefreshes: dependencies.recentRefreshes ?? new RecentRefreshes(),
  };
  try {
    const itemReader = environment.itemReader(target.company);
    const { rows, itemsVerified } = await synchronize(run, connection, {
      ...run,
      reader: itemReader,
      clock,
      isWhole: true,
    });
    const outcome = run.problems.count === 0 ? 'succeeded' : 'succeededWithProblems';
    await store.updateConnection(
      connection.id,
      connectionAfter(run, connection, facts, rows, itemsVerified, toSeconds(clock.now())),
      write,
    );
    await recorder.end(outcome, null, write);
    return {
      company: facts.name,
      connectionId: connection.id,
      runId: recorder.id,
      correlationId,
      outcome,
      startedOn,
      finishedOn: toSeconds(clock.now()),
      problems: run.problems.kept.slice(0, MOST_LISTED_PROBLEMS),
      problemCount: run.problems.count,
      writes: store.writes,
      ...progress.counts,
    };
  } catch (error) {
    stop();
    await recordFailure(store, connection.id, recorder, error, toSeconds(clock.now()));
    throw error;
  }
}

interface Outcome {
  readonly rows: RowsOutcome;
  readonly itemsVerified: boolean;
}

async function synchronize(run: RunContext, connection: StoredConnection, itemRun: ItemRun): Promise<Outcome> {
  const storedProblems = await loadProblems(run.store, connection.id, run.write);
  const verifiedOn = connection.customersVerifiedOn;
  const rows = await synchronizeRows(run, {
    reference: () => readReferenceData(run.reader, run.read, run.failures, connection.currencyCode),
    postedSince:
      verifiedOn === null || hasOpenProblems(storedProblems) ? null : toSeconds(Date.parse(verifiedOn) - OVERLAP_MS),
  });
  const itemsVerified = await synchronizeItems(itemRun);
  await reconcileProblems(run, storedProblems);
  return { rows, itemsVerified };
}

/** Says on the run and the connection why it ended. That this fails as well must not hide the first error. */
async function recordFailure(
  store: SnapshotStore,
  connectionId: string,
  recorder: RunRecorder,
  error: unknown,
  now: string,
): Promise<void> {
  const options: StoreOptions = { lane: 'periodic', signal: AbortSignal.timeout(LAST_WORDS_MS) };
  const isCancelled = isServiceError(error, 'cancelled');
  const message = error instanceof ServiceError ? error.message : 'An unexpected error stopped the run; see the log.';
  try {
    await recorder.end(isCancelled ? 'interrupted' : 'failed', isCancelled ? null : message, options);
    if (isCancelled) return;
    await store.updateConnection(connectionId, { health: 'failing', lastError: message, lastErrorOn: now }, options);
  } catch (second) {
    if (!isServiceError(second)) throw second;
  }
}
