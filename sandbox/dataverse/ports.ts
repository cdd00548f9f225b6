import { notCovered } from './records/dataverse-error';
import { functions, runOperation, userFunctions } from './webapi/operations';
import { parameterValues } from './webapi/parameters';
import type { Organization } from './records/session';
import type { RouterPorts } from './webapi/router';

/** What the Web API does besides rows, for one organization. */
export interface Ports {
  readonly router: RouterPorts;
  readonly importSolution: (bytes: Uint8Array) => void;
}

export function routerPorts(_organization: Organization): Ports {
  return {
    importSolution: () => {
      throw notCovered('import');
    },
    router: {
      operation: (context, request, segments) => runOperation(functions, context, request, segments),
      boundOperation: (context, request, { table, id }, segment) => {
        const name = segment.name.replace(/^Microsoft\.Dynamics\.CRM\./, '');
        const run =
          table.logicalName === 'systemuser' && Object.hasOwn(userFunctions, name) ? userFunctions[name] : undefined;
        if (run === undefined) throw notCovered(`the operation ${segment.name}`);
        return run(context, new Map([...parameterValues(request, segment), ['$bound', id]]), request);
      },
      predefinedQuery: () => undefined,
      specialDelete: () => undefined,
    },
  };
}
