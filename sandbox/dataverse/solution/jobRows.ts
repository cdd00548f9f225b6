import type { SolutionRefused } from './refusal';
import type { PlatformRows, Row } from '../metadata/rows';

/** asyncoperation.statecode and statuscode (Microsoft's option values). */
const waiting = { statecode: 0, statuscode: 0 };
const inProgress = { statecode: 2, statuscode: 20 };
const succeeded = { statecode: 3, statuscode: 30 };
const failed = { statecode: 3, statuscode: 31 };
/** asyncoperation.operationtype "Execute Async Request". */
const executeAsyncRequest = 54;

/** Ids and actors of one background import. */
export interface ImportJob {
  readonly importJobId: string;
  readonly asyncOperationId: string;
  readonly userId: string;
  readonly businessUnitId: string;
  readonly messageName: string;
}

function user(id: string): Row[string] {
  return { table: 'systemuser', id };
}

/** The job as it is asked for: nothing has run. */
export function writeWaiting(rows: PlatformRows, job: ImportJob, now: Date): void {
  const stamp = { createdon: now.toISOString(), createdby: user(job.userId), modifiedon: now.toISOString(), modifiedby: user(job.userId) };
  rows.put('asyncoperation', job.asyncOperationId, {
    asyncoperationid: job.asyncOperationId,
    name: job.messageName,
    messagename: job.messageName,
    operationtype: executeAsyncRequest,
    ownerid: user(job.userId),
    owninguser: user(job.userId),
    owningbusinessunit: { table: 'businessunit', id: job.businessUnitId },
    ...waiting,
    ...stamp,
  });
}

/** The import has begun. */
export function writeStarted(rows: PlatformRows, job: ImportJob, now: Date): void {
  const started = now.toISOString();
  rows.put('asyncoperation', job.asyncOperationId, { ...inProgress, startedon: started, modifiedon: started });
  rows.put('importjob', job.importJobId, {
    importjobid: job.importJobId,
    name: job.messageName,
    progress: 0,
    startedon: started,
    completedon: null,
    createdon: started,
    createdby: user(job.userId),
    modifiedon: started,
    modifiedby: user(job.userId),
  });
}

/** The import has ended; `refusal` says why when it failed. */
export function writeEnded(
  rows: PlatformRows,
  job: ImportJob,
  now: Date,
  result: { readonly solutionName: string; readonly solutionId: string | null; readonly data: string; readonly refusal: SolutionRefused | undefined },
): void {
  const ended = now.toISOString();
  rows.put('importjob', job.importJobId, {
    progress: 100,
    completedon: ended,
    modifiedon: ended,
    solutionname: result.solutionName,
    solutionid: result.solutionId,
    data: result.data,
  });
  rows.put('asyncoperation', job.asyncOperationId, {
    ...(result.refusal ? failed : succeeded),
    completedon: ended,
    modifiedon: ended,
    errorcode: result.refusal?.errorCode ?? 0,
    message: result.refusal?.message ?? null,
    friendlymessage: result.refusal?.message ?? null,
  });
}
