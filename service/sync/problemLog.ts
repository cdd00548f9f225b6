import type { ServiceError } from '../http/serviceError';
import type { RefusedRecord } from './ports';
import type { SyncProblem } from './result';
import { analyticsSources, isMissing, type SourceName } from './sources';
import type { RowFailure } from './snapshotStore';

/** The id under which a problem of a whole source is kept. */
export const WHOLE_SOURCE = '00000000-0000-0000-0000-000000000000';

/** More rows than that would be no list that anyone reads; the run still counts them all. */
export const MOST_KEPT_PROBLEMS = 1000;

export interface RaisedProblem extends SyncProblem {
  readonly correlationId: string | null;
}

const UNREADABLE = 'unreadable';
const NEXT_STEP_PERMISSION =
  'In Business Central, open "Microsoft Entra Applications", give the application a permission set that reads this, and synchronize again.';
const NEXT_STEP_ANALYTICS_PERMISSION =
  'In Business Central, open "Microsoft Entra Applications", give the application the permission set "PowerBi Report Basic", and synchronize again. Until then only the total of each item is known.';
const NEXT_STEP_ANALYTICS_MISSING =
  'Update Business Central to a version with the API "microsoft/analytics/v1.0" (Power BI reports), and synchronize again. Until then only the total of each item is known.';
const NEXT_STEP_LATER = 'Nothing to do at once: it is read again in the next run. If it stays, run "bci doctor".';
const NEXT_STEP_MISSING = 'Update Business Central, or ignore this if the figures are not needed.';
const NEXT_STEP_REASON = 'Do what the reason says, and synchronize again.';
const NEXT_STEP_RECORD = 'Correct the record in Business Central; it is tried again in every run.';
const NEXT_STEP_ROW =
  'Correct what the reason names, in Business Central or in the table; the row is tried again in every run.';

function nextStepOf(source: SourceName, error: ServiceError): string {
  const isAnalytics = analyticsSources.some((one) => one === source);
  if (error.kind === 'permission') return isAnalytics ? NEXT_STEP_ANALYTICS_PERMISSION : NEXT_STEP_PERMISSION;
  if (error.kind !== 'refused') return NEXT_STEP_LATER;
  if (isMissing(error)) return isAnalytics ? NEXT_STEP_ANALYTICS_MISSING : NEXT_STEP_MISSING;
  return NEXT_STEP_REASON;
}

/** What could not be synchronized in this run, each thing once. */
export class ProblemLog {
  private readonly raised = new Map<string, RaisedProblem>();
  private overflow = 0;

  /** Everything that was found, also what is not kept. */
  get count(): number {
    return this.raised.size + this.overflow;
  }

  get kept(): readonly RaisedProblem[] {
    return [...this.raised.values()];
  }

  /** A source that could not be read. */
  source(source: SourceName, error: ServiceError): void {
    this.raise({
      source,
      systemId: WHOLE_SOURCE,
      recordNumber: null,
      code: error.code ?? error.kind,
      reason: error.message,
      nextStep: nextStepOf(source, error),
      correlationId: error.correlationId ?? null,
    });
  }

  /** A record that Business Central sent in a form that cannot be read. */
  refused(source: SourceName, record: RefusedRecord): void {
    this.raise({
      source,
      systemId: record.systemId ?? WHOLE_SOURCE,
      recordNumber: record.number,
      code: UNREADABLE,
      reason: record.reason,
      nextStep: NEXT_STEP_RECORD,
      correlationId: null,
    });
  }

  /** Records of a source that are there but cannot be read: nothing may be concluded from their absence. */
  refusedOf(source: SourceName): readonly RaisedProblem[] {
    return this.kept.filter((one) => one.source === source && one.code === UNREADABLE && one.systemId !== WHOLE_SOURCE);
  }

  /** A row that Dataverse does not take. */
  row(source: SourceName, systemId: string, recordNumber: string | null, failure: Omit<RowFailure, 'index'>): void {
    this.raise({
      source,
      systemId,
      recordNumber,
      code: failure.code,
      reason: failure.message,
      nextStep: NEXT_STEP_ROW,
      correlationId: failure.correlationId,
    });
  }

  private raise(problem: RaisedProblem): void {
    const key = `${problem.source} ${problem.systemId}`;
    if (this.raised.size < MOST_KEPT_PROBLEMS || this.raised.has(key)) this.raised.set(key, problem);
    else this.overflow += 1;
  }
}
