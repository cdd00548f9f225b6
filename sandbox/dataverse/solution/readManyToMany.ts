import { ownerOf, type ImportContext } from './draft';
import { SolutionRefused } from './refusal';
import { child, children, textOf, type Element } from './xml';
import type { Column } from '../metadata/columns';
import { componentTypes } from '../metadata/componentTypes';
import { stableId } from '../metadata/identifiers';
import { englishLabels } from '../metadata/labels';
import type { Table } from '../metadata/model';
import type { ManyToManyRelationship } from '../metadata/relationships';

function guidColumn(table: string, logicalName: string, columnNumber: number, isPrimaryId: boolean, solution: string): Column {
  return {
    type: 'uniqueidentifier',
    logicalName,
    schemaName: logicalName,
    metadataId: stableId('column', table, logicalName),
    columnNumber,
    displayName: englishLabels(logicalName),
    description: new Map(),
    requiredLevel: 'systemRequired',
    validForCreate: false,
    validForRead: true,
    validForUpdate: false,
    validForAdvancedFind: false,
    isPrimaryId,
    isPrimaryName: false,
    isCustom: false,
    isSecured: false,
    attributeOf: undefined,
    introducedVersion: '1.0.0.0',
    solution,
  };
}

function intersectTable(context: ImportContext, name: string, columns: readonly [string, string], solution: string): Table {
  const primaryId = `${name}id`;
  const typeCodes = [...context.draft.tables.values()].map((table) => table.objectTypeCode);
  const ids = [primaryId, ...columns].map((column, index) => guidColumn(name, column, index + 1, index === 0, solution));
  return {
    logicalName: name,
    schemaName: name,
    entitySetName: `${name}set`,
    collectionName: `${name}set`,
    metadataId: stableId('table', name),
    objectTypeCode: Math.max(10_099, ...typeCodes) + 1,
    ownership: 'none',
    primaryIdColumn: primaryId,
    primaryNameColumn: undefined,
    displayName: englishLabels(name),
    displayCollectionName: englishLabels(name),
    description: new Map(),
    columns: new Map(ids.map((column) => [column.logicalName, column])),
    keys: [],
    privileges: new Map(),
    isIntersect: true,
    isActivity: false,
    isCustom: true,
    isManaged: context.manifest.isManaged,
    hasNotes: false,
    changeTracking: false,
    introducedVersion: '1.0.0.0',
    solution,
    iconVectorName: undefined,
  };
}

/** Column names of the intersect table: the primary ids, with `one` and `two` where both sides are one table. */
function intersectColumns(first: Table, second: Table): [string, string] {
  if (first.logicalName !== second.logicalName) return [first.primaryIdColumn, second.primaryIdColumn];
  return [`${first.primaryIdColumn}one`, `${first.primaryIdColumn}two`];
}

/** A many-to-many relationship with its intersect table. */
export function readManyToMany(context: ImportContext, element: Element, name: string): void {
  const sides = ['FirstEntityName', 'SecondEntityName'].map((side) => {
    const logicalName = (textOf(element, side) ?? '').toLowerCase();
    const table = context.draft.tables.get(logicalName);
    if (table) return table;
    throw new SolutionRefused('missingDependencies', `The relationship ${name} cannot be imported: there is no table ${logicalName}.`, {
      type: componentTypes.relationship,
      name,
    });
  });
  const [first, second] = sides;
  if (!first || !second) return;
  const existing = context.draft.relationships.get(name);
  const solution = ownerOf(context, existing, componentTypes.relationship, name);
  const intersect = (textOf(element, 'IntersectEntityName') ?? name).toLowerCase();
  const columns = intersectColumns(first, second);
  const roles = children(child(element, 'EntityRelationshipRoles'), 'EntityRelationshipRole');
  const relationship: ManyToManyRelationship = {
    kind: 'manyToMany',
    schemaName: name,
    metadataId: existing?.metadataId ?? stableId('relationship', name),
    firstTable: first.logicalName,
    firstNavigationProperty: textOf(roles[0], 'NavigationPropertyName') ?? name,
    firstIntersectColumn: columns[0],
    secondTable: second.logicalName,
    secondNavigationProperty: textOf(roles[1], 'NavigationPropertyName') ?? name,
    secondIntersectColumn: columns[1],
    intersectTable: intersect,
    isCustom: true,
    introducedVersion: textOf(element, 'IntroducedVersion') ?? '1.0.0.0',
    solution,
  };
  context.draft.relationships.set(name, relationship);
  if (!context.draft.tables.has(intersect)) {
    context.draft.tables.set(intersect, intersectTable(context, intersect, columns, solution));
  }
}
