import type { Catalog } from '../metadata/catalog';
import type { AlternateKey, Table } from '../metadata/model';
import type { PlatformRows, RowValue } from '../metadata/rows';

/** How the index of a new alternate key ends: at once, only when told, or not at all. */
export type KeyActivation = 'immediate' | 'delayed' | 'failed';

function part(value: RowValue | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value.toLowerCase();
  return typeof value === 'object' && 'id' in value ? value.id : JSON.stringify(value);
}

/** True when two rows have the same values; a row with an empty key column does not count. */
function hasDuplicates(rows: PlatformRows, table: Table, key: AlternateKey): boolean {
  const seen = new Set<string>();
  for (const row of rows.rows(table.logicalName)) {
    const parts = key.columns.map((column) => part(row[column]));
    if (parts.some((each) => each === undefined)) continue;
    const entry = parts.join('\u0000');
    if (seen.has(entry)) return true;
    seen.add(entry);
  }
  return false;
}

/** The catalogue with every waiting key active, or failed where rows contradict it or `fail` is set. */
export function activateKeys(catalog: Catalog, rows: PlatformRows, fail: boolean): Catalog {
  const tables = new Map(catalog.tables);
  for (const table of catalog.tables.values()) {
    if (!table.keys.some((key) => key.indexStatus === 'Pending')) continue;
    const keys = table.keys.map((key): AlternateKey => {
      if (key.indexStatus !== 'Pending') return key;
      return { ...key, indexStatus: fail || hasDuplicates(rows, table, key) ? 'Failed' : 'Active' };
    });
    tables.set(table.logicalName, { ...table, keys });
  }
  return { ...catalog, tables };
}

/** Failed keys wait again (ReactivateEntityKey). */
export function reactivateKey(catalog: Catalog, tableName: string, keyName: string): Catalog {
  const table = catalog.tables.get(tableName);
  if (!table) return catalog;
  const keys = table.keys.map((key): AlternateKey =>
    key.logicalName === keyName && key.indexStatus === 'Failed' ? { ...key, indexStatus: 'Pending' } : key,
  );
  return { ...catalog, tables: new Map(catalog.tables).set(tableName, { ...table, keys }) };
}
