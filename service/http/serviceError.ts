/**
 * What went wrong, by what can be done about it:
 * `config` a setting is wrong; `signIn` no valid token; `permission` the account may not; `throttled` come back later;
 * `transient` may work when tried again; `refused` the other side says no to this request;
 * `protocol` the answer is not the expected one; `cancelled` we stopped it ourselves.
 */
export type ServiceErrorKind =
  'config' | 'signIn' | 'permission' | 'throttled' | 'transient' | 'refused' | 'protocol' | 'cancelled';

export interface ServiceErrorDetails {
  readonly kind: ServiceErrorKind;
  /** What happened, why, and what to do. Never holds a token, a header or a body. */
  readonly message: string;
  /** HTTP status, when there was an answer. */
  readonly status?: number | undefined;
  /** The other side's own code, e.g. `Application_DialogException` or `0x80040220`. */
  readonly code?: string | undefined;
  /** To be quoted to Microsoft's support. */
  readonly correlationId?: string | undefined;
  /** How long the other side asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/**
 * The only error that leaves an adapter. It never carries the failed request, its configuration, headers or a cause:
 * those hold the bearer token, and every log of an error would print it.
 */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly kind: ServiceErrorKind;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly correlationId: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(details: ServiceErrorDetails) {
    super(details.message);
    this.kind = details.kind;
    this.status = details.status;
    this.code = details.code;
    this.correlationId = details.correlationId;
    this.retryAfterMs = details.retryAfterMs;
  }

  /** What logs and `--json` show of an error. */
  toJSON(): ServiceErrorDetails {
    return {
      kind: this.kind,
      message: this.message,
      status: this.status,
      code: this.code,
      correlationId: this.correlationId,
      retryAfterMs: this.retryAfterMs,
    };
  }
}

/** True when `error` is ours and of one of `kinds`. */
export function isServiceError(error: unknown, ...kinds: readonly ServiceErrorKind[]): error is ServiceError {
  return error instanceof ServiceError && (kinds.length === 0 || kinds.includes(error.kind));
}
