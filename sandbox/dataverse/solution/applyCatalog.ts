import type { Dropped } from './dropComponents';
import type { Catalog, CatalogHolder } from '../metadata/catalog';
import type { PlatformRows } from '../metadata/rows';
import { copyRoles, removeRoleCopies } from '../platform/businessUnits';
import { mirrorComponents, type WriteStamp } from '../platform/componentRows';

/** Where a catalogue takes effect. */
export interface Target {
  readonly catalog: CatalogHolder;
  readonly rows: PlatformRows;
  readonly rootBusinessUnitId: string;
}

function removeAssignments(rows: PlatformRows, roleId: string): void {
  for (const intersect of ['systemuserroles', 'teamroles'] as const) {
    const holder = intersect === 'systemuserroles' ? 'systemuserid' : 'teamid';
    for (const id of rows.joined(intersect, 'roleid', roleId, holder)) rows.unjoin(intersect, { [holder]: id, roleid: roleId });
  }
}

/** Makes `next` the organization's catalogue: component rows follow, dropped data goes, all or nothing. */
export function applyCatalog(target: Target, next: Catalog, dropped: Dropped, stamp: WriteStamp): void {
  const { rows, rootBusinessUnitId } = target;
  const before = target.catalog.current;
  rows.transaction(() => {
    for (const id of before.roles.keys()) {
      if (next.roles.has(id)) continue;
      removeAssignments(rows, id);
      removeRoleCopies(rows, id, (copy) => removeAssignments(rows, copy));
    }
    for (const { table, column } of dropped.columns) if (!dropped.tables.includes(table)) rows.dropColumn(table, column);
    for (const table of dropped.tables) rows.dropTable(table);
    mirrorComponents(rows, before, next, rootBusinessUnitId, stamp);
    copyRoles(rows, next, rootBusinessUnitId, stamp);
    target.catalog.replace(next);
  });
}
