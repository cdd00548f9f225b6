import type { Depth, Privilege } from '../metadata/components';
import { stableId } from '../metadata/identifiers';
import { englishLabels } from '../metadata/labels';
import type { PrivilegeVerb, Table } from '../metadata/model';
import { depths } from '../metadata/privileges';
import { platformColumn } from './tableColumns';
import type { TableFile } from './tableFile';

/** Verb to privilege name of a platform table; tables without privileges of their own use another name's. */
function privilegeNames(file: TableFile, files: readonly TableFile[]): ReadonlyMap<PrivilegeVerb, string> {
  const used = file.privileges.uses;
  const source = used === undefined ? file : files.find((other) => other.privileges.name === used);
  const name = source?.privileges.name;
  if (name === undefined) return new Map();
  return new Map(
    (file.privileges.rights ?? source?.privileges.rights ?? []).map((verb) => [verb, `prv${verb}${name}`]),
  );
}

/** The platform's tables from their descriptions. */
export function platformTables(files: readonly TableFile[]): ReadonlyMap<string, Table> {
  const tables = files.map((file): Table => ({
    logicalName: file.logicalName,
    schemaName: file.schemaName,
    entitySetName: file.entitySetName,
    collectionName: file.entitySetName,
    metadataId: stableId('table', file.logicalName),
    objectTypeCode: file.objectTypeCode,
    ownership: file.ownership,
    primaryIdColumn: file.primaryId,
    primaryNameColumn: file.primaryName,
    displayName: englishLabels(file.displayName),
    displayCollectionName: englishLabels(file.displayCollectionName),
    description: new Map(),
    columns: new Map(
      file.columns.map((column, index) => [column.logicalName, platformColumn(file, column, index + 1)]),
    ),
    keys: [],
    privileges: privilegeNames(file, files),
    isIntersect: file.isIntersect ?? false,
    isActivity: file.isActivity ?? false,
    isCustom: false,
    isManaged: true,
    hasNotes: files.some((other) =>
      other.columns.some((column) => other.logicalName === 'annotation' && column.targets?.includes(file.logicalName)),
    ),
    changeTracking: false,
    introducedVersion: '5.0.0.0',
    solution: 'System',
    iconVectorName: undefined,
  }));
  return new Map(tables.map((table) => [table.logicalName, table]));
}

/** Every privilege that guards a platform table, with the depths that it may have. */
export function platformPrivileges(
  files: readonly TableFile[],
  tables: ReadonlyMap<string, Table>,
): readonly Privilege[] {
  const found = new Map<string, { verb: PrivilegeVerb; tables: string[]; depths: readonly Depth[] }>();
  for (const table of tables.values()) {
    for (const [verb, name] of table.privileges) {
      const known = found.get(name);
      const owner = files.find((file) => name === `prv${verb}${file.privileges.name ?? ''}`);
      if (known) known.tables.push(table.logicalName);
      else found.set(name, { verb, tables: [table.logicalName], depths: owner?.privileges.depths ?? depths });
    }
  }
  return [...found].map(([name, privilege]) => ({ id: stableId('privilege', name.toLowerCase()), name, ...privilege }));
}
