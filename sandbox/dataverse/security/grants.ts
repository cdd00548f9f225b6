import type { RowOwner } from './access';
import type { Directory, Principal } from './directory';
import type { CatalogReader } from '../metadata/catalog';
import type { Depth, Role } from '../metadata/components';
import { depths } from '../metadata/privileges';

/** One role of a user or of one of their teams that contains the privilege. */
export interface Grant {
  readonly depth: Depth;
  readonly principal: Principal;
  /** A team's Basic reaches the member's own rows too. */
  readonly inheritsToUser: boolean;
}

/** The roles of a user and their teams, each with who holds it. */
export function rolesOf(
  catalog: CatalogReader,
  directory: Directory,
  userId: string,
): readonly { readonly role: Role; readonly principal: Principal }[] {
  return directory.principals(userId).flatMap((principal) => rolesHeldBy(catalog, directory, principal));
}

/** The roles that one user or team holds itself. */
export function rolesHeldBy(
  catalog: CatalogReader,
  directory: Directory,
  principal: Principal,
): readonly { readonly role: Role; readonly principal: Principal }[] {
  return principal.roleIds.flatMap((id) => {
    const role = catalog.roles.get(directory.rootRoleId(id));
    return role ? [{ role, principal }] : [];
  });
}

/** How the user holds the privilege; empty when they do not. */
export function grantsOf(
  catalog: CatalogReader,
  directory: Directory,
  userId: string,
  privilege: string,
): readonly Grant[] {
  return rolesOf(catalog, directory, userId).flatMap(({ role, principal }) => {
    const depth = role.privileges.get(privilege);
    return depth === undefined ? [] : [{ depth, principal, inheritsToUser: role.inheritsToUser }];
  });
}

/** The deeper of two depths. */
export function deeper(first: Depth, second: Depth): Depth {
  return depths.indexOf(first) >= depths.indexOf(second) ? first : second;
}

/** A test for rows that at least one of the grants reaches; `all` when one is Global. */
export function reachOf(
  grants: readonly Grant[],
  directory: Directory,
  ownerIds: ReadonlySet<string>,
): 'all' | ((owner: RowOwner) => boolean) {
  if (grants.some((grant) => grant.depth === 'Global')) return 'all';
  const owners = new Set<string>();
  const businessUnits = new Set<string>();
  for (const { depth, principal, inheritsToUser } of grants) {
    if (principal.kind === 'team') owners.add(principal.id);
    if (principal.kind === 'user' || inheritsToUser) for (const id of ownerIds) owners.add(id);
    if (depth === 'Local') businessUnits.add(principal.businessUnitId);
    if (depth === 'Deep')
      for (const id of directory.businessUnitsBelow(principal.businessUnitId)) businessUnits.add(id);
  }
  return (owner) =>
    (owner.ownerId !== undefined && owners.has(owner.ownerId)) ||
    (owner.owningBusinessUnitId !== undefined && businessUnits.has(owner.owningBusinessUnitId));
}
