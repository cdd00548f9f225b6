import type { RowReader } from '../../dataverse/rowReader';
import type { TableAddress } from './rowWriter';

/** How the rows of one of the solution's tables are read and written. */
export interface TableDescription<T> extends TableAddress {
  readonly primaryKey: string;
  /** Columns that `read` needs, besides the primary key and the state. */
  readonly columns: readonly string[];
  /** Lookup to the connection, as it stands in a filter and in a key; `null` for a table that belongs to another. */
  readonly connectionIdValue: string | null;
  /** For such a table: the lookup of its key, e.g. `_bci_itemid_value=<id>`. */
  readonly lookupKeyOf?: (row: T) => string;
  /** Column that narrows the rows to one customer, for the table that has it. */
  readonly customerIdFilter: string | null;
  /** Columns of the alternate key besides that lookup, with their values for `row`. */
  keyOf(row: T): Readonly<Record<string, string>>;
  /** Never fails for a value that someone changed by hand: such a row just differs, and is written again. */
  read(row: RowReader): T;
  /** Every column but those of the key. */
  write(row: T): Readonly<Record<string, unknown>>;
}
