import { bring, ownerOf, type ImportContext } from './draft';
import { SolutionRefused, notCovered } from './refusal';
import { tableNameOf } from './readTables';
import { at, attribute, child, children, flagOf, labelsOf, numberOf, textOf, toText, type Element } from './xml';
import { componentTypes } from '../metadata/componentTypes';
import { parseGuid } from '../metadata/identifiers';
import type { Labels } from '../metadata/labels';

/** The XML inside an element, as text. */
function inner(parent: Element, name: string): string {
  const content = children(child(parent, name))[0];
  return content ? toText(content) : (child(parent, name)?.textContent ?? '').trim();
}

function names(element: Element): Labels {
  return labelsOf(element, 'LocalizedNames', 'LocalizedName');
}

function readView(context: ImportContext, table: string, element: Element): void {
  const id = parseGuid(textOf(element, 'savedqueryid') ?? '');
  if (id === undefined) {
    throw new SolutionRefused('savedQuery', `A view of ${table} has no savedqueryid.`, { type: componentTypes.view, name: table });
  }
  const existing = context.draft.views.get(id);
  if (existing && existing.table !== table) {
    throw new SolutionRefused('savedQuery', `The view ${id} of ${table} has the id of a view of ${existing.table}.`, {
      type: componentTypes.view,
      name: id,
    });
  }
  const solution = ownerOf(context, existing, componentTypes.view, id);
  context.draft.views.set(id, {
    id,
    table,
    names: names(element),
    descriptions: labelsOf(element, 'Descriptions', 'Description'),
    queryType: numberOf(element, 'querytype') ?? 0,
    isDefault: flagOf(element, 'isdefault'),
    isQuickFind: flagOf(element, 'isquickfindquery'),
    fetchXml: inner(element, 'fetchxml'),
    layoutXml: inner(element, 'layoutxml'),
    solution,
    isManaged: context.manifest.isManaged,
  });
  bring(context, { type: componentTypes.view, key: id, table, label: id });
}

function readChart(context: ImportContext, table: string, element: Element): void {
  const id = parseGuid(textOf(element, 'savedqueryvisualizationid') ?? '');
  if (id === undefined) throw notCovered(componentTypes.chart, `${table} (a chart without id)`);
  const existing = context.draft.charts.get(id);
  context.draft.charts.set(id, {
    id,
    table,
    names: names(element),
    dataXml: inner(element, 'datadescription'),
    presentationXml: inner(element, 'presentationdescription'),
    solution: ownerOf(context, existing, componentTypes.chart, id),
  });
  bring(context, { type: componentTypes.chart, key: id, table, label: id });
}

/** Views and charts of every table in the file. */
export function readViews(context: ImportContext, entities: Element | undefined): void {
  for (const entity of children(entities, 'Entity')) {
    const table = tableNameOf(entity);
    for (const element of children(at(entity, 'SavedQueries', 'savedqueries'), 'savedquery')) readView(context, table, element);
    for (const element of children(child(entity, 'Visualizations'), 'visualization')) readChart(context, table, element);
    if (attribute(entity, 'deleted') === '1') throw notCovered(componentTypes.table, table, 'deletion of a table');
  }
}
