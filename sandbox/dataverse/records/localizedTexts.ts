import { labelIn, type Labels } from '../metadata/labels';
import type { CatalogReader } from '../metadata/catalog';
import type { Table } from '../metadata/model';
import type { Row } from '../metadata/rows';

interface LocalizedComponent {
  readonly names: Labels;
  readonly descriptions: Labels;
}

function componentOf(catalog: CatalogReader, table: Table, id: string): LocalizedComponent | undefined {
  if (table.logicalName === 'savedquery') return catalog.views.get(id);
  if (table.logicalName === 'systemform') return catalog.forms.get(id);
  return undefined;
}

/**
 * The name or description of a view or form in the user's language: Dataverse keeps these columns in every language
 * and answers with the one of the user. Undefined for any other column.
 */
export function localizedText(
  catalog: CatalogReader,
  table: Table,
  column: string,
  row: Row,
  language: number,
): string | undefined {
  if (column !== 'name' && column !== 'description') return undefined;
  const id = row[table.primaryIdColumn];
  const component = typeof id === 'string' ? componentOf(catalog, table, id) : undefined;
  if (component === undefined) return undefined;
  return labelIn(column === 'name' ? component.names : component.descriptions, language);
}
