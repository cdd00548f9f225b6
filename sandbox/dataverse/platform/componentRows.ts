import { appRows } from './rows/appRows';
import type { ComponentRow, ComponentSource } from './rows/componentRow';
import { contentRows } from './rows/contentRows';
import { messageRows } from './rows/messageRows';
import { screenRows } from './rows/screenRows';
import { securityRows } from './rows/securityRows';
import { solutionRows } from './rows/solutionRows';
import type { Catalog } from '../metadata/catalog';
import type { PlatformRows, Row } from '../metadata/rows';

/** Tables whose rows only mirror the catalogue: an import writes them, the Web API reads them. */
export const mirroredTables: ReadonlySet<string> = new Set([
  'role',
  'privilege',
  'roleprivileges',
  'savedquery',
  'savedqueryvisualization',
  'systemform',
  'webresource',
  'customcontrol',
  'appmodule',
  'appmodulecomponent',
  'appmoduleroles',
  'sitemap',
  'environmentvariabledefinition',
  'publisher',
  'solution',
  'solutioncomponent',
  'sdkmessage',
  'sdkmessagefilter',
  'msdyn_solutionhistory',
]);

function componentRows(source: ComponentSource): ReadonlyMap<string, ComponentRow> {
  const rows = [
    ...securityRows(source),
    ...messageRows(source),
    ...screenRows(source),
    ...contentRows(source),
    ...[...source.catalog.apps.values()].flatMap((app) => appRows(source, app)),
    ...[...source.catalog.solutions.values()].flatMap((solution) => solutionRows(source, solution)),
  ];
  return new Map(rows.map((row) => [`${row.table}/${row.id}`, row]));
}

/** Facts that every component row gets when it is written. */
export interface WriteStamp {
  readonly userId: string;
  readonly organizationId: string;
  /** ISO instant. */
  readonly now: string;
}

function created(stamp: WriteStamp): Row {
  const user = { table: 'systemuser', id: stamp.userId };
  return { createdon: stamp.now, createdby: user, ...modified(stamp) };
}

function modified(stamp: WriteStamp): Row {
  return { modifiedon: stamp.now, modifiedby: { table: 'systemuser', id: stamp.userId } };
}

/** Makes the mirrored rows say what `after` says; only rows that differ from `before`'s are touched. */
export function mirrorComponents(
  rows: PlatformRows,
  before: Catalog | undefined,
  after: Catalog,
  rootBusinessUnitId: string,
  stamp: WriteStamp,
): void {
  const old = before ? componentRows({ catalog: before, rootBusinessUnitId }) : new Map<string, ComponentRow>();
  const next = componentRows({ catalog: after, rootBusinessUnitId });
  for (const [key, row] of old) if (!next.has(key)) rows.remove(row.table, row.id);
  for (const [key, row] of next) {
    const known = old.get(key);
    if (known && JSON.stringify(known.values) === JSON.stringify(row.values)) continue;
    const columns = after.tables.get(row.table)?.columns;
    const stamps = columns?.has('createdon') ? (known ? modified(stamp) : created(stamp)) : {};
    const organization: Row = columns?.has('organizationid')
      ? { organizationid: { table: 'organization', id: stamp.organizationId } }
      : {};
    rows.put(row.table, row.id, { ...row.values, ...organization, ...stamps });
  }
}
