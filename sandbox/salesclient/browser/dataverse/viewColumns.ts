import { tableDefinition, type ColumnDefinition, type TableDefinition } from './metadata';
import { linksOf, type LinkedTable } from './viewFetch';
import type { View } from './views';

/** A column of a view with what is known about it. */
export interface KnownViewColumn {
  /** `column`, or `alias.column` of a linked table. */
  readonly name: string;
  readonly definition: ColumnDefinition;
  /** Alias of the linked table; undefined for the view's own. */
  readonly alias: string | undefined;
  readonly displayName: string;
  readonly order: number;
  readonly width: number;
  readonly isHidden: boolean;
  readonly isPrimary: boolean;
}

interface Joined {
  readonly by: LinkedTable;
  readonly table: TableDefinition;
}

async function joinedTables(view: View, language: number): Promise<ReadonlyMap<string, Joined>> {
  const links = linksOf(view.fetchXml);
  const tables = await Promise.all(links.map(({ table }) => tableDefinition(table, language)));
  return new Map(
    links.flatMap((by, index) => {
      const table = tables[index];
      return table ? [[by.alias, { by, table }] as const] : [];
    }),
  );
}

/** The label as the platform writes it for a linked column: with the lookup's own name behind it. */
function linkedLabel(table: TableDefinition, { by }: Joined, column: ColumnDefinition): string {
  const lookup = table.columns.get(by.to);
  return lookup ? `${column.displayName} (${lookup.displayName})` : column.displayName;
}

/** The view's columns in the order of its layout, hidden ones last. @throws {Error} naming a cell whose column does not exist */
export async function knownColumns(
  table: TableDefinition,
  view: View,
  language: number,
): Promise<readonly KnownViewColumn[]> {
  const joined = await joinedTables(view, language);
  const cells = [
    ...view.columns.map((cell) => ({ ...cell, isHidden: false })),
    ...view.hiddenColumns.map((cell) => ({ ...cell, isHidden: true })),
  ];
  return cells.map(({ name, width, isHidden }, order) => {
    const [alias = '', linkedName] = name.split('.');
    const linked = linkedName === undefined ? undefined : joined.get(alias);
    const definition = linked ? linked.table.columns.get(linkedName ?? '') : table.columns.get(name);
    if (!definition) throw new Error(`The view ${view.name} shows ${name}, which its query does not have.`);
    return {
      name,
      definition,
      alias: linked ? alias : undefined,
      displayName: linked ? linkedLabel(table, linked, definition) : definition.displayName,
      order,
      width,
      isHidden,
      isPrimary: !linked && name === table.primaryName,
    };
  });
}
