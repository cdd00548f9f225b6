import type { Row, PlatformRows, RowValue } from '../metadata/rows';

/** A user or team that holds roles. */
export interface Principal {
  readonly kind: 'user' | 'team';
  readonly id: string;
  readonly businessUnitId: string;
  /** Ids of the role rows, of the business unit's own copies where there are several. */
  readonly roleIds: readonly string[];
}

export interface DirectoryUser {
  readonly id: string;
  readonly isDisabled: boolean;
}

/** Users, teams, business units and who holds which role, as the organization's rows say it now. */
export interface Directory {
  userBySignIn(signInName: string): DirectoryUser | undefined;
  user(id: string): DirectoryUser | undefined;
  userByObjectId(objectId: string): DirectoryUser | undefined;
  /** The user and the teams of which they are a member. */
  principals(userId: string): readonly Principal[];
  team(id: string): Principal | undefined;
  teamIds(userId: string): readonly string[];
  /** The business unit and all below it. */
  businessUnitsBelow(id: string): ReadonlySet<string>;
  /** Id of the role in the root business unit of which this one is a copy; itself for a root role. */
  rootRoleId(roleId: string): string;
}

function idIn(value: RowValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
}

function sameText(value: RowValue | undefined, text: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === text.toLowerCase();
}

/** Reads the directory from the organization's rows. */
export function readDirectory(rows: PlatformRows): Directory {
  const asUser = (row: Row | undefined): DirectoryUser | undefined => {
    const id = idIn(row?.systemuserid);
    return row && id !== undefined ? { id, isDisabled: row.isdisabled === true } : undefined;
  };
  const findUser = (matches: (row: Row) => boolean): DirectoryUser | undefined => {
    for (const row of rows.rows('systemuser')) if (matches(row)) return asUser(row);
    return undefined;
  };
  const principal = (kind: Principal['kind'], id: string): Principal | undefined => {
    const table = kind === 'user' ? 'systemuser' : 'team';
    const businessUnitId = idIn(rows.row(table, id)?.businessunitid);
    if (businessUnitId === undefined) return undefined;
    const roleIds = rows.joined(kind === 'user' ? 'systemuserroles' : 'teamroles', `${table}id`, id, 'roleid');
    return { kind, id, businessUnitId, roleIds };
  };
  const teamIds = (userId: string): readonly string[] =>
    rows.joined('teammembership', 'systemuserid', userId, 'teamid');

  return {
    userBySignIn: (signInName) => findUser((row) => sameText(row.domainname, signInName)),
    user: (id) => asUser(rows.row('systemuser', id)),
    userByObjectId: (objectId) => findUser((row) => sameText(row.azureactivedirectoryobjectid, objectId)),
    principals: (userId) =>
      [principal('user', userId), ...teamIds(userId).map((id) => principal('team', id))].filter(
        (each) => each !== undefined,
      ),
    team: (id) => principal('team', id),
    teamIds,
    businessUnitsBelow(id) {
      const found = new Set([id]);
      for (const unit of found) {
        for (const child of rows.rowsWithLookup('businessunit', 'parentbusinessunitid', unit)) {
          const childId = idIn(child.businessunitid);
          if (childId !== undefined) found.add(childId);
        }
      }
      return found;
    },
    rootRoleId: (roleId) => idIn(rows.row('role', roleId)?.parentrootroleid) ?? roleId,
  };
}
