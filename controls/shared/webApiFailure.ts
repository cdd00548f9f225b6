import { UnreadableRowError } from '../../dataverse/unreadableRow';
import type { ReadFailure } from './readState';

/** Codes of Dataverse, as unsigned numbers. Source: Microsoft Learn, "Web service error codes", "Service protection API limits". */
const FORBIDDEN = [403, 0x80040220, 0x80048306];
const MISSING = [404, 0x80040217];
const THROTTLED = [429, 0x80072321, 0x80072322, 0x80072326];

/** How long to wait when the platform keeps Retry-After to itself. */
const DEFAULT_RETRY_SECONDS = 30;

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' ? { ...value } : {};
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

/** Retry-After in seconds or as a date of HTTP. */
function secondsUntil(retryAfter: unknown, now: number): number {
  const text = String(retryAfter);
  const seconds = [Number(text), (Date.parse(text) - now) / 1000].find((number) => !Number.isNaN(number));
  return Math.max(1, seconds ?? DEFAULT_RETRY_SECONDS);
}

/**
 * What a rejection of `context.webAPI` means. The platform does not promise what it rejects with: a plain object with
 * a signed or unsigned number, a text in hexadecimal, or the raw answer as JSON text; on a lost connection an Error.
 * @param connected whether the client believes that it has a network
 * @param now milliseconds since 1970
 */
export function readFailureOf(error: unknown, connected: boolean, now: number): ReadFailure {
  if (error instanceof UnreadableRowError) return { kind: 'failed', reference: error.message };
  const outer = fieldsOf(error);
  const raw = fieldsOf(parsed(outer.raw));
  const given: Fields = { ...fieldsOf(outer.headers), ...fieldsOf(raw.error), ...raw, ...outer };

  // JavaScript shows a 32 bit code as a negative number; >>> 0 makes it the unsigned one of the documentation.
  // Some clients give the status in place of the code.
  const code = Number(given.errorCode ?? given._errorCode ?? given.code) >>> 0;
  const status = Number(given.status ?? given.httpStatus ?? given._httpStatusCode);
  const is = (codes: readonly number[]): boolean => codes.includes(code) || codes.includes(status);

  if (is(THROTTLED)) {
    const seconds = secondsUntil(given.retryAfter ?? given._retryAfter ?? given['Retry-After'], now);
    return { kind: 'throttled', retryAt: now + seconds * 1000 };
  }
  if (is(FORBIDDEN)) return { kind: 'forbidden', by: 'role' };
  if (is(MISSING)) return { kind: 'notCoupled', missing: true };
  // A fetch that never reached the server rejects with a TypeError.
  if (!connected || status === 0 || error instanceof TypeError) return { kind: 'offline' };
  const activity = given.activityId ?? given._activityId ?? given.correlationId;
  const answered = code >= 600 ? `0x${code.toString(16).padStart(8, '0')}` : `HTTP ${code || status}`;
  const known = code || status ? answered : 'Web API';
  return { kind: 'failed', reference: typeof activity === 'string' && activity !== '' ? activity : known };
}
