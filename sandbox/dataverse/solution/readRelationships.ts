import { bring, ownerOf, type ImportContext } from './draft';
import { SolutionRefused, notCovered } from './refusal';
import { targetsOfSystemLookup } from './systemColumns';
import { attribute, child, children, flagOf, textOf, type Element } from './xml';
import { isLookup, type LookupColumn } from '../metadata/columns';
import { componentTypes } from '../metadata/componentTypes';
import { stableId } from '../metadata/identifiers';
import type { Table } from '../metadata/model';
import type { Cascade, CascadeBehaviors, OneToManyRelationship } from '../metadata/relationships';
import { readManyToMany } from './readManyToMany';

const cascadeNames: readonly Cascade[] = ['NoCascade', 'Cascade', 'Active', 'UserOwned', 'RemoveLink', 'Restrict'];

/** `owner` is the platform's name for users and teams together; it has no rows of its own. */
const principalTable = 'owner';

function cascade(element: Element, name: string): Cascade {
  const value = textOf(element, name) ?? 'NoCascade';
  const known = cascadeNames.find((candidate) => candidate === value);
  if (!known) throw new SolutionRefused('invalidXml', `The relationship ${attribute(element, 'Name') ?? ''} has ${name} ${value}.`);
  return known;
}

function cascades(element: Element): CascadeBehaviors {
  return {
    assign: cascade(element, 'CascadeAssign'),
    delete: cascade(element, 'CascadeDelete'),
    merge: 'NoCascade',
    reparent: cascade(element, 'CascadeReparent'),
    share: cascade(element, 'CascadeShare'),
    unshare: cascade(element, 'CascadeUnshare'),
    rollupView: cascade(element, 'CascadeRollupView'),
  };
}

function refuse(name: string, reason: string): SolutionRefused {
  return new SolutionRefused('missingDependencies', `The relationship ${name} cannot be imported: ${reason}.`, {
    type: componentTypes.relationship,
    name,
  });
}

/** Navigation property of a role: 1 is the lookup's side, 0 the collection's. */
function roleName(element: Element, roleType: '0' | '1'): string | undefined {
  const roles = children(child(element, 'EntityRelationshipRoles'), 'EntityRelationshipRole');
  return textOf(roles.find((role) => textOf(role, 'RelationshipRoleType') === roleType), 'NavigationPropertyName');
}

function lookupOf(table: Table, schemaName: string, relationship: string): LookupColumn {
  const column = table.columns.get(schemaName.toLowerCase());
  if (!column) throw refuse(relationship, `the table ${table.logicalName} has no column ${schemaName.toLowerCase()}`);
  if (!isLookup(column)) throw refuse(relationship, `the column ${table.logicalName}.${column.logicalName} is no lookup`);
  return column;
}

function addTarget(context: ImportContext, table: Table, column: LookupColumn, target: string, navigationProperty: string): void {
  if (target === principalTable || column.targets.some((known) => known.table === target)) return;
  const next: LookupColumn = { ...column, targets: [...column.targets, { table: target, navigationProperty }] };
  context.draft.tables.set(table.logicalName, { ...table, columns: new Map(table.columns).set(column.logicalName, next) });
}

function readOneToMany(context: ImportContext, element: Element, name: string): void {
  const referencingName = (textOf(element, 'ReferencingEntityName') ?? '').toLowerCase();
  const referencedName = (textOf(element, 'ReferencedEntityName') ?? '').toLowerCase();
  const referencing = context.draft.tables.get(referencingName);
  const referenced = context.draft.tables.get(referencedName);
  if (!referencing) throw refuse(name, `there is no table ${referencingName}`);
  if (!referenced && referencedName !== principalTable) throw refuse(name, `there is no table ${referencedName}`);
  const column = lookupOf(referencing, textOf(element, 'ReferencingAttributeName') ?? '', name);
  const fallback = column.isCustom ? column.schemaName : column.logicalName;
  const navigationProperty = roleName(element, '1') ?? fallback;
  const existing = context.draft.relationships.get(name);
  const relationship: OneToManyRelationship = {
    kind: 'oneToMany',
    schemaName: name,
    metadataId: existing?.metadataId ?? stableId('relationship', name),
    referencedTable: referencedName,
    referencedColumn: referenced?.primaryIdColumn ?? 'ownerid',
    referencingTable: referencingName,
    referencingColumn: column.logicalName,
    referencedNavigationProperty: roleName(element, '0') ?? name,
    referencingNavigationProperty: navigationProperty,
    cascade: cascades(element),
    isCustom: column.isCustom,
    isHierarchical: flagOf(element, 'IsHierarchical'),
    introducedVersion: textOf(element, 'IntroducedVersion') ?? '1.0.0.0',
    solution: ownerOf(context, existing, componentTypes.relationship, name),
  };
  context.draft.relationships.set(name, relationship);
  addTarget(context, referencing, column, referencedName, navigationProperty);
}

/** Every lookup must lead somewhere after the relationships are read. */
function checkLookups(context: ImportContext): void {
  for (const { type, key } of context.brought) {
    const table = type === componentTypes.table ? context.draft.tables.get(key) : undefined;
    if (!table) continue;
    const columns = new Map(table.columns);
    for (const column of table.columns.values()) {
      if (!isLookup(column) || column.targets.length > 0) continue;
      const targets = targetsOfSystemLookup(column.logicalName);
      if (!targets) throw refuse(column.schemaName, `the lookup ${key}.${column.logicalName} has no relationship in the file`);
      columns.set(column.logicalName, { ...column, targets });
    }
    context.draft.tables.set(key, { ...table, columns });
  }
}

/** All relationships of the file (`EntityRelationships`); gives the lookups their targets. */
export function readRelationships(context: ImportContext, list: Element | undefined): void {
  for (const element of children(list, 'EntityRelationship')) {
    const name = attribute(element, 'Name') ?? '';
    const type = textOf(element, 'EntityRelationshipType');
    if (type === 'OneToMany') readOneToMany(context, element, name);
    else if (type === 'ManyToMany') readManyToMany(context, element, name);
    else throw notCovered(componentTypes.relationship, name, `relationship of type ${type ?? 'unknown'}`);
    bring(context, { type: componentTypes.relationship, key: name, table: undefined, label: name });
  }
  checkLookups(context);
}
