import type { ColumnDefinition, TableDefinition } from './metadata';
import { lookupOf, valueName, type LookupValue } from './values';
import { asRow, get, send, type Row } from './webApi';

/** A value that the user entered and did not save yet. */
export type Entered = string | number | boolean | null | { readonly lookup: LookupValue | null };

export type Changes = ReadonlyMap<string, Entered>;

/** Reads the columns that the form shows. @throws {WebApiError} */
export async function readRecord(table: TableDefinition, id: string, columns: readonly string[]): Promise<Row> {
  const names = columns.flatMap((name) => {
    const column = table.columns.get(name);
    return column ? [valueName(column)] : [];
  });
  const select = [...new Set([table.primaryName, ...names])].join(',');
  return asRow(await get(`${table.setName}(${id})?$select=${select}`));
}

/** The lookup as the user sees it now: what was entered, else what is stored. */
export function currentLookup(row: Row, changes: Changes, column: string): LookupValue | null {
  const entered = changes.get(column);
  if (typeof entered === 'object' && entered !== null) return entered.lookup;
  return lookupOf(row, column);
}

function assignment(
  column: ColumnDefinition,
  value: Entered,
  setNames: ReadonlyMap<string, string>,
): [string, unknown] {
  if (typeof value !== 'object' || value === null) return [column.name, value];
  const target = column.targets.find((candidate) => candidate.table === value.lookup?.entityType) ?? column.targets[0];
  const property = `${target?.navigationProperty ?? column.name}@odata.bind`;
  const setName = setNames.get(value.lookup?.entityType ?? '');
  return [property, value.lookup && setName !== undefined ? `/${setName}(${value.lookup.id})` : null];
}

/**
 * Saves what was entered: creates the record when it has no id yet.
 * @param setNames set name of every table that an entered lookup points to
 * @returns the record's id
 * @throws {WebApiError}
 */
export async function saveRecord(
  table: TableDefinition,
  id: string | undefined,
  changes: Changes,
  setNames: ReadonlyMap<string, string>,
): Promise<string> {
  const body = Object.fromEntries(
    [...changes].flatMap(([name, value]) => {
      const column = table.columns.get(name);
      return column ? [assignment(column, value, setNames)] : [];
    }),
  );
  if (id !== undefined) {
    await send('PATCH', `${table.setName}(${id})`, body);
    return id;
  }
  const { createdId } = await send('POST', table.setName, body);
  if (createdId === undefined) throw new Error('The record was saved, but Dataverse did not say under which id.');
  return createdId;
}
