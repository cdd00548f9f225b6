import type { CatalogDraft, ImportContext } from './draft';
import { SolutionRefused } from './refusal';
import { componentTypeName, componentTypes } from '../metadata/componentTypes';
import { isLookup } from '../metadata/columns';

/** Data that goes with dropped tables and columns. */
export interface Dropped {
  readonly tables: readonly string[];
  readonly columns: readonly { readonly table: string; readonly column: string }[];
}

type IsDropped = (type: number, key: string, solution: string) => boolean;

function dropMap<Item extends { readonly solution: string }>(
  map: Map<string, Item>,
  type: number,
  isDropped: IsDropped,
  onDrop: (item: Item) => void = () => undefined,
): void {
  for (const [key, item] of [...map]) {
    if (!isDropped(type, key, item.solution)) continue;
    map.delete(key);
    onDrop(item);
  }
}

function dropTables(draft: CatalogDraft, isDropped: IsDropped): string[] {
  const tables: string[] = [];
  dropMap(draft.tables, componentTypes.table, (type, key, solution) => !(draft.tables.get(key)?.isIntersect ?? false) && isDropped(type, key, solution), (table) => {
    tables.push(table.logicalName);
    for (const name of table.privileges.values()) draft.privileges.delete(name);
    draft.ribbons = draft.ribbons.filter((ribbon) => ribbon.table !== table.logicalName);
  });
  return tables;
}

/** Relationships go with their tables, and lookups lose the targets that are gone. */
function dropRelationships(draft: CatalogDraft, tables: readonly string[], isDropped: IsDropped): string[] {
  const gone = new Set(tables);
  const intersects: string[] = [];
  for (const [name, relationship] of [...draft.relationships]) {
    const ends =
      relationship.kind === 'oneToMany'
        ? [relationship.referencedTable, relationship.referencingTable]
        : [relationship.firstTable, relationship.secondTable];
    if (!ends.some((end) => gone.has(end)) && !isDropped(componentTypes.relationship, name, relationship.solution)) continue;
    draft.relationships.delete(name);
    if (relationship.kind === 'manyToMany') {
      draft.tables.delete(relationship.intersectTable);
      intersects.push(relationship.intersectTable);
    }
  }
  return intersects;
}

function dropColumns(draft: CatalogDraft, isDropped: IsDropped): Dropped['columns'] {
  const dropped: { table: string; column: string }[] = [];
  for (const table of [...draft.tables.values()]) {
    if (table.isIntersect) continue;
    const isGone = (name: string, solution: string, isCustom: boolean): boolean =>
      isCustom && isDropped(2, `${table.logicalName}.${name}`, solution);
    const gone = [...table.columns.values()].filter((column) => isGone(column.logicalName, column.solution, column.isCustom));
    const keys = table.keys.filter(
      (key) =>
        !isDropped(14, `${table.logicalName}.${key.logicalName}`, key.solution) &&
        !key.columns.some((name) => gone.some((column) => column.logicalName === name)),
    );
    if (gone.length === 0 && keys.length === table.keys.length) continue;
    const columns = new Map(table.columns);
    for (const column of gone) {
      columns.delete(column.logicalName);
      dropped.push({ table: table.logicalName, column: column.logicalName });
    }
    draft.tables.set(table.logicalName, { ...table, columns, keys });
  }
  return dropped;
}

/** Nothing that stays may need what goes. */
function checkNothingDangles(draft: CatalogDraft, tables: readonly string[]): void {
  const refuse = (type: number, name: string, needed: string): SolutionRefused =>
    new SolutionRefused('missingDependencies', `The ${componentTypeName(type)} ${name} of another solution needs ${needed}, which would be removed.`, {
      type,
      name,
    });
  for (const table of draft.tables.values()) {
    for (const column of table.columns.values()) {
      const target = isLookup(column) ? column.targets.find((each) => tables.includes(each.table)) : undefined;
      if (target) throw refuse(2, `${table.logicalName}.${column.logicalName}`, `the table ${target.table}`);
    }
  }
  for (const view of draft.views.values()) if (tables.includes(view.table)) throw refuse(componentTypes.view, view.id, `the table ${view.table}`);
  for (const form of draft.forms.values()) if (tables.includes(form.table)) throw refuse(componentTypes.form, form.id, `the table ${form.table}`);
}

/** Removes components for which `isDropped` is true, and what belongs to them. */
export function dropComponents(draft: CatalogDraft, isDropped: IsDropped): Dropped {
  const tables = dropTables(draft, isDropped);
  const columns = dropColumns(draft, isDropped);
  const intersects = dropRelationships(draft, tables, isDropped);
  dropMap(draft.optionSets, componentTypes.optionSet, isDropped);
  dropMap(draft.views, componentTypes.view, isDropped);
  dropMap(draft.forms, componentTypes.form, isDropped);
  dropMap(draft.charts, componentTypes.chart, isDropped);
  dropMap(draft.roles, componentTypes.role, isDropped);
  dropMap(draft.webResources, componentTypes.webResource, isDropped);
  dropMap(draft.customControls, componentTypes.customControl, isDropped);
  dropMap(draft.siteMaps, componentTypes.siteMap, isDropped);
  dropMap(draft.apps, componentTypes.app, isDropped);
  dropMap(draft.environmentVariables, componentTypes.environmentVariableDefinition, isDropped);
  draft.ribbons = draft.ribbons.filter((ribbon) => !isDropped(componentTypes.ribbon, ribbon.table ?? ':RibbonDiffXml', ribbon.solution));
  checkNothingDangles(draft, tables);
  return { tables: [...tables, ...intersects], columns };
}

/** What an upgrade removes: the solution's components that the new version does not bring. An update removes nothing. */
export function dropFromDraft(context: ImportContext, isUpgrade: boolean): Dropped {
  if (!isUpgrade) return { tables: [], columns: [] };
  const brought = new Set(context.brought.map((component) => `${component.type}/${component.key}`));
  return dropComponents(
    context.draft,
    (type, key, solution) =>
      solution === context.manifest.uniqueName && !brought.has(`${type}/${key}`),
  );
}
