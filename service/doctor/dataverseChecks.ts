import { z } from 'zod';
import { version as ownVersion } from '../../package.json';
import * as connection from '../../dataverse/generated/bciConnection';
import * as customer from '../../dataverse/generated/bciCustomer';
import * as item from '../../dataverse/generated/bciItem';
import * as itemAvailability from '../../dataverse/generated/bciItemAvailability';
import * as location from '../../dataverse/generated/bciLocation';
import * as openInvoice from '../../dataverse/generated/bciOpenInvoice';
import * as salesperson from '../../dataverse/generated/bciSalesperson';
import * as syncProblem from '../../dataverse/generated/bciSyncProblem';
import { quoted, type DataverseApi, type Identity } from '../dataverse/dataverseApi';
import { isServiceError } from '../http/serviceError';
import type { StoreOptions } from '../sync/snapshotStore';
import { examine, failed, passed, skipped, warning, type Check, type CheckSubject, type Finding } from './check';
import { isAtLeast } from './localChecks';

export const SOLUTION_NAME = 'BusinessCentralIntegration';

const ACCESS = { id: 'dataverse.access', title: 'Dataverse accepts the sign-in' };
const PRIVILEGES = { id: 'dataverse.privileges', title: 'Dataverse privileges' };
const SOLUTION = { id: 'dataverse.solution', title: 'Solution in Dataverse' };

/** What the service does with each table, as Dataverse names it. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  bci_Connection: ['Create', 'Read', 'Write', 'AppendTo'],
  bci_Salesperson: ['Create', 'Read', 'Write', 'Append', 'AppendTo'],
  bci_Customer: ['Create', 'Read', 'Write', 'Append', 'AppendTo'],
  bci_OpenInvoice: ['Create', 'Read', 'Write', 'Delete', 'Append'],
  bci_Location: ['Create', 'Read', 'Write', 'Append', 'AppendTo'],
  bci_Item: ['Create', 'Read', 'Write', 'Append', 'AppendTo'],
  bci_ItemAvailability: ['Create', 'Read', 'Write', 'Delete', 'Append'],
  bci_RefreshRequest: ['Read', 'Write'],
  bci_SyncRun: ['Create', 'Read', 'Write', 'Append'],
  bci_SyncProblem: ['Create', 'Read', 'Write', 'Delete', 'Append'],
};

export const neededPrivileges: readonly string[] = Object.entries(NEEDED).flatMap(([table, verbs]) =>
  verbs.map((verb) => `prv${verb}${table}`),
);

/** Tables whose rows are found by a key. */
export const keyedTables: readonly string[] = [
  connection.logicalName,
  salesperson.logicalName,
  customer.logicalName,
  openInvoice.logicalName,
  location.logicalName,
  item.logicalName,
  itemAvailability.logicalName,
  syncProblem.logicalName,
];

export function keySubject(table: string): CheckSubject {
  return { id: `dataverse.keys.${table}`, title: `Alternate key of ${table}` };
}

export function checkDataverseAccess(api: DataverseApi, options: StoreOptions): Promise<Finding<Identity>> {
  return examine(ACCESS, async () => {
    const value = await api.whoAmI(options);
    return { check: passed(ACCESS, `Signed in as user ${value.UserId}.`), value };
  });
}

const privilegesSchema = z.object({
  RolePrivileges: z.array(z.object({ PrivilegeName: z.string(), Depth: z.string() })),
});

/**
 * Held by own roles and by roles of teams; every row of a company belongs to the service, so the depth must be Global.
 * Source: Microsoft Learn, RetrieveUserSetOfPrivilegesByNames.
 */
export async function checkPrivileges(api: DataverseApi, identity: Identity, options: StoreOptions): Promise<Check> {
  const names = encodeURIComponent(JSON.stringify(neededPrivileges));
  const path = `systemusers(${identity.UserId})/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)?@p=${names}`;
  const finding = await examine(PRIVILEGES, async () => {
    const answer = await api.find(path, privilegesSchema, options);
    const held = new Map(answer?.RolePrivileges.map((one) => [one.PrivilegeName, one.Depth]));
    return { check: judgePrivileges(held), value: null };
  });
  return finding.checks[0] ?? skipped(PRIVILEGES, 'No answer.');
}

function judgePrivileges(held: ReadonlyMap<string, string>): Check {
  const missing = neededPrivileges.filter((name) => !held.has(name));
  const shallow = neededPrivileges.filter((name) => held.has(name) && held.get(name) !== 'Global');
  if (missing.length + shallow.length === 0) return passed(PRIVILEGES, `All ${neededPrivileges.length} are held.`);
  const cure = 'Give the application user the role "Integration Administrator".';
  const what =
    missing.length > 0
      ? `${missing.length} of ${neededPrivileges.length} are missing: ${missing.join(', ')}.`
      : `${shallow.length} do not reach every row (depth Global): ${shallow.join(', ')}.`;
  return failed(PRIVILEGES, 'permission', what, cure);
}

const solutionSchema = z.object({ version: z.string(), ismanaged: z.boolean().nullish() });

export async function checkSolution(api: DataverseApi, options: StoreOptions): Promise<Finding<string>> {
  const path = `solutions?$select=version,ismanaged&$filter=uniquename eq ${quoted(SOLUTION_NAME)}`;
  return examine(SOLUTION, async () => {
    const [solution] = await api.list(path.replaceAll(' ', '%20'), solutionSchema, options);
    if (solution === undefined) {
      const what = `The solution ${SOLUTION_NAME} is not installed.`;
      const cure = `Import ${SOLUTION_NAME}_managed.zip into the environment.`;
      return { check: failed(SOLUTION, 'config', what, cure), value: null };
    }
    const what = `${SOLUTION_NAME} ${solution.version}${solution.ismanaged === true ? ', managed' : ''}.`;
    const check = isAtLeast(solution.version, ownVersion)
      ? passed(SOLUTION, what)
      : warning(SOLUTION, what, `Import version ${ownVersion} of the solution.`, `bci is version ${ownVersion}.`);
    return { check, value: solution.version };
  });
}

const keySchema = z.object({ SchemaName: z.string(), EntityKeyIndexStatus: z.string() });

/** Rows are found by these keys: without their index every write would be refused. */
export async function checkKeys(api: DataverseApi, options: StoreOptions): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const table of keyedTables) {
    const subject = keySubject(table);
    const path = `EntityDefinitions(LogicalName=${quoted(table)})/Keys?$select=SchemaName,EntityKeyIndexStatus`;
    const finding = await examine(subject, async () => {
      const keys = await api.list(path, keySchema, options).catch((error: unknown) => {
        if (isServiceError(error, 'refused') && error.status === 404) return [];
        throw error;
      });
      return { check: judgeKeys(subject, keys), value: null };
    });
    checks.push(...finding.checks);
  }
  return checks;
}

function judgeKeys(subject: CheckSubject, keys: readonly z.infer<typeof keySchema>[]): Check {
  if (keys.length === 0) {
    return failed(subject, 'config', 'The key is missing.', `Import the solution ${SOLUTION_NAME} again.`);
  }
  const waiting = keys.filter((key) => key.EntityKeyIndexStatus !== 'Active');
  const names = waiting.map((key) => `${key.SchemaName} (${key.EntityKeyIndexStatus})`).join(', ');
  if (waiting.length === 0) return passed(subject, 'Active.');
  const isBroken = waiting.some((key) => key.EntityKeyIndexStatus === 'Failed');
  const cure = isBroken
    ? 'Open the table in make.powerapps.com, remove rows with equal keys and reactivate the key.'
    : 'Wait until Dataverse has built the index, and run bci doctor again.';
  return failed(subject, isBroken ? 'config' : 'transient', `Not active: ${names}.`, cure);
}

export function skipDataverse(why: string): readonly Check[] {
  const subjects = [PRIVILEGES, SOLUTION, ...keyedTables.map(keySubject)];
  return subjects.map((subject) => skipped(subject, why));
}

export function skipDataverseAccess(why: string): Check {
  return skipped(ACCESS, why);
}
