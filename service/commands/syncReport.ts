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

function counted(count: number, one: string): string {
  return `${number.format(count)} ${one}${count === 1 ? '' : 's'}`;
}

function countsOf(result: SyncResult): string {
  return [
    `${counted(result.rowsRead, 'row')} read`,
    `${number.format(result.rowsWritten)} written`,
    `${number.format(result.rowsUnchanged)} unchanged`,
    `${number.format(result.rowsFailed)} failed`,
    counted(result.requestCount, 'request'),
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
  return [`  ${counted(result.problemCount, 'problem')}:`, ...lines, ...rest];
}

function companyLines({ company, result, error }: CompanyOutcome, dryRun: boolean): string[] {
  if (error !== null) return [`${company}: not synchronized.`, `  ${error.message}`];
  const seconds = Math.max(0, Date.parse(result.finishedOn) - Date.parse(result.startedOn)) / 1000;
  const withProblems = result.outcome === 'succeeded' ? '' : ' with problems';
  const what = dryRun
    ? `read${withProblems}, nothing written (dry run)`
    : `synchronized${withProblems} in ${number.format(seconds)} s`;
  return [`${company}: ${what}.`, `  ${countsOf(result)}`, ...(dryRun ? planOf(result) : []), ...problemsOf(result)];
}

function nextStep(outcomes: readonly CompanyOutcome[], dryRun: boolean): string {
  if (outcomes.length === 0) return 'Next: bci doctor checks everything.';
  if (exitCodeOfSync(outcomes) !== exitCodes.done) {
    return 'Next: remove the causes and run bci sync again; bci doctor checks everything.';
  }
  return dryRun ? 'Next: bci sync' : 'Next: bci serve keeps the figures fresh; bci doctor checks everything.';
}

/** What `bci sync` prints for a person. */
export function syncText(outcomes: readonly CompanyOutcome[], dryRun: boolean): string {
  const lines = outcomes.flatMap((outcome) => companyLines(outcome, dryRun));
  const none = outcomes.length === 0 ? ['No company to synchronize.'] : [];
  return `${[...lines, ...none, nextStep(outcomes, dryRun)].join('\n')}\n`;
}
