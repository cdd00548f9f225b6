import type { RunCounts, RunOutcome, RunTrigger } from './snapshotStore';

export interface SyncOptions {
  readonly trigger: RunTrigger;
  /** Trusts nothing that earlier runs left: reads the last invoices again from the start of last fiscal year. */
  readonly full: boolean;
  /** Reads as usual, writes nothing, tells what would be written. */
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  /** Called often; must return at once. */
  readonly onProgress?: (progress: SyncProgress) => void;
}

export interface SyncProgress extends RunCounts {
  /** Name of the source or table in hand, e.g. customers. */
  readonly step: string;
}

/** What a dry run would have written, per table. */
export interface PlannedWrites {
  readonly table: string;
  readonly create: number;
  readonly update: number;
  readonly deactivate: number;
  readonly remove: number;
}

export interface SyncProblem {
  readonly source: string;
  readonly systemId: string;
  readonly recordNumber: string | null;
  readonly code: string;
  readonly reason: string;
  readonly nextStep: string;
}

/** One company, synchronized. A company that could not be synchronized at all throws ServiceError instead. */
export interface SyncResult extends RunCounts {
  readonly company: string;
  readonly connectionId: string | null;
  readonly runId: string | null;
  readonly correlationId: string;
  readonly outcome: Exclude<RunOutcome, 'running' | 'interrupted'>;
  readonly startedOn: string;
  readonly finishedOn: string;
  /** At most the first 100; `problemCount` tells how many there are. */
  readonly problems: readonly SyncProblem[];
  readonly problemCount: number;
  /** Filled by a dry run, else what was written. */
  readonly writes: readonly PlannedWrites[];
}
