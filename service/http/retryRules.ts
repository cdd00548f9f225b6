import type { ServiceError } from './serviceError';
import type { Timing } from './timing';

/** Longer waits end the run: it continues later (exit code 75) instead of holding the process. */
export const LONGEST_WAIT_MS = 5 * 60_000;

const THROTTLED_TRIES = 6;
const TRANSIENT_TRIES = 5;
const MALFORMED_TRIES = 2;
const FIRST_THROTTLED_WAIT_MS = 1000;
const FIRST_TRANSIENT_WAIT_MS = 250;
const LONGEST_OWN_WAIT_MS = 60_000;

/** How an attempt ended, and what that allows. */
export interface AttemptFailure {
  readonly error: ServiceError;
  /** The other side surely did nothing with the request, so that any request may be sent again. */
  readonly untouched: boolean;
  /** The answer was cut or garbled on the way: worth one more look, not five. */
  readonly malformed?: boolean;
}

function triesFor(failure: AttemptFailure): number {
  if (failure.malformed === true) return MALFORMED_TRIES;
  if (failure.error.kind === 'throttled') return THROTTLED_TRIES;
  return failure.error.kind === 'transient' ? TRANSIENT_TRIES : 1;
}

/**
 * Milliseconds until the next attempt, `undefined` to give up.
 * The other side's own wish comes first. Without one: after 429 at least 1 s, doubling, up to 60 s
 * (Business Central promises no `Retry-After` with 429), each with up to half of it added by chance so that callers
 * do not come back together.
 * @param tried attempts so far, at least 1
 */
export function waitBeforeNextTry(
  failure: AttemptFailure,
  tried: number,
  repeatable: boolean,
  timing: Timing,
): number | undefined {
  if (tried >= triesFor(failure) || (!repeatable && !failure.untouched)) return undefined;
  const asked = failure.error.retryAfterMs;
  if (asked !== undefined) return asked > LONGEST_WAIT_MS ? undefined : asked;
  const first = failure.error.kind === 'throttled' ? FIRST_THROTTLED_WAIT_MS : FIRST_TRANSIENT_WAIT_MS;
  const doubled = first * 2 ** (tried - 1);
  return Math.min(LONGEST_OWN_WAIT_MS, doubled * (1 + timing.random() / 2));
}
