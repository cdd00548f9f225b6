import type { Depth, Privilege, Role } from '../metadata/components';
import type { PrivilegeVerb, Table } from '../metadata/model';

/** Template ids that are the same in every organization. */
export const systemAdministratorRoleId = '627090ff-40a3-4053-8790-584edc5be201';
export const systemCustomizerRoleId = '119f245c-3cc8-4b62-b31c-d1a046ced15d';
export const salespersonRoleId = 'a4be89ff-7c35-4d69-9900-999c3f603e6f';

type TableDepths = Partial<Record<PrivilegeVerb, Depth>>;

const everywhere: TableDepths = {
  Create: 'Basic',
  Read: 'Global',
  Write: 'Global',
  Delete: 'Basic',
  Append: 'Global',
  AppendTo: 'Global',
  Assign: 'Basic',
  Share: 'Global',
};
const withinBusinessUnit: TableDepths = { ...everywhere, Write: 'Local', Append: 'Local', AppendTo: 'Local' };
const reference: TableDepths = { Read: 'Global', Append: 'Global', AppendTo: 'Global' };
const readOnly: TableDepths = { Read: 'Global' };

/**
 * Depths of the Salesperson role in a real organization with Sales (XrmMockup's exported SecurityRoles/Salesperson.xml),
 * for the tables that the sandbox has.
 */
const salesperson: Readonly<Record<string, TableDepths>> = {
  account: everywhere,
  contact: everywhere,
  opportunity: everywhere,
  quote: withinBusinessUnit,
  salesorder: withinBusinessUnit,
  invoice: withinBusinessUnit,
  task: withinBusinessUnit,
  annotation: { ...withinBusinessUnit, Write: 'Basic' },
  product: reference,
  transactioncurrency: reference,
  competitor: { ...reference, Create: 'Global' },
  systemuser: { Read: 'Global', Append: 'Local', AppendTo: 'Local' },
  usersettings: { Create: 'Local', Read: 'Global', Write: 'Local', Delete: 'Local', AppendTo: 'Local' },
  asyncoperation: { Read: 'Basic', Write: 'Basic', AppendTo: 'Basic', Assign: 'Basic' },
  userquery: { Create: 'Basic', Read: 'Basic', Write: 'Basic', Delete: 'Basic', Assign: 'Basic', Share: 'Basic' },
  team: readOnly,
  businessunit: readOnly,
  organization: readOnly,
  role: { Read: 'Local' },
  savedquery: readOnly,
  savedqueryvisualization: readOnly,
  systemform: readOnly,
  webresource: readOnly,
  appmodule: readOnly,
  sitemap: readOnly,
  sdkmessage: readOnly,
  sdkmessageprocessingstep: readOnly,
  sdkmessageprocessingstepimage: readOnly,
};

/** Privileges that guard no table of the sandbox but that a Salesperson has (App Opener's set). */
const salespersonMiscellaneous: Readonly<Record<string, Depth>> = {
  prvReadAttribute: 'Global',
  prvReadAttributeMap: 'Global',
  prvReadCustomization: 'Global',
  prvReadEntity: 'Global',
  prvReadEntityKey: 'Global',
  prvReadEntityMap: 'Global',
  prvReadOptionSet: 'Global',
  prvReadRelationship: 'Global',
  prvReadComplexControl: 'Global',
  prvReadSystemApplicationMetadata: 'Global',
  prvCreateUserEntityUISettings: 'Basic',
  prvReadUserEntityUISettings: 'Basic',
  prvWriteUserEntityUISettings: 'Basic',
  prvDeleteUserEntityUISettings: 'Basic',
  prvShareUserEntityUISettings: 'Basic',
};

function deepest(privilege: Privilege): Depth {
  return privilege.depths.at(-1) ?? 'Global';
}

function role(id: string, name: string, privileges: ReadonlyMap<string, Depth>): Role {
  return { id, name, privileges, inheritsToUser: true, solution: 'System', isManaged: false };
}

/** System Administrator holds every privilege as deep as it goes; an import of new tables adds theirs. */
export function administratorPrivileges(privileges: Iterable<Privilege>): ReadonlyMap<string, Depth> {
  return new Map([...privileges].map((privilege) => [privilege.name, deepest(privilege)]));
}

/** Rows of these tables are business data: a System Customizer sees their own, not everyone's. */
const businessData = new Set([
  'account',
  'contact',
  'opportunity',
  'quote',
  'salesorder',
  'invoice',
  'task',
  'annotation',
]);

function customizerPrivileges(privileges: Iterable<Privilege>): ReadonlyMap<string, Depth> {
  return new Map(
    [...privileges]
      .filter((privilege) => privilege.name !== 'prvActOnBehalfOfAnotherUser')
      .map((privilege) => [
        privilege.name,
        privilege.tables.some((table) => businessData.has(table)) ? 'Basic' : deepest(privilege),
      ]),
  );
}

/** The roles that every organization with Sales has, as far as the sandbox needs them. */
export function platformRoles(
  tables: ReadonlyMap<string, Table>,
  privileges: ReadonlyMap<string, Privilege>,
): ReadonlyMap<string, Role> {
  const verbs = (table: string, depths: TableDepths): [string, Depth][] =>
    [...(tables.get(table)?.privileges ?? [])].flatMap(([verb, name]) => {
      const depth = depths[verb];
      return depth === undefined ? [] : [[name, depth]];
    });
  const salespersonPrivileges = new Map([
    ...Object.entries(salesperson).flatMap(([table, depths]) => verbs(table, depths)),
    ...Object.entries(salespersonMiscellaneous),
  ]);
  const roles = [
    role(systemAdministratorRoleId, 'System Administrator', administratorPrivileges(privileges.values())),
    role(systemCustomizerRoleId, 'System Customizer', customizerPrivileges(privileges.values())),
    role(salespersonRoleId, 'Salesperson', salespersonPrivileges),
  ];
  return new Map(roles.map((each) => [each.id, each]));
}
