import pino, { type Logger as Pino } from 'pino';
import type { LogLevel } from '../configuration/configuration';
import { ServiceError } from '../http/serviceError';

/**
 * Everything a log line may hold. A field that is not here cannot be logged: tokens, names, numbers and amounts of
 * customers stay out by being left out, because no list of what to hide is ever complete.
 */
export interface LogFields {
  /** Name of a connection of the request gate. */
  readonly api?: string;
  readonly method?: string;
  /** Entity set or function, without keys and filters. */
  readonly subject?: string;
  readonly attempt?: number;
  readonly status?: number | undefined;
  readonly outcome?: string;
  readonly durationMs?: number;
  readonly retryInMs?: number | undefined;
  readonly retryAfterMs?: number | undefined;
  /** Id of the other side, for support. */
  readonly correlationId?: string | null | undefined;
  /** Business Central company's name: the tenant's own, no customer's. */
  readonly company?: string;
  readonly connectionId?: string | null;
  readonly runId?: string | null;
  readonly requestId?: string;
  readonly trigger?: string;
  readonly step?: string;
  readonly rowsRead?: number;
  readonly rowsWritten?: number;
  readonly rowsUnchanged?: number;
  readonly rowsFailed?: number;
  readonly requestCount?: number;
  readonly rowsPerSecond?: number;
  readonly problemCount?: number;
  readonly kind?: string;
  readonly code?: string | undefined;
  readonly errorName?: string;
  /** Places in the code, without the error's text. */
  readonly frames?: string;
  readonly signal?: string;
  readonly port?: number;
  readonly exitCode?: number;
  readonly waiting?: number;
  readonly version?: string;
}

const fieldNames: Readonly<Record<keyof LogFields, true>> = {
  api: true,
  method: true,
  subject: true,
  attempt: true,
  status: true,
  outcome: true,
  durationMs: true,
  retryInMs: true,
  retryAfterMs: true,
  correlationId: true,
  company: true,
  connectionId: true,
  runId: true,
  requestId: true,
  trigger: true,
  step: true,
  rowsRead: true,
  rowsWritten: true,
  rowsUnchanged: true,
  rowsFailed: true,
  requestCount: true,
  rowsPerSecond: true,
  problemCount: true,
  kind: true,
  code: true,
  errorName: true,
  frames: true,
  signal: true,
  port: true,
  exitCode: true,
  waiting: true,
  version: true,
};

const LONGEST_TEXT = 2000;

export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** An error by its kind, code and correlation id; of a foreign one only its type and its places in the code. */
  failure(event: string, error: unknown, fields?: LogFields): void;
}

/** Keeps what is allowed, also when a wider object was handed over. */
function allowed(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!Object.hasOwn(fieldNames, name)) continue;
    if (typeof value === 'string') kept[name] = value.slice(0, LONGEST_TEXT);
    else if (typeof value === 'number') kept[name] = value;
  }
  return kept;
}

/** The lines of a stack that name places: its first lines repeat the message, which can hold anything. */
export function framesOf(error: unknown): string {
  if (!(error instanceof Error) || error.stack === undefined) return '';
  return error.stack
    .split('\n')
    .filter((line) => /^\s+at .*[:(]/.test(line))
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
