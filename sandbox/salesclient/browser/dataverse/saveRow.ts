import { tableDefinition, type TableDefinition } from './metadata';
import { saveRecord, type Changes } from './record';

/**
 * Saves a row with whatever tables its lookups point to.
 * @param id undefined for a new row
 * @returns the row's id
 * @throws {WebApiError}
 */
export async function saveRow(
  table: TableDefinition,
  id: string | undefined,
  changes: Changes,
  language: number,
): Promise<string> {
  const names = [...changes.values()].flatMap((value) =>
    typeof value === 'object' && value?.lookup ? [value.lookup.entityType] : [],
  );
  const targets = await Promise.all([...new Set(names)].map((name) => tableDefinition(name, language)));
  return saveRecord(table, id, changes, new Map(targets.map((target) => [target.name, target.setName])));
}
