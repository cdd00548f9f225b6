/** Work that a person waits for, and the rest. Each lane has slots of its own, so neither waits for the other. */
export type JobLane = 'onDemand' | 'periodic';

/** Type of a job and what it is about. */
export type Jobs = object;

export interface AddOptions {
  /** Default: periodic. */
  readonly lane?: JobLane;
  /**
   * Per lane, one job of this key waits at most. Asked for while it runs, it runs exactly once more afterwards.
   * Asked for on demand while it waits for another try, it is tried at once.
   */
  readonly key?: string;
  readonly delayMs?: number;
  /** How often a job that fails is tried in all; default 3. */
  readonly attempts?: number;
  /** Wait before the second try, doubled for each further one; default 1 s. */
  readonly backoffMs?: number;
}

export interface JobContext {
  readonly id: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when the queue closes and its grace time is over. */
  readonly signal: AbortSignal;
}

/** Handlers must be idempotent: a job runs at least once. */
export type Handlers<M extends Jobs> = { readonly [K in keyof M]: (data: M[K], job: JobContext) => Promise<void> };

/** Thrown by a handler: run again after `milliseconds`, without using up a try. For limits of the other side. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';

  constructor(readonly milliseconds: number) {
    super(`To be tried again in ${milliseconds} ms.`);
  }
}

/** Thrown by a handler: trying again is useless. */
export class Poison extends Error {
  override readonly name = 'Poison';
}

export interface DeadJob {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly reason: string;
  readonly attempts: number;
}

export interface AddedJob {
  readonly id: string;
  /** It was waiting already: no second job. */
  readonly merged: boolean;
}

export interface JobCounts {
  readonly waiting: number;
  readonly active: number;
  /** Waiting for their time or for another try. */
  readonly delayed: number;
  readonly dead: number;
}

/**
 * Where work waits. In process by default; an adapter over Redis or PostgreSQL fits behind it when one process is not
 * enough. Limits of the APIs are not its business but the request gate's.
 */
export interface JobQueue<M extends Jobs> {
  add<K extends keyof M & string>(type: K, data: M[K], options?: AddOptions): Promise<AddedJob>;
  /** Adds a job every so often, first after one period; a schedule of the same id is replaced. */
  every<K extends keyof M & string>(
    scheduleId: string,
    milliseconds: number,
    type: K,
    data: M[K],
    lane?: JobLane,
  ): Promise<void>;
  cancelEvery(scheduleId: string): Promise<void>;
  /** Starts to work. */
  work(handlers: Handlers<M>, slots: Readonly<Record<JobLane, number>>): Promise<void>;
  counts(): Promise<JobCounts>;
  dead(max: number): Promise<readonly DeadJob[]>;
  /** Puts a dead job back to work. */
  redrive(id: string): Promise<void>;
  /** Takes no more work and waits for what runs. @returns false when the grace time was not enough */
  close(graceMs: number): Promise<boolean>;
}
