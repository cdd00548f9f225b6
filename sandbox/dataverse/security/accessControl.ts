import type {
  Access,
  AccessControl,
  Caller,
  Denied,
  Impersonation,
  RowOwner,
  UserPrivilege,
  Visibility,
} from './access';
import { readDirectory } from './directory';
import { deeper, grantsOf, reachOf, rolesHeldBy, rolesOf } from './grants';
import { disabled, missingPrivilege, neverAllowed, nobodyToImpersonate, notAUser, outOfReach } from './refusals';
import type { CatalogHolder } from '../metadata/catalog';
import { stableId } from '../metadata/identifiers';
import type { PrivilegeVerb, Table } from '../metadata/model';
import type { PlatformRows, RowReference } from '../metadata/rows';

const granted: Access = { allowed: true };
const impersonate = 'prvActOnBehalfOfAnotherUser';

/**
 * Row security from the organization's rows and roles, read at each question so that a change counts at once.
 * Depths and ownership: learn.microsoft.com/power-platform/admin/security-roles-privileges; impersonation:
 * learn.microsoft.com/power-apps/developer/data-platform/webapi/impersonate-another-user-web-api.
 */
export function controlAccess(holder: CatalogHolder, rows: PlatformRows): AccessControl {
  const directory = readDirectory(rows);
  const privilegeNamed = (name: string): { name: string; id: string } => ({
    name,
    id: holder.current.privileges.get(name)?.id ?? stableId('privilege', name.toLowerCase()),
  });
  const ownerIds = (userId: string): ReadonlySet<string> => new Set([userId, ...directory.teamIds(userId)]);
  const usersBehind = (caller: Caller): readonly string[] =>
    caller.actingUserId === undefined ? [caller.userId] : [caller.userId, caller.actingUserId];

  const visibleToUser = (userId: string, verb: PrivilegeVerb, table: Table): Visibility => {
    const name = table.privileges.get(verb);
    if (name === undefined)
      return verb === 'Read' ? { kind: 'all' } : { kind: 'none', denied: neverAllowed(verb, table) };
    const grants = grantsOf(holder.current, directory, userId, name);
    if (grants.length === 0) {
      const roleCount = rolesOf(holder.current, directory, userId).length;
      return { kind: 'none', denied: missingPrivilege(userId, roleCount, privilegeNamed(name), table) };
    }
    // Rows without owner are everyone's who holds the privilege at all.
    if (table.ownership === 'organization' || table.ownership === 'none') return { kind: 'all' };
    const reach = reachOf(grants, directory, ownerIds(userId));
    return reach === 'all' ? { kind: 'all' } : { kind: 'some', includes: reach };
  };

  const reachable = (caller: Caller, verb: PrivilegeVerb, table: Table): Visibility => {
    const tests: ((owner: RowOwner) => boolean)[] = [];
    for (const userId of usersBehind(caller)) {
      const visibility = visibleToUser(userId, verb, table);
      if (visibility.kind === 'none') return visibility;
      if (visibility.kind === 'some') tests.push(visibility.includes);
    }
    return tests.length === 0
      ? { kind: 'all' }
      : { kind: 'some', includes: (owner) => tests.every((test) => test(owner)) };
  };

  const check = (caller: Caller, verb: PrivilegeVerb, table: Table, row?: RowOwner): Access => {
    const reach = reachable(caller, verb, table);
    if (reach.kind === 'none') return reach.denied;
    if (reach.kind === 'all' || row === undefined || reach.includes(row)) return granted;
    const isTeam = row.ownerId !== undefined && directory.team(row.ownerId) !== undefined;
    return outOfReach(caller, verb, table, row, { isTeam, privilege: table.privileges.get(verb) ?? verb });
  };

  const checkUserPrivilege = (userId: string, name: string): Access =>
    grantsOf(holder.current, directory, userId, name).length > 0
      ? granted
      : missingPrivilege(userId, rolesOf(holder.current, directory, userId).length, privilegeNamed(name), undefined);

  const impersonated = (actingUserId: string, impersonation: Impersonation): ReturnType<AccessControl['caller']> => {
    const user =
      'systemUserId' in impersonation
        ? directory.user(impersonation.systemUserId.toLowerCase())
        : directory.userByObjectId(impersonation.objectId);
    const named = 'systemUserId' in impersonation ? impersonation.systemUserId : impersonation.objectId;
    if (!user) return nobodyToImpersonate(named);
    if (user.isDisabled) return disabled(user.id);
    if (user.id === actingUserId) return { allowed: true, caller: { userId: user.id, actingUserId: undefined } };
    const may = checkUserPrivilege(actingUserId, impersonate);
    return may.allowed ? { allowed: true, caller: { userId: user.id, actingUserId } } : may;
  };

  const privileges = (userId: string, teamsAsBasic: boolean): readonly UserPrivilege[] => {
    const found = new Map<string, UserPrivilege>();
    for (const { role, principal } of rolesOf(holder.current, directory, userId)) {
      for (const [name, depth] of role.privileges) {
        const told = teamsAsBasic && principal.kind === 'team' ? 'Basic' : depth;
        const known = found.get(name);
        found.set(name, {
          ...privilegeNamed(name),
          depth: known ? deeper(known.depth, told) : told,
          businessUnitId: known?.businessUnitId ?? principal.businessUnitId,
        });
      }
    }
    return [...found.values()];
  };

  const ownerRefusal = (owner: RowReference, name: string, table: Table, roles: number): Denied =>
    missingPrivilege(owner.id, roles, privilegeNamed(name), table);

  return {
    caller(signInName, impersonation) {
      const user = directory.userBySignIn(signInName);
      if (!user) return notAUser(signInName);
      if (user.isDisabled) return disabled(user.id);
      if (impersonation) return impersonated(user.id, impersonation);
      return { allowed: true, caller: { userId: user.id, actingUserId: undefined } };
    },
    check,
    visible: (caller, table) => reachable(caller, 'Read', table),
    checkAssociation(caller, referencing, referenced) {
      const append = check(caller, 'Append', referencing.table, referencing.row);
      return append.allowed ? check(caller, 'AppendTo', referenced.table, referenced.row) : append;
    },
    checkPrivilege(caller, privilegeName) {
      for (const userId of usersBehind(caller)) {
        const access = checkUserPrivilege(userId, privilegeName);
        if (!access.allowed) return access;
      }
      return granted;
    },
    checkOwner(owner, table) {
      const name = table.privileges.get('Read');
      if (name === undefined) return granted;
      const team = owner.table === 'team' ? directory.team(owner.id) : undefined;
      const roles = team ? rolesHeldBy(holder.current, directory, team) : rolesOf(holder.current, directory, owner.id);
      return roles.some(({ role }) => role.privileges.has(name))
        ? granted
        : ownerRefusal(owner, name, table, roles.length);
    },
    privileges: (userId) => privileges(userId, true),
    privilegesByName(userId, names) {
      const wanted = new Set(names.map((name) => name.toLowerCase()));
      const known = new Set([...holder.current.privileges.keys()].map((name) => name.toLowerCase()));
      return {
        privileges: privileges(userId, false).filter((privilege) => wanted.has(privilege.name.toLowerCase())),
        unknown: names.filter((name) => !known.has(name.toLowerCase())),
      };
    },
    ownerIds,
  };
}
