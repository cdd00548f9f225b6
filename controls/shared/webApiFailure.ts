import { UnreadableRowError } from '../../dataverse/unreadableRow';
import type { ReadFailure } from './readState';

/** Codes of Dataverse, as unsigned numbers. Source: Microsoft Learn, "Web service error codes", "Service protection API limits". */
const FORBIDDEN_CODES = [0x80040220, 0x80048306];
const MISSING_CODES = [0x80040217];
const THROTTLED_CODES = [0x80072321, 0x80072322, 0x80072326];

/** How long to wait when the platform keeps Retry-After to itself. */
const DEFAULT_RETRY_SECONDS = 30;

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

function first(sources: readonly Fields[], names: readonly string[]): unknown {
  for (const source of sources) {
    for (const name of names) if (source[name] !== undefined && source[name] !== null) return source[name];
  }
  return undefined;
}

function hex(code: number): string {
  return `0x${code.toString(16).padStart(8, '0')}`;
}

function secondsUntil(retryAfter: unknown, now: number): number {
  const seconds = Number(retryAfter ?? Number.NaN);
  if (Number.isFinite(seconds)) return Math.max(1, seconds);
  const instant = typeof retryAfter === 'string' ? Date.parse(retryAfter) : Number.NaN;
  return Number.isNaN(instant) ? DEFAULT_RETRY_SECONDS : Math.max(1, (instant - now) / 1000);
}

/**
 * What a rejection of `context.webAPI` means. The platform does not promise what it rejects with: a plain object with
 * a signed or unsigned number, a text in hexadecimal, or the raw answer as JSON text; on a lost connection an Error.
 * @param connected whether the client believes that it has a network
 * @param now milliseconds since 1970
 */
export function readFailureOf(error: unknown, connected: boolean, now: number): ReadFailure {
  if (error instanceof UnreadableRowError)
    return { kind: 'failed', reference: `${error.table} ${error.column}`.trim() };
  const fields = fieldsOf(error);
  const raw = fieldsOf(parsed(fields.raw));
  const sources = [fields, raw, fieldsOf(raw.error), fieldsOf(fields.headers)];
  const given = Number(first(sources, ['errorCode', 'code', '_errorCode']) ?? 0);
  const isStatus = given >= 100 && given < 600;
  const status = Number(
    first(sources, ['httpStatusCode', 'status', '_httpStatusCode']) ?? (isStatus ? given : Number.NaN),
  );
  // JavaScript shows a 32 bit code as a negative number; >>> 0 makes it the unsigned one of the documentation.
  const code = isStatus || Number.isNaN(given) ? 0 : given >>> 0;

  if (status === 429 || THROTTLED_CODES.includes(code)) {
    const retryAfter = first(sources, ['retryAfter', '_retryAfter', 'Retry-After', 'retry-after']);
    return { kind: 'throttled', retryAt: now + secondsUntil(retryAfter, now) * 1000 };
  }
  if (FORBIDDEN_CODES.includes(code) || status === 403) return { kind: 'forbidden', by: 'role' };
  if (MISSING_CODES.includes(code) || status === 404) return { kind: 'notCoupled', missing: true };
  // A fetch that never reached the server rejects with a TypeError.
  if (!connected || status === 0 || error instanceof TypeError) return { kind: 'offline' };
  const activity = first(sources, ['activityId', '_activityId', 'correlationId', 'x-ms-service-request-id']);
  if (typeof activity === 'string' && activity !== '') return { kind: 'failed', reference: activity };
  if (code !== 0) return { kind: 'failed', reference: hex(code) };
  return { kind: 'failed', reference: Number.isNaN(status) ? 'Web API' : `HTTP ${status}` };
}
