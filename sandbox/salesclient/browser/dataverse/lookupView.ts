import type { TableDefinition } from './metadata';
import { queryType, viewsOf, type View } from './views';

/** What a lookup shows of a table that has no view for it: names in their order. */
function plainView(table: TableDefinition): View {
  const { primaryId, primaryName } = table;
  return {
    id: '',
    name: table.pluralName,
    fetchXml:
      `<fetch><entity name="${table.name}"><attribute name="${primaryId}"/><attribute name="${primaryName}"/>` +
      `<order attribute="${primaryName}"/></entity></fetch>`,
    columns: [{ name: primaryName, width: 300 }],
    hiddenColumns: [],
    isDefault: true,
  };
}

/** The views that a lookup of the table opens: all rows, and those that a text finds; a table without quick find is searched by name. */
export async function lookupViews(
  table: TableDefinition,
): Promise<{ readonly all: View; readonly finder: View | undefined }> {
  const [lookups, finders] = await Promise.all([
    viewsOf(table.name, queryType.lookup),
    viewsOf(table.name, queryType.quickFind),
  ]);
  return { all: lookups[0] ?? plainView(table), finder: finders[0] };
}
