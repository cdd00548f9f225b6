import * as problem from '../../dataverse/generated/bciSyncProblem';
import type { ProblemSnapshot } from '../sync/snapshotStore';
import { cutText, instantOf } from './columnText';
import type { TableDescription } from './tableDescription';

const NEVER = '1970-01-01T00:00:00Z';

function nameOf(row: ProblemSnapshot): string {
  return cutText(row.recordNumber === null ? row.source : `${row.source} ${row.recordNumber}`, problem.nameMaxLength);
}

export const problemTable: TableDescription<ProblemSnapshot> = {
  entitySetName: problem.entitySetName,
  logicalName: problem.logicalName,
  primaryKey: problem.primaryKey,
  columns: [
    problem.source,
    problem.systemId,
    problem.recordNumber,
    problem.code,
    problem.reason,
    problem.nextStep,
    problem.firstSeenOn,
    problem.lastSeenOn,
    problem.occurrences,
    problem.correlationId,
  ],
  connectionIdValue: problem.connectionIdValue,
  customerIdFilter: null,
  keyOf: (row) => ({ [problem.source]: row.source, [problem.systemId]: row.systemId }),
  read: (row) => ({
    source: row.text(problem.source) ?? '',
    systemId: row.text(problem.systemId) ?? '',
    recordNumber: row.text(problem.recordNumber),
    code: row.text(problem.code) ?? '',
    reason: row.text(problem.reason) ?? '',
    nextStep: row.text(problem.nextStep) ?? '',
    firstSeenOn: instantOf(row, problem.firstSeenOn) ?? NEVER,
    lastSeenOn: instantOf(row, problem.lastSeenOn) ?? NEVER,
    occurrences: row.number(problem.occurrences) ?? 0,
    correlationId: row.text(problem.correlationId),
  }),
  write: (row) => ({
    [problem.name]: nameOf(row),
    [problem.recordNumber]: row.recordNumber === null ? null : cutText(row.recordNumber, problem.recordNumberMaxLength),
    [problem.code]: cutText(row.code, problem.codeMaxLength),
    [problem.reason]: cutText(row.reason, problem.reasonMaxLength),
    [problem.nextStep]: cutText(row.nextStep, problem.nextStepMaxLength),
    [problem.firstSeenOn]: row.firstSeenOn,
    [problem.lastSeenOn]: row.lastSeenOn,
    [problem.occurrences]: row.occurrences,
    [problem.correlationId]:
      row.correlationId === null ? null : cutText(row.correlationId, problem.correlationIdMaxLength),
  }),
};
