import type { Timing } from '../http/timing';
import type { Logger } from '../logging/logger';
import type { SyncProgress } from '../sync/result';
import type { OutputOptions, Terminal } from './terminal';

const REWRITE_EVERY_MS = 100;
const LINE_EVERY_MS = 10_000;

export interface ProgressDisplay {
  show(progress: SyncProgress): void;
  /** Removes the line, so that the report stands alone. */
  end(): void;
}

const nothing: ProgressDisplay = { show: () => undefined, end: () => undefined };

function rowsPerSecond(rows: number, since: number, now: number): number {
  return Math.round((rows * 1000) / Math.max(1, now - since));
}

/** On a terminal a line that is rewritten, else a log line every ten seconds; nothing with `--json` or `--quiet`. */
export function createProgress(
  terminal: Terminal,
  { json, quiet, verbose }: OutputOptions,
  logger: Logger,
  timing: Timing,
): ProgressDisplay {
  if (json || quiet) return nothing;
  const began = timing.now();
  const rewrites = terminal.canRewriteLine && !verbose;
  let last = rewrites ? 0 : began;
  return {
    show(progress) {
      const now = timing.now();
      if (now - last < (rewrites ? REWRITE_EVERY_MS : LINE_EVERY_MS)) return;
      last = now;
      const rate = rowsPerSecond(progress.rowsRead, began, now);
      if (rewrites) terminal.writeNote(`\r\u001b[2K${lineOf(progress, rate)}`);
      else if (terminal.isInteractive) terminal.writeNote(`${lineOf(progress, rate)}\n`);
      else logger.info('progress', { ...progress, rowsPerSecond: rate });
    },
    end() {
      if (rewrites) terminal.writeNote('\r\u001b[2K');
    },
  };
}

function lineOf({ step, rowsRead, rowsWritten, requestCount }: SyncProgress, rate: number): string {
  const number = new Intl.NumberFormat('en');
  const parts = [
    step,
    `${number.format(rowsRead)} ${rowsRead === 1 ? 'row' : 'rows'} read`,
    `${number.format(rowsWritten)} written`,
    `${number.format(requestCount)} ${requestCount === 1 ? 'request' : 'requests'}`,
    `${number.format(rate)} rows/s`,
  ];
  return parts.join(' · ');
}
