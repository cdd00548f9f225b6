import type { ServiceErrorKind } from './serviceError';

/** What a log may know of one attempt to send a request. */
export interface AttemptReport {
  /** Name of the connection. */
  readonly api: string;
  readonly method: string;
  /** Entity set or function, without keys and filters. */
  readonly subject: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly status: number | undefined;
  readonly outcome: 'ok' | ServiceErrorKind;
  readonly durationMs: number;
  readonly correlationId: string | undefined;
  /** Milliseconds until the next attempt, when there is one. */
  readonly retryInMs: number | undefined;
}
