import { badQuery, DataverseError, notCovered } from '../records/dataverseError';
import { demand, tableNamed } from '../records/privileges';
import { asReference } from '../records/rowOwner';
import { ok } from './messages';
import { parameterValues } from './parameters';
import type { ApiContext } from './context';
import type { ApiRequest, ApiResponse } from './messages';
import type { Answer } from './router';
import type { UserPrivilege } from '../security/access';
import type { ResourceSegment } from '../../odata/syntax';

/** A function or action of the organization. */
export interface Operation {
  readonly method: 'GET' | 'POST';
  readonly run: (context: ApiContext, parameters: ReadonlyMap<string, unknown>, request: ApiRequest) => Answer;
}

/** The version that the sandbox says it has. */
export const platformVersion = '9.2.25000.00000';

/** Functions that answer from what the sandbox holds. Actions that change the organization are added by the server. */
export const functions: Readonly<Record<string, Operation>> = {
  WhoAmI: { method: 'GET', run: whoAmI },
  RetrieveVersion: {
    method: 'GET',
    run: (context) => ok({ ...typed(context, 'RetrieveVersionResponse'), Version: platformVersion }),
  },
  RetrieveCurrentOrganization: { method: 'GET', run: currentOrganization },
  RetrieveTotalRecordCount: { method: 'GET', run: totalRecordCount },
};

/** Functions bound to a user. */
export const userFunctions: Readonly<Record<string, Operation['run']>> = {
  RetrieveUserPrivileges: (context, parameters) => privilegesOf(context, idIn(parameters)),
  RetrieveUserSetOfPrivilegesByNames: (context, parameters) =>
    privilegesByName(context, idIn(parameters), textsIn(parameters.get('PrivilegeNames'))),
  RetrieveUserPrivilegeByPrivilegeName: (context, parameters) =>
    privilegesByName(context, idIn(parameters), textsIn(parameters.get('PrivilegeName'))),
};

/** Operations of Dataverse that the sandbox knows by name only. */
const notEmulated = new Set(
  (
    'AddMembersTeam AddPrivilegesRole AddSolutionComponent BulkDelete CalculateRollupField CloneAsPatch CloneAsSolution ' +
    'CloseQuote ConvertQuoteToSalesOrder ExecuteWorkflow ExportSolution ExportSolutionAsync GrantAccess InitializeFrom ' +
    'LoseOpportunity Merge ModifyAccess PublishDuplicateRule QualifyLead RemoveMembersTeam RemovePrivilegeRole ' +
    'RemoveSolutionComponent ReplacePrivilegesRole RetrieveDependenciesForDelete RetrieveEntityChanges ' +
    'RetrieveMissingDependencies RetrievePrincipalAccess ReviseQuote RevokeAccess Search WinOpportunity WinQuote'
  ).split(' '),
);

/** Runs a function or action by name; undefined when nothing is known under it. */
export function runOperation(
  operations: Readonly<Record<string, Operation>>,
  context: ApiContext,
  request: ApiRequest,
  [segment, ...rest]: readonly ResourceSegment[],
): Answer | undefined {
  if (segment === undefined) return undefined;
  const name = segment.name.replace(/^Microsoft\.Dynamics\.CRM\./, '');
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (operation === undefined) {
    if (notEmulated.has(name)) throw notCovered(`the operation ${name}`);
    return undefined;
  }
  if (rest.length > 0) throw badQuery(`Paths behind ${name} are not supported.`);
  if (operation.method !== request.method) {
    throw new DataverseError(
      404,
      '',
      `No HTTP resource was found that matches the request URI '${context.root}${request.path}'.`,
    );
  }
  return operation.run(context, parameterValues(request, segment), request);
}

/** `@odata.context` of an operation's result. */
export function typed(context: ApiContext, type: string): { readonly '@odata.context': string } {
  return { '@odata.context': `${context.root}$metadata#Microsoft.Dynamics.CRM.${type}` };
}

function whoAmI(context: ApiContext): ApiResponse {
  const { organization, caller } = context.session;
  const unit = asReference(organization.store.row('systemuser', caller.userId)?.businessunitid)?.id;
  return ok({
    ...typed(context, 'WhoAmIResponse'),
    BusinessUnitId: unit,
    UserId: caller.userId,
    OrganizationId: organization.id,
  });
}

function currentOrganization(context: ApiContext): ApiResponse {
  const { organization } = context.session;
  const origin = context.root.replace(/\/api\/data\/.*$/, '');
  const name = organization.store.row('organization', organization.id)?.name;
  return ok({
    ...typed(context, 'RetrieveCurrentOrganizationResponse'),
    Detail: {
      OrganizationId: organization.id,
      FriendlyName: typeof name === 'string' ? name : organization.uniqueName,
      OrganizationVersion: platformVersion,
      EnvironmentId: organization.id,
      Geo: 'EMEA',
      TenantId: organization.id,
      UrlName: organization.uniqueName,
      UniqueName: organization.uniqueName,
      State: 'Enabled',
      Endpoints: {
        Count: 3,
        Keys: ['WebApplication', 'OrganizationService', 'OrganizationDataService'],
        Values: [
          `${origin}/`,
          `${origin}/XRMServices/2011/Organization.svc`,
          `${origin}/XRMServices/2011/OrganizationData.svc`,
        ],
      },
    },
  });
}

function totalRecordCount(context: ApiContext, parameters: ReadonlyMap<string, unknown>): ApiResponse {
  const names = textsIn(parameters.get('EntityNames'));
  const tables = names.map((name) => tableNamed(context.session, name));
  for (const table of tables) demand(context.session, 'Read', table);
  return ok({
    ...typed(context, 'RetrieveTotalRecordCountResponse'),
    EntityRecordCountCollection: {
      Count: tables.length,
      IsReadOnly: false,
      Keys: tables.map((table) => table.logicalName),
      Values: tables.map((table) => context.session.organization.store.size(table.logicalName)),
    },
  });
}

function privilegesOf(context: ApiContext, userId: string): ApiResponse {
  const privileges = context.session.organization.access.privileges(userId);
  return ok({ ...typed(context, 'RetrieveUserPrivilegesResponse'), RolePrivileges: privileges.map(rolePrivilege) });
}

function privilegesByName(context: ApiContext, userId: string, names: readonly string[]): ApiResponse {
  const { privileges, unknown } = context.session.organization.access.privilegesByName(userId, names);
  const [first] = unknown;
  if (first !== undefined) {
    throw new DataverseError(404, '0x80040217', `The privilege with the name '${first}' does not exist.`);
  }
  return ok({
    ...typed(context, 'RetrieveUserSetOfPrivilegesByNamesResponse'),
    RolePrivileges: privileges.map(rolePrivilege),
  });
}

function rolePrivilege(privilege: UserPrivilege): Record<string, string> {
  return {
    Depth: privilege.depth,
    PrivilegeId: privilege.id,
    BusinessUnitId: privilege.businessUnitId,
    PrivilegeName: privilege.name,
    RecordFilterId: '00000000-0000-0000-0000-000000000000',
    RecordFilterUniqueName: '',
  };
}

function idIn(parameters: ReadonlyMap<string, unknown>): string {
  const id = parameters.get('$bound');
  return typeof id === 'string' ? id : '';
}

/** A text or a list of texts. Throws 400 for anything else. */
export function textsIn(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((one) => {
    if (typeof one !== 'string') throw badQuery('A parameter of the function is missing or not a text.');
    return one;
  });
}
