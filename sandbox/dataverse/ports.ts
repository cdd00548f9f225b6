import { predefinedQuery } from './fetchxml/run';
import { assignNamedRoles, organizationId, rootBusinessUnitId } from './platform/organizationRows';
import { sandboxUsers } from './platform/sandboxUsers';
import { createSolutionService } from './solution/solutionService';
import { userId } from './platform/organizationRows';
import { readMetadata } from './webapi/definitions';
import { functions, runOperation, userFunctions } from './webapi/operations';
import { parameterValues } from './webapi/parameters';
import { deleteSolution, solutionActions } from './webapi/solutionActions';
import { notCovered } from './records/dataverseError';
import type { Organization } from './records/session';
import type { KeyActivation } from './solution/keyIndex';
import type { SolutionService } from './solution/solutionService';
import type { RouterPorts } from './webapi/router';

/** What the Web API does besides rows, for one organization. */
export interface Ports {
  readonly router: RouterPorts;
  readonly solutions: SolutionService;
  /** Imports a solution as the first administrator. Throws SolutionRefused. */
  readonly importSolution: (bytes: Uint8Array) => void;
}

/** Settings that tests change while the server runs. */
export interface PortSettings {
  readonly keyActivation: () => KeyActivation;
}

/** Builds the parts of the Web API that are not rows: operations, queries by FetchXML, solutions. */
export function routerPorts(organization: Organization, settings: PortSettings): Ports {
  const { store, catalog, clock } = organization;
  const giveRoles = (): void => assignNamedRoles(store, catalog.current, sandboxUsers);
  const solutions = createSolutionService({
    rows: store,
    catalog,
    clock,
    organizationId,
    rootBusinessUnitId,
    keyActivation: settings.keyActivation,
    schedule: (work) => {
      setImmediate(() => {
        work();
        giveRoles();
      });
    },
  });
  const operations = { ...functions, ...solutionActions(solutions, giveRoles) };
  return {
    solutions,
    importSolution: (file) => {
      solutions.importNow({
        file,
        userId: userId('admin@cronus.example'),
        upgrade: false,
        messageName: 'ImportSolution',
      });
      giveRoles();
    },
    router: {
      operation: (context, request, segments) =>
        readMetadata(context, request, segments) ?? runOperation(operations, context, request, segments),
      boundOperation: (context, request, { table, id }, segment) => {
        const name = segment.name.replace(/^Microsoft\.Dynamics\.CRM\./, '');
        const run = Object.hasOwn(userFunctions, name) ? userFunctions[name] : undefined;
        if (run === undefined || table.logicalName !== 'systemuser') throw notCovered(`the operation ${segment.name}`);
        return run(context, new Map([...parameterValues(request, segment), ['$bound', id]]), request);
      },
      predefinedQuery,
      specialDelete: (context, table, id) =>
        table.logicalName === 'solution' ? deleteSolution(solutions, context, id) : undefined,
    },
  };
}
