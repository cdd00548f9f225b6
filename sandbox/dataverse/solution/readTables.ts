import { bring, ownerOf, type ImportContext } from './draft';
import { readColumn } from './readColumns';
import { readKeys } from './readKeys';
import { SolutionRefused, notCovered } from './refusal';
import { mergeColumn } from './mergeColumn';
import { missingSystemColumns } from './systemColumns';
import { at, attribute, child, children, descendants, flagOf, labelsOf, textOf, toText, type Element } from './xml';
import type { Column } from '../metadata/columns';
import { componentTypes } from '../metadata/componentTypes';
import { stableId } from '../metadata/identifiers';
import type { Ownership, Table } from '../metadata/model';
import { customTablePrivileges, privilegesOfTable } from '../metadata/privileges';

const columnComponent = 2;

/** Type codes of custom tables start here. */
const firstCustomTypeCode = 10_100;

const ownerships: Readonly<Record<string, Ownership>> = { UserOwned: 'user', OrgOwned: 'organization', None: 'none' };

/** Parts of an `Entity` that the sandbox does not know; harmless only when they are empty. */
const notCoveredParts = ['HierarchyRules', 'EntityDataSources', 'Formulas', 'FieldSecurityProfiles'];

function schemaNameOf(entity: Element): string {
  return attribute(at(entity, 'EntityInfo', 'entity') ?? entity, 'Name') ?? textOf(entity, 'Name') ?? '';
}

/** Logical name of the table that an `Entity` element is about. */
export function tableNameOf(entity: Element): string {
  return schemaNameOf(entity).toLowerCase();
}

function refuse(table: string, reason: string): SolutionRefused {
  return new SolutionRefused('invalidXml', `The table ${table} cannot be imported: ${reason}.`, {
    type: componentTypes.table,
    name: table,
  });
}

function checkCovered(entity: Element, table: string): void {
  for (const name of notCoveredParts) {
    if (children(child(entity, name)).length > 0) throw notCovered(componentTypes.table, `${table}/${name}`, 'part of a table');
  }
  if (descendants(entity, 'CustomControlDefaultConfig').some((config) => descendants(config, 'customControl').length > 0)) {
    throw notCovered(68, table);
  }
  const info = at(entity, 'EntityInfo', 'entity');
  if (flagOf(info, 'IsActivity')) throw notCovered(componentTypes.table, table, 'custom activity table');
  if (textOf(info, 'DataProviderId') !== undefined) throw notCovered(componentTypes.table, table, 'virtual table');
}

function readColumns(context: ImportContext, info: Element | undefined, table: string, existing: Table | undefined, solution: string): Map<string, Column> {
  const columns = new Map(existing?.columns);
  for (const element of children(child(info, 'attributes'), 'attribute')) {
    const column = readColumn({ context, table, solution, columnNumber: columns.size + 1 }, element);
    bring(context, { type: columnComponent, key: `${table}.${column.logicalName}`, table, label: column.schemaName });
    const known = existing?.columns.get(column.logicalName);
    columns.set(column.logicalName, known ? mergeColumn(context, table, known, column) : column);
  }
  return columns;
}

function nextTypeCode(context: ImportContext): number {
  const codes = [...context.draft.tables.values()].map((table) => table.objectTypeCode);
  return Math.max(firstCustomTypeCode - 1, ...codes.filter((code) => code >= firstCustomTypeCode)) + 1;
}

/** A table that the file describes in full: new, or the solution's own from an earlier version. */
function readOwnTable(context: ImportContext, entity: Element, existing: Table | undefined): Table {
  const schemaName = schemaNameOf(entity);
  const logicalName = schemaName.toLowerCase();
  const info = at(entity, 'EntityInfo', 'entity');
  const solution = ownerOf(context, existing, componentTypes.table, logicalName);
  if (!logicalName.includes('_')) throw refuse(logicalName, 'it is no table of Dataverse, and its name has no prefix');
  const ownership = ownerships[textOf(info, 'OwnershipTypeMask') ?? ''];
  if (!ownership) throw refuse(logicalName, 'it has no OwnershipTypeMask UserOwned or OrgOwned');
  if (existing && existing.ownership !== ownership) throw refuse(logicalName, 'the ownership of an existing table cannot change');
  const columns = readColumns(context, info, logicalName, existing, solution);
  for (const column of missingSystemColumns(logicalName, ownership, columns, solution)) columns.set(column.logicalName, column);
  const primaryId = [...columns.values()].find((column) => column.isPrimaryId)?.logicalName;
  const primaryName = [...columns.values()].find((column) => column.isPrimaryName)?.logicalName;
  if (primaryId === undefined) throw refuse(logicalName, 'it has no column of type primarykey');
  if (primaryName === undefined) throw refuse(logicalName, 'it has no column with the DisplayMask PrimaryName');
  const entitySetName = textOf(info, 'EntitySetName') ?? existing?.entitySetName;
  if (entitySetName === undefined) throw refuse(logicalName, 'it has no EntitySetName');
  const clash = [...context.draft.tables.values()].find(
    (other) => other.entitySetName === entitySetName && other.logicalName !== logicalName,
  );
  if (clash) throw refuse(logicalName, `its EntitySetName ${entitySetName} is that of ${clash.logicalName}`);
  return {
    logicalName,
    schemaName,
    entitySetName,
    collectionName: entitySetName,
    metadataId: existing?.metadataId ?? stableId('table', logicalName),
    objectTypeCode: existing?.objectTypeCode ?? nextTypeCode(context),
    ownership,
    primaryIdColumn: primaryId,
    primaryNameColumn: primaryName,
    displayName: labelsOf(info, 'LocalizedNames', 'LocalizedName'),
    displayCollectionName: labelsOf(info, 'LocalizedCollectionNames', 'LocalizedCollectionName'),
    description: labelsOf(info, 'Descriptions', 'Description'),
    columns,
    keys: existing?.keys ?? [],
    privileges: customTablePrivileges(schemaName, ownership),
    isIntersect: false,
    isActivity: false,
    isCustom: true,
    isManaged: context.manifest.isManaged,
    hasNotes: flagOf(info, 'HasNotes'),
    changeTracking: flagOf(info, 'ChangeTrackingEnabled'),
    introducedVersion: textOf(info, 'IntroducedVersion') ?? '1.0.0.0',
    solution,
    iconVectorName: textOf(info, 'IconVectorName'),
  };
}

/** A table of the platform or of another solution, to which the file adds columns. */
function extendTable(context: ImportContext, entity: Element, existing: Table): Table {
  const info = at(entity, 'EntityInfo', 'entity');
  const columns = readColumns(context, info, existing.logicalName, existing, context.manifest.uniqueName);
  return { ...existing, columns };
}

/** True when the file describes the table itself and not only additions to one that exists. */
function describesTable(context: ImportContext, entity: Element, existing: Table | undefined): boolean {
  if (!existing) return true;
  return existing.isCustom && existing.solution === context.manifest.uniqueName && at(entity, 'EntityInfo', 'entity', 'OwnershipTypeMask') !== undefined;
}

function readTable(context: ImportContext, entity: Element): void {
  const logicalName = tableNameOf(entity);
  checkCovered(entity, logicalName);
  const existing = context.draft.tables.get(logicalName);
  const isOwn = describesTable(context, entity, existing);
  if (!existing && at(entity, 'EntityInfo', 'entity', 'OwnershipTypeMask') === undefined) {
    throw new SolutionRefused(
      'missingDependencies',
      `The table ${logicalName} is not in the target system, and the file only adds to it.`,
      { type: componentTypes.table, name: logicalName },
    );
  }
  const table = isOwn || !existing ? readOwnTable(context, entity, existing) : extendTable(context, entity, existing);
  const keyed = { ...table, keys: readKeys(context, at(entity, 'EntityInfo', 'entity'), table) };
  context.draft.tables.set(logicalName, keyed);
  if (isOwn) for (const privilege of privilegesOfTable(keyed)) context.draft.privileges.set(privilege.name, privilege);
  bring(context, { type: componentTypes.table, key: logicalName, table: undefined, label: textOf(entity, 'Name') ?? logicalName });
}

function readRibbon(context: ImportContext, entity: Element): void {
  const ribbon = child(entity, 'RibbonDiffXml');
  if (!ribbon || children(ribbon).length === 0) return;
  const table = tableNameOf(entity);
  const solution = context.manifest.uniqueName;
  context.draft.ribbons = context.draft.ribbons.filter((other) => other.table !== table || other.solution !== solution);
  context.draft.ribbons.push({ table, xml: toText(ribbon), solution });
  bring(context, { type: componentTypes.ribbon, key: table, table, label: table });
}

/** All tables of the file with their columns, keys and ribbons. */
export function readTables(context: ImportContext, entities: Element | undefined): void {
  for (const entity of children(entities, 'Entity')) {
    readTable(context, entity);
    readRibbon(context, entity);
  }
}
