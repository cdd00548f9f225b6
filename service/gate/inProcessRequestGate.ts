import PQueue from 'p-queue';
import { cancelledError, type Timing } from '../http/timing';
import type { RequestGate, RequestLane } from './requestGate';

/** What an API allows one caller. */
export interface ApiLimits {
  /** Requests running at a time. */
  readonly atOnce: number;
  /** Requests in any window of `windowMs`. */
  readonly perWindow: number;
  readonly windowMs: number;
  /** Of `atOnce`, how many periodic work leaves free for on-demand work. */
  readonly atOnceForOnDemand: number;
  /** Of `perWindow`, how many periodic work leaves free for on-demand work. */
  readonly perWindowForOnDemand: number;
}

/** Source: Business Central, operational limits online, per user. */
export const businessCentralLimits: ApiLimits = {
  atOnce: 5,
  perWindow: 6000,
  windowMs: 300_000,
  atOnceForOnDemand: 1,
  perWindowForOnDemand: 600,
};

/** Source: Dataverse, service protection API limits, per user and web server. */
export const dataverseLimits: ApiLimits = {
  atOnce: 52,
  perWindow: 6000,
  windowMs: 300_000,
  atOnceForOnDemand: 8,
  perWindowForOnDemand: 600,
};

interface Lanes {
  /** Everything passes here. */
  readonly all: PQueue;
  /** Periodic work passes here first, so that it never fills `all`. */
  readonly periodic: PQueue;
  pausedUntil: number;
}

function createLanes(limits: ApiLimits): Lanes {
  // Only the strict mode keeps a limit in every window: the default one lets twice the limit through at an edge.
  const window = { interval: limits.windowMs, strict: true };
  return {
    all: new PQueue({ ...window, concurrency: limits.atOnce, intervalCap: limits.perWindow }),
    periodic: new PQueue({
      ...window,
      concurrency: limits.atOnce - limits.atOnceForOnDemand,
      intervalCap: limits.perWindow - limits.perWindowForOnDemand,
    }),
    pausedUntil: 0,
  };
}

/** The limits of this process alone: right as long as one process uses a connection. */
export class InProcessRequestGate implements RequestGate {
  private readonly lanes: ReadonlyMap<string, Lanes>;
  private readonly closing = new AbortController();

  /** @param limits by connection; a connection that is not named has none */
  constructor(
    limits: Readonly<Record<string, ApiLimits>>,
    private readonly timing: Timing,
  ) {
    this.lanes = new Map(Object.entries(limits).map(([connection, limit]) => [connection, createLanes(limit)]));
  }

  async run<T>(
    connection: string,
    lane: RequestLane,
    signal: AbortSignal | undefined,
    request: () => Promise<T>,
  ): Promise<T> {
    if (signal?.aborted === true) throw cancelledError();
    const lanes = this.lanes.get(connection);
    if (lanes === undefined) return request();
    if (lane === 'onDemand') return enqueue(lanes.all, 1, signal, request);
    return enqueue(lanes.periodic, 0, signal, () => enqueue(lanes.all, 0, signal, request));
  }

  pause(connection: string, milliseconds: number): Promise<void> {
    const lanes = this.lanes.get(connection);
    const until = this.timing.now() + milliseconds;
    if (lanes === undefined || until <= lanes.pausedUntil) return Promise.resolve();
    lanes.pausedUntil = until;
    lanes.all.pause();
    void this.resume(lanes, until, milliseconds);
    return Promise.resolve();
  }

  /** Ends running pauses, so that the process can end. */
  close(): void {
    this.closing.abort();
  }

  private async resume(lanes: Lanes, until: number, milliseconds: number): Promise<void> {
    await this.timing.sleep(milliseconds, this.closing.signal).catch(() => undefined);
    // A longer pause that came later resumes by itself.
    if (lanes.pausedUntil === until) lanes.all.start();
  }
}

/** p-queue rejects with the signal's reason, while waiting and while running: it becomes our error. */
async function enqueue<T>(
  queue: PQueue,
  priority: number,
  signal: AbortSignal | undefined,
  task: () => Promise<T>,
): Promise<T> {
  try {
    return await queue.add(task, { priority, signal });
  } catch (error) {
    if (signal?.aborted === true && error === signal.reason) throw cancelledError();
    throw error;
  }
}
