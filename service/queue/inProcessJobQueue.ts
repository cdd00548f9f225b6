import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import PQueue from 'p-queue';
import { DeadLetters } from './deadLetters';
import {
  Poison,
  RetryLater,
  type AddedJob,
  type AddOptions,
  type DeadJob,
  type Handlers,
  type JobContext,
  type JobCounts,
  type JobLane,
  type JobQueue,
  type Jobs,
} from './jobQueue';

const ATTEMPTS = 3;
const BACKOFF_MS = 1000;

interface Job {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  /** The handler of the type, with the data. */
  readonly handle: (context: JobContext) => Promise<void>;
  readonly lane: JobLane;
  readonly key: string | null;
  readonly attempts: number;
  readonly backoffMs: number;
  attempt: number;
  timer: NodeJS.Timeout | null;
}

interface Keyed {
  /** The job that waits, or waits for another try. */
  waiting: Job | null;
  running: boolean;
}

/**
 * Jobs in this process's memory, on p-queue. They are lost when the process ends: the first periodic run after a start
 * brings everything up to date, and refresh requests are rows in Dataverse that are looked for again.
 */
export class InProcessJobQueue<M extends Jobs> implements JobQueue<M> {
  private readonly lanes: Readonly<Record<JobLane, PQueue>> = {
    onDemand: new PQueue({ concurrency: 1, autoStart: false }),
    periodic: new PQueue({ concurrency: 1, autoStart: false }),
  };
  private handlers: Handlers<M> | null = null;
  private readonly keyed = new Map<string, Keyed>();
  private readonly delayed = new Set<Job>();
  private readonly deadLetters = new DeadLetters<Job>();
  private readonly schedules = new Map<string, NodeJS.Timeout>();
  private readonly stop = new AbortController();
  private closing = false;

  constructor() {
    // Every request of every job listens to it while it waits.
    setMaxListeners(0, this.stop.signal);
  }

  add<K extends keyof M & string>(type: K, data: M[K], options: AddOptions = {}): Promise<AddedJob> {
    const lane = options.lane ?? 'periodic';
    const key = options.key === undefined ? null : `${lane} ${type} ${options.key}`;
    const known = key === null ? null : (this.keyed.get(key)?.waiting ?? null);
    if (known !== null) {
      if (lane === 'onDemand' && known.timer !== null && known.attempt > 0) this.release(known);
      return Promise.resolve({ id: known.id, merged: true });
    }
    const { attempts = ATTEMPTS, backoffMs = BACKOFF_MS, delayMs = 0 } = options;
    const handle = (context: JobContext): Promise<void> => {
      if (this.handlers === null) throw new Poison(`Nobody works on "${type}".`);
      return this.handlers[type](data, context);
    };
    const job: Job = { id: randomUUID(), type, data, handle, lane, key, attempts, backoffMs, attempt: 0, timer: null };
    this.wait(job, delayMs);
    return Promise.resolve({ id: job.id, merged: false });
  }

  async every<K extends keyof M & string>(
    scheduleId: string,
    milliseconds: number,
    type: K,
    data: M[K],
    lane: JobLane = 'periodic',
  ): Promise<void> {
    await this.cancelEvery(scheduleId);
    const timer = setInterval(() => void this.add(type, data, { lane, key: `every ${scheduleId}` }), milliseconds);
    this.schedules.set(scheduleId, timer);
  }

  cancelEvery(scheduleId: string): Promise<void> {
    clearInterval(this.schedules.get(scheduleId));
    this.schedules.delete(scheduleId);
    return Promise.resolve();
  }

  work(handlers: Handlers<M>, slots: Readonly<Record<JobLane, number>>): Promise<void> {
    this.handlers = handlers;
    for (const lane of ['onDemand', 'periodic'] as const) {
      this.lanes[lane].concurrency = slots[lane];
      this.lanes[lane].start();
    }
    return Promise.resolve();
  }

  counts(): Promise<JobCounts> {
    const { onDemand, periodic } = this.lanes;
    return Promise.resolve({
      waiting: onDemand.size + periodic.size,
      active: onDemand.pending + periodic.pending,
      delayed: this.delayed.size,
      dead: this.deadLetters.size,
    });
  }

  dead(max: number): Promise<readonly DeadJob[]> {
    return Promise.resolve(this.deadLetters.first(max));
  }

  redrive(id: string): Promise<void> {
    const job = this.deadLetters.take(id);
    if (job !== null) {
      job.attempt = 0;
      this.wait(job, 0);
    }
    return Promise.resolve();
  }

  async close(graceMs: number): Promise<boolean> {
    this.closing = true;
    for (const timer of this.schedules.values()) clearInterval(timer);
    for (const job of this.delayed) clearTimeout(job.timer ?? undefined);
    this.delayed.clear();
    for (const lane of Object.values(this.lanes)) {
      lane.pause();
      lane.clear();
    }
    const idle = Promise.all(Object.values(this.lanes).map((lane) => lane.onPendingZero())).then(() => true);
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), graceMs);
    });
    const drained = await Promise.race([idle, grace]);
    clearTimeout(timer);
    this.stop.abort();
    return drained;
  }

  private keyedOf(job: Job): Keyed | null {
    if (job.key === null) return null;
    const keyed = this.keyed.get(job.key) ?? { waiting: null, running: false };
    this.keyed.set(job.key, keyed);
    return keyed;
  }

  private wait(job: Job, delayMs: number): void {
    const keyed = this.keyedOf(job);
    if (keyed !== null) keyed.waiting = job;
    if (delayMs <= 0) {
      this.enqueue(job);
      return;
    }
    this.delayed.add(job);
    job.timer = setTimeout(() => this.release(job), delayMs);
  }

  private release(job: Job): void {
    clearTimeout(job.timer ?? undefined);
    job.timer = null;
    this.delayed.delete(job);
    this.enqueue(job);
  }

  private enqueue(job: Job): void {
    const keyed = this.keyedOf(job);
    // Runs right after the run of the same key that is going on.
    if (this.closing || keyed?.running === true) return;
    void this.lanes[job.lane].add(() => this.run(job));
  }

  private async run(job: Job): Promise<void> {
    const keyed = this.keyedOf(job);
    if (keyed !== null) {
      keyed.waiting = null;
      keyed.running = true;
    }
    job.attempt += 1;
    const again = await this.attempt(job);
    if (keyed !== null) keyed.running = false;
    if (this.closing) return;
    const next = keyed?.waiting ?? null;
    // A newer ask replaces the retry: it does the same work, and sooner.
    if (next !== null && next.timer === null) this.enqueue(next);
    else if (next === null && again !== null) this.wait(job, again);
    else if (next === null && job.key !== null) this.keyed.delete(job.key);
  }

  /** @returns milliseconds until the next try; `null` when there is none */
  private async attempt(job: Job): Promise<number | null> {
    try {
      await job.handle({ id: job.id, attempt: job.attempt, signal: this.stop.signal });
      return null;
    } catch (error) {
      if (error instanceof RetryLater) {
        job.attempt -= 1;
        return Math.max(1, error.milliseconds);
      }
      if (!(error instanceof Poison) && job.attempt < job.attempts) return job.backoffMs * 2 ** (job.attempt - 1);
      this.deadLetters.bury(job, error instanceof Error ? error.message : 'unknown');
      return null;
    }
  }
}
