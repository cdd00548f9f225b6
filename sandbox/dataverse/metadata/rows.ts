/** A reference to a row. */
export interface RowReference {
  readonly table: string;
  readonly id: string;
}

/**
 * A stored value: text, GUID (lower case, no braces) and ISO date or instant are strings; every number incl. money is a
 * number; a choice its value; a multi-select its values; lookups a reference; null is no value.
 */
export type RowValue = string | number | boolean | readonly number[] | RowReference | null;

/** Column logical name to value. A column without entry is null. */
export type Row = Readonly<Record<string, RowValue>>;

/**
 * Rows as the platform itself sees them: no security, no events, no required levels.
 * The solution importer writes its components (roles, forms, web resources ...) through it, and security reads users,
 * teams and role assignments from it. A call takes effect at once; `transaction` undoes all of them when it throws.
 */
export interface PlatformRows {
  row(table: string, id: string): Row | undefined;
  rows(table: string): Iterable<Row>;
  /** Rows whose lookup column points to `id`. */
  rowsWithLookup(table: string, column: string, id: string): Iterable<Row>;
  /** Creates the row, or replaces the given columns of the one with the same id. The primary id is in `values`. */
  put(table: string, id: string, values: Row): void;
  remove(table: string, id: string): void;
  /** Removes all rows of a table that is uninstalled. */
  dropTable(table: string): void;
  /** Removes a column's values. */
  dropColumn(table: string, column: string): void;
  /** Ids of the other side's rows joined by the intersect table, e.g. `joined('systemuserroles', 'systemuserid', id, 'roleid')`. */
  joined(intersectTable: string, column: string, id: string, otherColumn: string): readonly string[];
  join(intersectTable: string, first: Readonly<Record<string, string>>): void;
  unjoin(intersectTable: string, first: Readonly<Record<string, string>>): void;
  /** Runs `work`; when it throws, every change it made is undone and the error goes on. */
  transaction<Result>(work: () => Result): Result;
}
