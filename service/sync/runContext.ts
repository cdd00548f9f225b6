import type { BusinessCentralReader, ReadOptions } from './ports';
import type { ProblemLog } from './problemLog';
import type { RecentRefreshes } from './recentRefreshes';
import type { RunProgress } from './runProgress';
import type { SourceFailures } from './sources';
import type { SnapshotStore, StoreOptions } from './snapshotStore';

/** The one customer that an on-demand refresh is about. */
export interface CustomerScope {
  readonly systemId: string;
  /** Row id. */
  readonly id: string;
}

/** What every step of one run shares. */
export interface RunContext {
  readonly reader: BusinessCentralReader;
  readonly store: SnapshotStore;
  readonly connectionId: string;
  /** `null`: the whole company. */
  readonly scope: CustomerScope | null;
  readonly read: ReadOptions;
  readonly write: StoreOptions;
  /** When reading began, milliseconds since 1970: the age of everything that is written. */
  readonly startedAt: number;
  /** ISO 8601, to the second. */
  readonly startedOn: string;
  /** Trust nothing that earlier runs left. */
  readonly full: boolean;
  /** Nothing is written, so what depends on new rows is only counted. */
  readonly dryRun: boolean;
  readonly failures: SourceFailures;
  readonly problems: ProblemLog;
  readonly progress: RunProgress;
  readonly recentRefreshes: RecentRefreshes;
}

/** What reading a source needs of a run. */
export type SourceRun = Pick<RunContext, 'failures' | 'problems' | 'progress'>;

/** True when the customer was refreshed on demand after this run of the whole company began: its rows are newer. */
export function isRefreshedSince(run: RunContext, customerSystemId: string): boolean {
  const { scope, recentRefreshes, connectionId, startedAt } = run;
  return scope === null && recentRefreshes.isSince(connectionId, customerSystemId, startedAt);
}
