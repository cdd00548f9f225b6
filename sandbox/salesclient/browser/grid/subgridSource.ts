import { tableDefinition, type TableDefinition } from '../dataverse/metadata';
import { knownColumns, type KnownViewColumn } from '../dataverse/viewColumns';
import type { ViewQuery } from '../dataverse/viewFetch';
import { queryType, readView, viewsOf, type View, type ViewPage } from '../dataverse/views';
import { asRow, get, textOf } from '../dataverse/webApi';
import type { SubgridDefinition } from './subgridDefinition';

/** The record that a subgrid belongs to. */
export interface ParentRecord {
  readonly table: TableDefinition;
  readonly id: string;
  readonly name: string;
}

/** A subgrid's view, narrowed to the rows of one record. */
export interface SubgridSource {
  readonly table: TableDefinition;
  readonly view: View;
  readonly columns: readonly KnownViewColumn[];
  readonly parent: ParentRecord;
  /** The lookup that names the parent; undefined when all rows of the view are shown. */
  readonly parentColumn: string | undefined;
  /** Whether the parent is in its first state: active, or a draft. Rows of any other are not changed. */
  readonly isParentOpen: boolean;
  /** @throws {WebApiError} */
  read(query: ViewQuery): Promise<ViewPage>;
}

/** The column of the many side, so that the view can be narrowed to the parent. */
async function referencingColumn(relationship: string): Promise<string> {
  const path = `RelationshipDefinitions(SchemaName='${relationship}')/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata?$select=ReferencingAttribute`;
  return textOf(asRow(await get(path)), 'ReferencingAttribute');
}

async function isOpen({ table, id }: ParentRecord): Promise<boolean> {
  if (!table.columns.has('statecode')) return true;
  return asRow(await get(`${table.setName}(${id})?$select=statecode`)).statecode === 0;
}

/** Finds the view and what it needs. @throws {Error} when the table has no view; {WebApiError} when refused */
export async function subgridSource(
  definition: SubgridDefinition,
  parent: ParentRecord,
  language: number,
): Promise<SubgridSource> {
  const [table, own, associated, parentColumn, isParentOpen] = await Promise.all([
    tableDefinition(definition.table, language),
    viewsOf(definition.table, queryType.public),
    viewsOf(definition.table, queryType.associated),
    definition.relationship === '' ? undefined : referencingColumn(definition.relationship),
    isOpen(parent),
  ]);
  const view = [...own, ...associated].find(({ id }) => id === definition.view) ?? own[0];
  if (!view) throw new Error(`${table.pluralName}: no view.`);
  const narrowed = parentColumn === undefined ? {} : { parent: { column: parentColumn, id: parent.id } };
  // As the platform does: a component names its records by the primary column, and lines tell what they are of.
  const needed = ['isproductoverridden', table.primaryName].filter((name) => table.columns.has(name));
  return {
    table,
    view,
    columns: await knownColumns(table, view, language),
    parent,
    parentColumn,
    isParentOpen,
    read: (query) => readView(table.setName, view, { columns: needed, ...narrowed, ...query }),
  };
}
