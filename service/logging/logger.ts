import pino, { type Logger as Pino } from 'pino';
import type { LogLevel } from '../configuration/configuration';
import { ServiceError } from '../http/serviceError';

/**
 * Everything a log line may hold: facts of the work, never of customers. A field that is not here is dropped: tokens,
 * names, numbers and amounts stay out by being left out, because no list of what to hide is ever complete.
 */
const allowedFields: ReadonlySet<string> = new Set([
  'api',
  'attempt',
  'code',
  'company',
  'connectionId',
  'correlationId',
  'count',
  'drained',
  'durationMs',
  'errorName',
  'exitCode',
  'frames',
  'kind',
  'method',
  'outcome',
  'port',
  'problemCount',
  'requestCount',
  'requestId',
  'requests',
  'retryAfterMs',
  'retryInMs',
  'rowsFailed',
  'rowsPerSecond',
  'rowsRead',
  'rowsUnchanged',
  'rowsWritten',
  'runId',
  'scheduleMinutes',
  'signal',
  'state',
  'status',
  'step',
  'subject',
  'trigger',
  'version',
]);

export type LogFields = Readonly<Record<string, unknown>>;

const LONGEST_TEXT = 2000;

export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** An error by its kind, code and correlation id; of a foreign one only its type and its places in the code. */
  failure(event: string, error: unknown, fields?: LogFields): void;
}

/** Texts and numbers of the allowed names. */
function allowed(fields: LogFields): LogFields {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!allowedFields.has(name)) continue;
    if (typeof value === 'string') kept[name] = value.slice(0, LONGEST_TEXT);
    else if (typeof value === 'number' || typeof value === 'boolean') kept[name] = value;
  }
  return kept;
}

/** A line of a stack that names a place in a file. */
const FRAME = /^\s+at (?:[^()\s][^()]*\()?(?:file:\/\/|node:|\/|[A-Za-z]:\\)[^()]*:\d+:\d+\)?$/;

/** The lines of a stack that name places: before them it repeats the message, which can hold anything. */
export function framesOf(error: unknown): string {
  if (!(error instanceof Error) || error.stack === undefined) return '';
  const messageAt = error.stack.indexOf(error.message);
  const places = messageAt < 0 ? error.stack : error.stack.slice(messageAt + error.message.length);
  return places
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, 10)
    .map((line) => line.trim())
    .join('\n');
}

export function describeError(error: unknown): LogFields {
  if (error instanceof ServiceError) {
    const { kind, status, code, correlationId, retryAfterMs } = error;
    return { kind, status, code, correlationId, retryAfterMs };
  }
  return { errorName: error instanceof Error ? error.constructor.name : typeof error, frames: framesOf(error) };
}

class PinoLogger implements Logger {
  constructor(private readonly pino: Pino) {}

  debug(event: string, fields: LogFields = {}): void {
    this.pino.debug(allowed(fields), event);
  }

  info(event: string, fields: LogFields = {}): void {
    this.pino.info(allowed(fields), event);
  }

  warn(event: string, fields: LogFields = {}): void {
    this.pino.warn(allowed(fields), event);
  }

  error(event: string, fields: LogFields = {}): void {
    this.pino.error(allowed(fields), event);
  }

  failure(event: string, error: unknown, fields: LogFields = {}): void {
    this.error(event, { ...fields, ...describeError(error) });
  }
}

/**
 * JSON lines with UTC time.
 * @param write takes one line with its line break
 */
export function createLogger(level: LogLevel, write: (line: string) => void): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    messageKey: 'event',
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return new PinoLogger(pino(options, { write }));
}

/** Keeps everything to itself. */
export const silentLogger: Logger = createLogger('silent', () => undefined);
