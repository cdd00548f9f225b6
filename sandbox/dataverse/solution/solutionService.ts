import { randomUUID } from 'node:crypto';
import { applyCatalog, type Target } from './applyCatalog';
import { draftOf } from './draft';
import { dropComponents } from './dropComponents';
import { writeHistory } from './history';
import { failureReport, successReport } from './importResult';
import { writeEnded, writeStarted, writeWaiting, type ImportJob } from './jobRows';
import { activateKeys, reactivateKey, type KeyActivation } from './keyIndex';
import { planImport, type ImportPlan } from './planImport';
import { refreshPlatformRoles } from './platformRolePrivileges';
import { SolutionRefused } from './refusal';
import type { WriteStamp } from '../platform/componentRows';

/** One solution file to import, and who asks. */
export interface ImportRequest {
  readonly file: Uint8Array;
  readonly userId: string;
  /** Remove what an earlier managed version brought and this one does not (StageAndUpgradeAsync). */
  readonly upgrade: boolean;
  /** The action's name, e.g. `ImportSolutionAsync`. */
  readonly messageName: string;
  /** The client may choose the import job's id. */
  readonly importJobId?: string;
}

export interface SolutionServiceSettings extends Target {
  readonly organizationId: string;
  readonly clock: () => Date;
  /** Runs background work later; tests may hold it back. */
  readonly schedule: (work: () => void) => void;
  /** What becomes of new alternate keys; read at each import. */
  readonly keyActivation: () => KeyActivation;
}

/** Imports, upgrades and removes solutions: all or nothing. */
export interface SolutionService {
  /** Imports at once. @throws SolutionRefused when it is not possible; the job's row says so too. */
  importNow(request: ImportRequest): { readonly importJobId: string };
  /** Says why the file could not be imported now, without importing it; undefined when it could (StageSolution). */
  validate(file: Uint8Array): SolutionRefused | undefined;
  /** Starts an import in the background: rows of asyncoperation and importjob tell how it goes. */
  startImport(request: ImportRequest): { readonly importJobId: string; readonly asyncOperationId: string };
  /** Removes a solution; a managed one with all its tables and their data. @throws SolutionRefused */
  uninstall(uniqueName: string, userId: string): void;
  /** Finishes the indexes of keys that wait; `fail` lets them end as Failed. */
  finishKeyIndexes(fail: boolean): void;
  /** Lets a failed key's index try again. */
  reactivateKey(table: string, key: string): void;
}

/** The solution service of one organization. */
export function createSolutionService(settings: SolutionServiceSettings): SolutionService {
  const { rows, catalog, clock } = settings;

  const stampFor = (userId: string): WriteStamp => ({
    userId,
    organizationId: settings.organizationId,
    now: clock().toISOString(),
  });

  const finishKeyIndexes = (fail: boolean): void => catalog.replace(activateKeys(catalog.current, rows, fail));

  const recordSuccess = (plan: ImportPlan, job: ImportJob, startedOn: Date): void => {
    const id = plan.next.solutions.get(plan.manifest.uniqueName)?.id ?? null;
    const endedOn = clock();
    const data = successReport(plan, startedOn, endedOn);
    writeEnded(rows, job, endedOn, { solutionName: plan.manifest.uniqueName, solutionId: id, data, refusal: undefined });
    const solution = { ...plan.manifest, id };
    writeHistory(rows, { solution, publisher: plan.manifest.publisher, kind: plan.kind, startedOn, endedOn, failure: undefined });
  };

  const recordFailure = (refusal: SolutionRefused, job: ImportJob, startedOn: Date): void => {
    const endedOn = clock();
    const data = failureReport('', refusal, startedOn, endedOn);
    writeEnded(rows, job, endedOn, { solutionName: '', solutionId: null, data, refusal });
    const solution = { uniqueName: '', names: new Map<number, string>(), version: '', isManaged: false, id: null };
    writeHistory(rows, { solution, publisher: undefined, kind: 'new', startedOn, endedOn, failure: refusal });
  };

  const run = (request: ImportRequest, job: ImportJob): SolutionRefused | undefined => {
    const startedOn = clock();
    writeStarted(rows, job, startedOn);
    try {
      const plan = planImport(request.file, catalog.current, request.upgrade);
      applyCatalog(settings, plan.next, plan.dropped, stampFor(request.userId));
      const activation = settings.keyActivation();
      if (activation !== 'delayed') finishKeyIndexes(activation === 'failed');
      recordSuccess(plan, job, startedOn);
      return undefined;
    } catch (error) {
      const refusal =
        error instanceof SolutionRefused
          ? error
          : new SolutionRefused('generic', `The import failed: ${error instanceof Error ? error.message : String(error)}.`);
      recordFailure(refusal, job, startedOn);
      return refusal;
    }
  };

  const jobFor = (request: ImportRequest): ImportJob => ({
    importJobId: request.importJobId ?? randomUUID(),
    asyncOperationId: randomUUID(),
    userId: request.userId,
    businessUnitId: settings.rootBusinessUnitId,
    messageName: request.messageName,
  });

  return {
    importNow(request) {
      const job = jobFor(request);
      writeWaiting(rows, job, clock());
      const refusal = run(request, job);
      if (refusal) throw refusal;
      return { importJobId: job.importJobId };
    },
    validate(file) {
      try {
        planImport(file, catalog.current, false);
        return undefined;
      } catch (error) {
        if (error instanceof SolutionRefused) return error;
        throw error;
      }
    },
    startImport(request) {
      const job = jobFor(request);
      writeWaiting(rows, job, clock());
      settings.schedule(() => {
        run(request, job);
      });
      return { importJobId: job.importJobId, asyncOperationId: job.asyncOperationId };
    },
    uninstall(uniqueName, userId) {
      const solution = catalog.current.solutions.get(uniqueName);
      if (!solution) throw new SolutionRefused('solution', `The solution ${uniqueName} is not installed.`);
      const startedOn = clock();
      const draft = draftOf(catalog.current);
      draft.solutions.delete(uniqueName);
      // Removing an unmanaged solution removes the container only.
      const dropped = solution.isManaged
        ? dropComponents(draft, (_type, _key, owner) => owner === uniqueName)
        : { tables: [], columns: [] };
      refreshPlatformRoles(draft);
      applyCatalog(settings, draft, dropped, stampFor(userId));
      const publisher = catalog.current.publishers.get(solution.publisher);
      writeHistory(rows, { solution, publisher, kind: 'delete', startedOn, endedOn: clock(), failure: undefined });
    },
    finishKeyIndexes,
    reactivateKey(table, key) {
      catalog.replace(reactivateKey(catalog.current, table, key));
      if (settings.keyActivation() === 'immediate') finishKeyIndexes(false);
    },
  };
}
