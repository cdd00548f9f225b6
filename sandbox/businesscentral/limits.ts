import { ConcurrencyLimiter, SlidingWindowLimiter } from '../http/limits';
import type { Clock } from '../http/limits';
import { ApiError } from './api/apiError';

/** Limits per user. Source: operational limits online. */
export interface BusinessCentralLimits {
  readonly requests: number;
  readonly windowMilliseconds: number;
  readonly running: number;
  readonly queued: number;
  readonly queueMilliseconds: number;
}

export const ONLINE_LIMITS: BusinessCentralLimits = {
  requests: 6_000,
  windowMilliseconds: 300_000,
  running: 5,
  queued: 95,
  queueMilliseconds: 480_000,
};

/** Admits requests user by user, as the online service does; refusals carry no Retry-After. */
export class RequestLimits {
  private limits: BusinessCentralLimits;
  private readonly window: SlidingWindowLimiter;
  private readonly concurrency: ConcurrencyLimiter;

  constructor(limits: Partial<BusinessCentralLimits>, clock: Clock) {
    this.limits = { ...ONLINE_LIMITS, ...limits };
    const { requests, windowMilliseconds } = this.limits;
    this.window = new SlidingWindowLimiter({ amount: requests, windowMilliseconds }, clock);
    this.concurrency = new ConcurrencyLimiter(this.limits);
  }

  adjust(limits: Partial<BusinessCentralLimits>): BusinessCentralLimits {
    this.limits = { ...this.limits, ...limits };
    const { requests, windowMilliseconds } = this.limits;
    this.window.adjust({ amount: requests, windowMilliseconds });
    this.concurrency.adjust(this.limits);
    return this.limits;
  }

  /** Waits for a turn and returns how to end it. Throws ApiError: 429, or 503 after waiting too long. */
  async enter(user: string): Promise<() => void> {
    if (!this.window.take(user).admitted) {
      throw tooMany(this.limits.requests);
    }
    const entry = await this.concurrency.enter(user);
    if (entry.admitted) {
      return entry.leave;
    }
    throw entry.reason === 'full'
      ? tooMany(this.limits.running + this.limits.queued)
      : new ApiError(503, 'Internal_ServerError', 'The service is temporarily unavailable.', { 'retry-after': '60' });
  }
}

function tooMany(most: number): ApiError {
  return new ApiError(
    429,
    'Application_TooManyRequests',
    `Too many requests reached. Actual (${most + 1}). Maximum (${most}).`,
  );
}
