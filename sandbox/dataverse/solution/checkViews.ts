import type { CatalogDraft, ImportContext } from './draft';
import { SolutionRefused } from './refusal';
import { attribute, child, children, descendants, parseXml, type Element } from './xml';
import { componentTypes } from '../metadata/componentTypes';
import type { View } from '../metadata/components';
import type { Table } from '../metadata/model';

function refuse(view: View, reason: string): SolutionRefused {
  return new SolutionRefused('savedQuery', `The view ${view.id} of ${view.table} cannot be imported: ${reason}.`, {
    type: componentTypes.view,
    name: view.id,
  });
}

function needColumn(view: View, table: Table, column: string): void {
  if (column !== '' && !table.columns.has(column)) throw refuse(view, `the table ${table.logicalName} has no column ${column}`);
}

function checkConditions(view: View, table: Table, owner: Element): void {
  for (const filter of children(owner, 'filter')) {
    checkConditions(view, table, filter);
    for (const condition of children(filter, 'condition')) {
      // A condition with entityname is about a linked table, which is checked where it is linked.
      if (attribute(condition, 'entityname') === undefined) needColumn(view, table, attribute(condition, 'attribute') ?? '');
    }
  }
}

function checkEntity(view: View, draft: CatalogDraft, element: Element): void {
  const name = attribute(element, 'name') ?? '';
  const table = draft.tables.get(name);
  if (!table) throw refuse(view, `there is no table ${name}`);
  for (const column of children(element, 'attribute')) needColumn(view, table, attribute(column, 'name') ?? '');
  for (const order of children(element, 'order')) {
    if (attribute(order, 'alias') === undefined) needColumn(view, table, attribute(order, 'attribute') ?? '');
  }
  checkConditions(view, table, element);
  for (const link of children(element, 'link-entity')) {
    const linked = draft.tables.get(attribute(link, 'name') ?? '');
    needColumn(view, table, attribute(link, 'to') ?? '');
    if (linked) needColumn(view, linked, attribute(link, 'from') ?? '');
    checkEntity(view, draft, link);
  }
}

function checkLayout(view: View, table: Table, fetch: Element): void {
  if (view.layoutXml === '') return;
  const aliases = new Set(descendants(fetch, 'link-entity').map((link) => attribute(link, 'alias')));
  for (const cell of descendants(parseXml(view.layoutXml, `view ${view.id}`), 'cell')) {
    const [first, second] = (attribute(cell, 'name') ?? '').split('.');
    if (second === undefined) needColumn(view, table, first ?? '');
    else if (!aliases.has(first)) throw refuse(view, `its column ${first ?? ''}.${second} belongs to no linked table`);
  }
}

/** The tables and columns that the file's views show and filter must exist. */
export function checkViews(context: ImportContext): void {
  for (const { type, key } of context.brought) {
    const view = type === componentTypes.view ? context.draft.views.get(key) : undefined;
    if (!view || view.fetchXml === '') continue;
    const fetch = parseXml(view.fetchXml, `view ${view.id}`);
    const entity = child(fetch, 'entity');
    const table = context.draft.tables.get(view.table);
    if (!entity || !table || attribute(entity, 'name') !== view.table) throw refuse(view, `it does not fetch ${view.table}`);
    checkEntity(view, context.draft, entity);
    checkLayout(view, table, fetch);
  }
}
