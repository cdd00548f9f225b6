import type { CompanyOutcome } from '../sync/synchronizeEnvironment';
import type { SyncResult } from '../sync/result';
import { exitCodeOf, exitCodes, type ExitCode } from './exitCodes';

/** How a synchronization ends: with the error of the companies when they all failed with the same, else in part. */
export function exitCodeOfSync(outcomes: readonly CompanyOutcome[]): ExitCode {
  const codes = outcomes.map(({ result, error }): ExitCode => {
    if (error !== null) return exitCodeOf(error);
    return result.outcome === 'succeeded' ? exitCodes.done : exitCodes.someRowsFailed;
  });
  const distinct = new Set(codes);
  const [only] = distinct;
  if (only === undefined) return exitCodes.done;
  return distinct.size === 1 ? only : exitCodes.someRowsFailed;
}

/** The one object of `bci sync --json`. */
export function syncJson(outcomes: readonly CompanyOutcome[], dryRun: boolean, exitCode: ExitCode): object {
  return { command: 'sync', exitCode, dryRun, companies: outcomes };
}

const number = new Intl.NumberFormat('en');

function countsOf(result: SyncResult): string {
  return [
    `${number.format(result.rowsRead)} rows read`,
    `${number.format(result.rowsWritten)} written`,
    `${number.format(result.rowsUnchanged)} unchanged`,
    `${number.format(result.rowsFailed)} failed`,
    `${number.format(result.requestCount)} requests`,
  ].join(' · ');
}

function planOf(result: SyncResult): string[] {
  return result.writes.map(({ table, create, update, deactivate, remove }) => {
    const parts = [
      [create, 'to create'],
      [update, 'to update'],
      [deactivate, 'to deactivate'],
      [remove, 'to remove'],
    ] as const;
    const shown = parts.filter(([count]) => count > 0).map(([count, what]) => `${number.format(count)} ${what}`);
    return `  ${table}: ${shown.length === 0 ? 'nothing to write' : shown.join(', ')}`;
  });
}

function problemsOf(result: SyncResult): string[] {
  if (result.problemCount === 0) return [];
  const lines = result.problems.map(
    ({ source, recordNumber, reason, nextStep }) =>
      `  - ${source}${recordNumber === null ? '' : ` ${recordNumber}`}: ${reason} ${nextStep}`,
  );
  const more = result.problemCount - result.problems.length;
  const rest = more > 0 ? [`  … and ${number.format(more)} more, listed in Sales under Synchronization Problems.`] : [];
  return [`  ${number.format(result.problemCount)} problems:`, ...lines, ...rest];
}

function companyLines({ company, result, error }: CompanyOutcome, dryRun: boolean): string[] {
  if (error !== null) return [`${company}: not synchronized.`, `  ${error.message}`];
  const seconds = Math.max(0, Date.parse(result.finishedOn) - Date.parse(result.startedOn)) / 1000;
  const what = dryRun ? 'read, nothing written (dry run)' : `synchronized in ${number.format(seconds)} s`;
  return [`${company}: ${what}.`, `  ${countsOf(result)}`, ...(dryRun ? planOf(result) : []), ...problemsOf(result)];
}

/** What `bci sync` prints for a person. */
export function syncText(outcomes: readonly CompanyOutcome[], dryRun: boolean): string {
  const lines = outcomes.flatMap((outcome) => companyLines(outcome, dryRun));
  const next = dryRun ? 'Next: bci sync' : 'Next: bci serve keeps the figures fresh; bci doctor checks everything.';
  return `${[...lines, ...(lines.length === 0 ? ['No company to synchronize.'] : []), next].join('\n')}\n`;
}
