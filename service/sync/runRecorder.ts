import { ServiceError } from '../http/serviceError';
import type { Clock } from './ports';
import type { RunProgress } from './runProgress';
import type { RunOutcome, RunStart, SnapshotStore, StoreOptions, UnfinishedRun } from './snapshotStore';

/** How often a run gives a sign of life. */
export const HEARTBEAT_MS = 5000;
/** Two heartbeats and a little: a run that is silent for so long has died. */
const SILENCE_MS = 12_000;
/** Beyond this nobody waits for a sign of life. */
const LONG_DEAD_MS = 10 * 60 * 1000;

export interface RunRecorderOptions {
  readonly store: SnapshotStore;
  readonly clock: Clock;
  readonly options: StoreOptions;
  /** 0: none. */
  readonly heartbeatMs: number;
}

function inProgress(run: UnfinishedRun): ServiceError {
  return new ServiceError({
    kind: 'throttled',
    code: 'runInProgress',
    message: `Another run of this company has been going on since ${run.startedOn ?? 'a while'}. Wait until it is finished, or stop it, and run again.`,
  });
}

/**
 * Marks runs that died as interrupted.
 * @throws {ServiceError} when one of them is alive: two at once would only undo each other's work
 */
async function takeOver(connectionId: string, { store, clock, options }: RunRecorderOptions): Promise<void> {
  const before = await store.unfinishedRuns(connectionId, options);
  if (before.length === 0) return;
  let now = before;
  if (before.some((run) => clock.now() - Date.parse(run.modifiedOn) < LONG_DEAD_MS)) {
    await clock.sleep(SILENCE_MS, options.signal);
    now = await store.unfinishedRuns(connectionId, options);
    const seen = new Map(before.map((run) => [run.id, run.modifiedOn]));
    const alive = now.find((run) => seen.get(run.id) !== run.modifiedOn);
    if (alive !== undefined) throw inProgress(alive);
  }
  for (const run of now) await store.updateRun(run.id, { outcome: 'interrupted' }, options);
}

/** The row of one run, from its start to its end, with a sign of life in between. */
export class RunRecorder {
  private readonly stopped = new AbortController();

  private constructor(
    readonly id: string,
    private readonly settings: RunRecorderOptions,
    private readonly progress: RunProgress,
  ) {}

  /** @throws {ServiceError} code `runInProgress` when another process is at it */
  static async begin(start: RunStart, progress: RunProgress, settings: RunRecorderOptions): Promise<RunRecorder> {
    await takeOver(start.connectionId, settings);
    const id = await settings.store.startRun(start, settings.options);
    const recorder = new RunRecorder(id, settings, progress);
    if (settings.heartbeatMs > 0) void recorder.beat();
    return recorder;
  }

  /** @param options with a signal of their own: a cancelled run is recorded too */
  async end(outcome: RunOutcome, error: string | null, options: StoreOptions): Promise<void> {
    this.stopped.abort();
    const finishedOn = new Date(this.settings.clock.now()).toISOString();
    await this.settings.store.updateRun(this.id, { ...this.progress.counts, outcome, error, finishedOn }, options);
  }

  /** A missed beat is no failure: the next one, or the end, will be written. */
  private async beat(): Promise<void> {
    const { store, clock, options, heartbeatMs } = this.settings;
    const signal = AbortSignal.any([this.stopped.signal, options.signal]);
    while (!signal.aborted) {
      try {
        await clock.sleep(heartbeatMs, signal);
        await store.updateRun(this.id, this.progress.counts, { ...options, signal });
      } catch {
        continue;
      }
    }
  }
}
