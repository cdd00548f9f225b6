import { randomUUID } from 'node:crypto';

import { badPayload, DataverseError, invalidArgument, notCovered } from '../records/dataverseError';
import { demand, demandPrivilege, tableNamed } from '../records/privileges';
import { SolutionRefused } from '../solution/refusal';
import { isGuid } from '../records/identifiers';
import { noContent, ok } from './messages';
import { typed } from './operations';
import { isRecord } from './rowInput';
import type { ApiContext } from './context';
import type { ApiResponse } from './messages';
import type { Operation } from './operations';
import type { SolutionService } from '../solution/solutionService';

type Parameters = ReadonlyMap<string, unknown>;

/** Actions that import, publish and remove solutions. Source: learn.microsoft.com, "Work with solutions". */
export function solutionActions(solutions: SolutionService, imported: () => void): Readonly<Record<string, Operation>> {
  const staged = new Map<string, Uint8Array>();
  const action = (run: Operation['run']): Operation => ({ method: 'POST', run });
  const importing = (name: string, upgrade: boolean, isAsync: boolean): Operation =>
    action((context, parameters) =>
      importSolution({ solutions, imported, staged }, context, parameters, name, upgrade, isAsync),
    );
  return {
    ImportSolution: importing('ImportSolution', false, false),
    ImportSolutionAsync: importing('ImportSolutionAsync', false, true),
    StageAndUpgrade: importing('StageAndUpgrade', true, false),
    StageAndUpgradeAsync: importing('StageAndUpgradeAsync', true, true),
    StageSolution: action((context, parameters) => stageSolution(staged, context, parameters)),
    DeleteAndPromote: action(() => {
      throw notCovered('holding solutions (DeleteAndPromote): use StageAndUpgrade');
    }),
    DeleteAndPromoteAsync: action(() => {
      throw notCovered('holding solutions (DeleteAndPromoteAsync): use StageAndUpgradeAsync');
    }),
    PublishAllXml: action(publish),
    PublishXml: action(publish),
    ReactivateEntityKey: action((context, parameters) => {
      demandPrivilege(context.session, 'prvImportCustomization');
      solutions.reactivateKey(textIn(parameters, 'EntityLogicalName'), textIn(parameters, 'EntityKeyLogicalName'));
      return noContent();
    }),
  };
}

/** Removes the solution whose row is deleted. */
export function deleteSolution(solutions: SolutionService, context: ApiContext, id: string): ApiResponse {
  const { session } = context;
  demand(session, 'Delete', tableNamed(session, 'solution'));
  const name = session.organization.store.row('solution', id)?.uniquename;
  refusing(() => solutions.uninstall(typeof name === 'string' ? name : '', session.caller.userId));
  return noContent();
}

interface Importer {
  readonly solutions: SolutionService;
  readonly imported: () => void;
  readonly staged: Map<string, Uint8Array>;
}

function importSolution(
  { solutions, imported, staged }: Importer,
  context: ApiContext,
  parameters: Parameters,
  messageName: string,
  upgrade: boolean,
  isAsync: boolean,
): ApiResponse {
  demandPrivilege(context.session, 'prvImportCustomization');
  const jobId = parameters.get('ImportJobId');
  const request = {
    file: stagedFile(staged, parameters) ?? fileIn(parameters),
    userId: context.session.caller.userId,
    upgrade,
    messageName,
    ...(typeof jobId === 'string' && isGuid(jobId) ? { importJobId: jobId.toLowerCase() } : {}),
  };
  if (isAsync) {
    const { importJobId, asyncOperationId } = solutions.startImport(request);
    return ok({
      ...typed(context, `${messageName}Response`),
      ImportJobKey: importJobId,
      AsyncOperationId: asyncOperationId,
    });
  }
  refusing(() => solutions.importNow(request));
  imported();
  return noContent();
}

function stageSolution(staged: Map<string, Uint8Array>, context: ApiContext, parameters: Parameters): ApiResponse {
  demandPrivilege(context.session, 'prvImportCustomization');
  const id = randomUUID();
  staged.set(id, fileIn(parameters));
  return ok({
    ...typed(context, 'StageSolutionResponse'),
    StageSolutionResults: {
      StageSolutionUploadId: id,
      StageSolutionStatus: 'Passed',
      SolutionValidationResults: [],
      MissingDependencies: [],
    },
  });
}

function publish(context: ApiContext): ApiResponse {
  demandPrivilege(context.session, 'prvPublishCustomization');
  // An import is in force at once here; there is nothing left to publish.
  return noContent();
}

function stagedFile(staged: ReadonlyMap<string, Uint8Array>, parameters: Parameters): Uint8Array | undefined {
  const given = parameters.get('SolutionParameters');
  const id = isRecord(given) ? given.StageSolutionUploadId : undefined;
  if (typeof id !== 'string') return undefined;
  const file = staged.get(id.toLowerCase());
  if (file === undefined) throw invalidArgument(`No solution was staged under ${id}.`);
  return file;
}

function fileIn(parameters: Parameters): Uint8Array {
  const text = parameters.get('CustomizationFile');
  if (typeof text !== 'string' || !/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text)) {
    throw badPayload(
      'CustomizationFile',
      'Microsoft.OData.ODataException: CustomizationFile must be a file in base64.',
    );
  }
  return Buffer.from(text, 'base64');
}

function textIn(parameters: Parameters, name: string): string {
  const value = parameters.get(name);
  if (typeof value !== 'string') throw invalidArgument(`The parameter ${name} is missing.`);
  return value;
}

/** A refused solution is answered 400 with its code and reason. */
function refusing(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof SolutionRefused) throw new DataverseError(400, error.code, error.message);
    throw error;
  }
}
