import { DataverseError } from './records/dataverseError';
import { ConcurrencyLimiter, SlidingWindowLimiter } from '../http/limits';

/** Service protection limits of one user on one web server. */
export interface ServiceProtectionLimits {
  readonly requests: number;
  readonly windowSeconds: number;
  readonly concurrentRequests: number;
  /** Milliseconds of execution time in a window. */
  readonly executionMilliseconds: number;
}

/** The documented defaults: learn.microsoft.com, "Service protection API limits". */
export const defaultLimits: ServiceProtectionLimits = {
  requests: 6000,
  windowSeconds: 300,
  concurrentRequests: 52,
  executionMilliseconds: 1_200_000,
};

/** A request that was let in. */
export interface Admitted {
  readonly remainingRequests: number;
  /** To be called once, when the request is done. */
  readonly leave: () => void;
}

/** Enforces the three limits, per user: number, execution time, concurrency. Refusals are 429 with Retry-After. */
export class ServiceProtection {
  private readonly requests: SlidingWindowLimiter;
  private readonly execution: SlidingWindowLimiter;
  private readonly concurrency: ConcurrencyLimiter;
  private limits: ServiceProtectionLimits;

  constructor(limits: Partial<ServiceProtectionLimits>, clock: () => number) {
    this.limits = { ...defaultLimits, ...limits };
    const windowMilliseconds = this.limits.windowSeconds * 1000;
    this.requests = new SlidingWindowLimiter({ amount: this.limits.requests, windowMilliseconds }, clock);
    this.execution = new SlidingWindowLimiter({ amount: this.limits.executionMilliseconds, windowMilliseconds }, clock);
    this.concurrency = new ConcurrencyLimiter({
      running: this.limits.concurrentRequests,
      queued: 0,
      queueMilliseconds: 0,
    });
  }

  /** Changes limits while the server runs. */
  adjust(limits: Partial<ServiceProtectionLimits>): void {
    this.limits = { ...this.limits, ...limits };
    const windowMilliseconds = this.limits.windowSeconds * 1000;
    this.requests.adjust({ amount: this.limits.requests, windowMilliseconds });
    this.execution.adjust({ amount: this.limits.executionMilliseconds, windowMilliseconds });
    this.concurrency.adjust({ running: this.limits.concurrentRequests });
  }

  /** Lets a request of the user in. Throws the 429 of the limit that is exceeded. */
  async admit(user: string): Promise<Admitted> {
    const place = await this.concurrency.enter(user);
    if (!place.admitted) {
      const message = `Number of concurrent requests exceeded the limit of ${this.limits.concurrentRequests}.`;
      throw tooMany('0x80072326', message, 1000);
    }
    const { windowSeconds, requests, executionMilliseconds } = this.limits;
    const spent = this.execution.take(user, 0);
    if (!spent.admitted) {
      place.leave();
      const message = `Combined execution time of incoming requests exceeded limit of ${executionMilliseconds.toLocaleString('en-US')} milliseconds over time window of ${windowSeconds} seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later.`;
      throw tooMany('0x80072321', message, spent.retryAfterMilliseconds);
    }
    const counted = this.requests.take(user);
    if (!counted.admitted) {
      place.leave();
      const message = `Number of requests exceeded the limit of ${requests} over time window of ${windowSeconds} seconds.`;
      throw tooMany('0x80072322', message, counted.retryAfterMilliseconds);
    }
    return { remainingRequests: counted.remaining, leave: this.leaving(user, place.leave) };
  }

  private leaving(user: string, leave: () => void): () => void {
    const startedAt = performance.now();
    return () => {
      this.execution.add(user, performance.now() - startedAt);
      leave();
    };
  }
}

function tooMany(code: string, message: string, retryAfterMilliseconds: number): DataverseError {
  const seconds = Math.max(1, Math.ceil(retryAfterMilliseconds / 1000));
  return new DataverseError(429, code, message, { 'Retry-After': String(seconds) });
}
