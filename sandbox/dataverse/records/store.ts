import { randomUUID } from 'node:crypto';

import { TableRows } from './tableRows';
import type { KeyIndex } from './keyIndex';
import type { Table } from '../metadata/model';
import type { PlatformRows, Row } from '../metadata/rows';

interface Change {
  readonly table: string;
  readonly id: string;
  readonly before: Row | undefined;
}

/**
 * All rows of the organization, in memory. Rows are never changed in place: a write puts a new object, so that undoing
 * it is putting the old one back, and a reader that holds a row holds a consistent one.
 * Everything is synchronous, so a transaction cannot be seen half done.
 */
export class RecordStore implements PlatformRows {
  private readonly tables = new Map<string, TableRows>();
  private readonly changes: Change[] = [];
  private depth = 0;
  private version = 1_000_000;

  /** @param primaryIdOf the name of a table's primary id column */
  constructor(private readonly primaryIdOf: (table: string) => string) {}

  /** The number that the next write gets; it grows with every write, as Dataverse's row versions do. */
  nextVersion(): number {
    this.version += 1;
    return this.version;
  }

  row(table: string, id: string): Row | undefined {
    return this.tables.get(table)?.get(id);
  }

  rows(table: string): Iterable<Row> {
    return this.tableRows(table).all();
  }

  /** Number of rows of a table. */
  size(table: string): number {
    return this.tables.get(table)?.size ?? 0;
  }

  /** Primary ids in ascending order, starting behind `after`. */
  *idsInOrder(table: string, direction: 'asc' | 'desc', after: string | undefined): IterableIterator<string> {
    const { ids } = this.tableRows(table);
    const keys = direction === 'asc' ? ids.ascending(after) : ids.descending(after);
    for (const id of keys) if (id !== after) yield id;
  }

  *rowsWithLookup(table: string, column: string, id: string): Iterable<Row> {
    // The set is copied: callers delete and change rows while they go through it.
    for (const rowId of [...this.idsWith(table, column, id)]) {
      const row = this.row(table, rowId);
      if (row !== undefined) yield row;
    }
  }

  /** Ids of the rows whose column holds the text (any case) or points to the id. */
  idsWith(table: string, column: string, value: string): ReadonlySet<string> {
    return this.tableRows(table).idsWith(column, value);
  }

  /** The indexes of the table's active alternate keys. */
  keyIndexes(table: Table): readonly KeyIndex[] {
    return this.tableRows(table.logicalName).indexesFor(table.keys);
  }

  put(table: string, id: string, values: Row): void {
    const before = this.row(table, id);
    this.write(table, id, { ...before, ...values, versionnumber: this.nextVersion() });
  }

  /** Puts a whole row as it is. */
  write(table: string, id: string, row: Row): void {
    this.note(table, id, this.tableRows(table).replace(id, row));
  }

  remove(table: string, id: string): void {
    if (this.row(table, id) === undefined) return;
    this.note(table, id, this.tableRows(table).replace(id, undefined));
  }

  dropTable(table: string): void {
    const ids = [...this.tableRows(table).ids.ascending()];
    for (const id of ids) this.remove(table, id);
    if (this.depth === 0) this.tables.delete(table);
  }

  dropColumn(table: string, column: string): void {
    for (const id of [...this.tableRows(table).ids.ascending()]) {
      const { [column]: dropped, ...rest } = this.row(table, id) ?? {};
      if (dropped !== undefined) this.write(table, id, rest);
    }
  }

  joined(intersectTable: string, column: string, id: string, otherColumn: string): readonly string[] {
    const others: string[] = [];
    for (const row of this.rowsWithLookup(intersectTable, column, id)) {
      const other = row[otherColumn];
      if (typeof other === 'string') others.push(other);
    }
    return others;
  }

  join(intersectTable: string, pair: Readonly<Record<string, string>>): void {
    if (this.pairId(intersectTable, pair) !== undefined) return;
    const id = randomUUID();
    this.write(intersectTable, id, {
      ...pair,
      [this.primaryIdOf(intersectTable)]: id,
      versionnumber: this.nextVersion(),
    });
  }

  unjoin(intersectTable: string, pair: Readonly<Record<string, string>>): void {
    const id = this.pairId(intersectTable, pair);
    if (id !== undefined) this.remove(intersectTable, id);
  }

  transaction<Result>(work: () => Result): Result {
    const start = this.changes.length;
    this.depth += 1;
    try {
      return work();
    } catch (error) {
      this.undo(start);
      throw error;
    } finally {
      this.depth -= 1;
      if (this.depth === 0) this.changes.length = 0;
    }
  }

  private undo(start: number): void {
    while (this.changes.length > start) {
      const change = this.changes.pop();
      if (change !== undefined) this.tableRows(change.table).replace(change.id, change.before);
    }
  }

  private note(table: string, id: string, before: Row | undefined): void {
    if (this.depth > 0) this.changes.push({ table, id, before });
  }

  private pairId(intersectTable: string, pair: Readonly<Record<string, string>>): string | undefined {
    const entries = Object.entries(pair);
    const [first] = entries;
    if (first === undefined) return undefined;
    for (const id of this.idsWith(intersectTable, first[0], first[1])) {
      const row = this.row(intersectTable, id);
      if (entries.every(([column, value]) => row?.[column] === value)) return id;
    }
    return undefined;
  }

  private tableRows(table: string): TableRows {
    let rows = this.tables.get(table);
    if (rows === undefined) {
      rows = new TableRows();
      this.tables.set(table, rows);
    }
    return rows;
  }
}
