import { stableId } from '../metadata/identifiers';
import type { Table } from '../metadata/model';
import { isLookup } from '../metadata/columns';
import type { CascadeBehaviors, Relationship } from '../metadata/relationships';
import type { RelationshipFile, TableFile } from './tableFile';

const referential: CascadeBehaviors = {
  assign: 'NoCascade',
  delete: 'RemoveLink',
  merge: 'NoCascade',
  reparent: 'NoCascade',
  share: 'NoCascade',
  unshare: 'NoCascade',
  rollupView: 'NoCascade',
};

const cascades: Readonly<Record<NonNullable<RelationshipFile['cascade']>, CascadeBehaviors>> = {
  parental: {
    assign: 'Cascade',
    delete: 'Cascade',
    merge: 'Cascade',
    reparent: 'Cascade',
    share: 'Cascade',
    unshare: 'Cascade',
    rollupView: 'NoCascade',
  },
  deleteCascade: { ...referential, delete: 'Cascade' },
  restrict: { ...referential, delete: 'Restrict' },
};

/** One-to-many: only those whose both tables the sandbox has. */
function oneToMany(
  file: TableFile,
  relationship: RelationshipFile,
  tables: ReadonlyMap<string, Table>,
): Relationship[] {
  const referencing = tables.get(relationship.table);
  const column = referencing?.columns.get(relationship.lookup);
  if (!referencing || !column || !isLookup(column)) return [];
  const target = column.targets.find((candidate) => candidate.table === file.logicalName);
  if (!target) return [];
  return [
    {
      kind: 'oneToMany',
      schemaName: relationship.name,
      metadataId: stableId('relationship', relationship.name),
      referencedTable: file.logicalName,
      referencedColumn: file.primaryId,
      referencingTable: referencing.logicalName,
      referencingColumn: column.logicalName,
      referencedNavigationProperty: relationship.name,
      referencingNavigationProperty: target.navigationProperty,
      cascade: relationship.cascade ? cascades[relationship.cascade] : referential,
      isCustom: false,
      isHierarchical: relationship.name === 'account_parent_account',
      introducedVersion: '5.0.0.0',
      solution: 'System',
    },
  ];
}

function manyToMany(
  file: TableFile,
  name: string,
  otherName: string,
  intersect: string,
  tables: ReadonlyMap<string, Table>,
): Relationship[] {
  const other = tables.get(otherName);
  if (!other || !tables.has(intersect)) return [];
  return [
    {
      kind: 'manyToMany',
      schemaName: name,
      metadataId: stableId('relationship', name),
      firstTable: file.logicalName,
      firstNavigationProperty: name,
      firstIntersectColumn: file.primaryId,
      secondTable: other.logicalName,
      secondNavigationProperty: name,
      secondIntersectColumn: other.primaryIdColumn,
      intersectTable: intersect,
      isCustom: false,
      introducedVersion: '5.0.0.0',
      solution: 'System',
    },
  ];
}

/** The relationships that the descriptions name; a many-to-many that both sides name is one. */
export function platformRelationships(
  files: readonly TableFile[],
  tables: ReadonlyMap<string, Table>,
): ReadonlyMap<string, Relationship> {
  const relationships = new Map<string, Relationship>();
  for (const file of files) {
    const found = [
      ...file.oneToMany.flatMap((relationship) => oneToMany(file, relationship, tables)),
      ...file.manyToMany.flatMap((other) => manyToMany(file, other.name, other.table, other.intersect, tables)),
    ];
    for (const relationship of found) {
      if (!relationships.has(relationship.schemaName)) relationships.set(relationship.schemaName, relationship);
    }
  }
  return relationships;
}
