import type { WriteStamp } from './componentRows';
import type { Catalog } from '../metadata/catalog';
import { stableId } from '../metadata/identifiers';
import type { PlatformRows, Row } from '../metadata/rows';

function stamped(stamp: WriteStamp): Row {
  const user = { table: 'systemuser', id: stamp.userId };
  return { createdon: stamp.now, createdby: user, modifiedon: stamp.now, modifiedby: user };
}

/** Gives every business unit below the root its own copy of each role: users can only hold their business unit's roles. */
export function copyRoles(rows: PlatformRows, catalog: Catalog, rootBusinessUnitId: string, stamp: WriteStamp): void {
  for (const unit of [...rows.rows('businessunit')]) {
    const unitId = unit.businessunitid;
    if (typeof unitId !== 'string' || unitId === rootBusinessUnitId) continue;
    for (const role of catalog.roles.values()) {
      const id = stableId('role', role.id, unitId);
      if (rows.row('role', id)) continue;
      rows.put('role', id, {
        ...rows.row('role', role.id),
        ...stamped(stamp),
        roleid: id,
        businessunitid: { table: 'businessunit', id: unitId },
        parentroleid: { table: 'role', id: role.id },
        parentrootroleid: { table: 'role', id: role.id },
      });
    }
  }
}

/** Removes the copies of a role; `before` is called with each first. */
export function removeRoleCopies(rows: PlatformRows, roleId: string, before: (copyId: string) => void): void {
  for (const copy of [...rows.rowsWithLookup('role', 'parentrootroleid', roleId)]) {
    if (typeof copy.roleid !== 'string' || copy.roleid === roleId) continue;
    before(copy.roleid);
    rows.remove('role', copy.roleid);
  }
}

/** What Dataverse adds to a new business unit: its team of all members, and its copies of the roles. */
export function completeBusinessUnit(
  rows: PlatformRows,
  catalog: Catalog,
  businessUnitId: string,
  rootBusinessUnitId: string,
  stamp: WriteStamp,
): void {
  const teamId = stableId('team', businessUnitId);
  rows.put('team', teamId, {
    teamid: teamId,
    name: rows.row('businessunit', businessUnitId)?.name ?? businessUnitId,
    teamtype: 0,
    isdefault: true,
    systemmanaged: true,
    businessunitid: { table: 'businessunit', id: businessUnitId },
    administratorid: { table: 'systemuser', id: stamp.userId },
    ...stamped(stamp),
  });
  copyRoles(rows, catalog, rootBusinessUnitId, stamp);
}
