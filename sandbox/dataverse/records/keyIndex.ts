import { foldText } from './folding';
import { OrderedKeys } from './orderedKeys';
import type { AlternateKey } from '../metadata/model';
import type { Row, RowValue } from '../metadata/rows';

/** Lower than every character of a text, so that "ab" sorts before "ab" followed by anything in the next part. */
const separator = '\u0000';

/** The unique index of one active alternate key: finds a row by its key, and lists rows in the order of the key. */
export class KeyIndex {
  private readonly idsByKey = new Map<string, string>();
  private readonly ordered = new OrderedKeys();

  constructor(readonly key: AlternateKey) {}

  /** Number of rows that have a value in every column of the key. */
  get size(): number {
    return this.idsByKey.size;
  }

  /** The index entry of a row; undefined when a column is null: such rows are not constrained by the key. */
  entryOf(row: Row): string | undefined {
    const parts: string[] = [];
    for (const column of this.key.columns) {
      const part = keyPart(row[column] ?? null);
      if (part === undefined) return undefined;
      parts.push(part);
    }
    return parts.join(separator);
  }

  /** The id of the row with these key values. */
  find(values: Row): string | undefined {
    const entry = this.entryOf(values);
    return entry === undefined ? undefined : this.idsByKey.get(entry);
  }

  replace(id: string, before: Row | undefined, after: Row | undefined): void {
    const old = before === undefined ? undefined : this.entryOf(before);
    const next = after === undefined ? undefined : this.entryOf(after);
    if (old === next) return;
    if (old !== undefined && this.idsByKey.get(old) === id) {
      this.idsByKey.delete(old);
      this.ordered.delete(old);
    }
    if (next !== undefined) {
      this.idsByKey.set(next, id);
      this.ordered.add(next);
    }
  }

  /**
   * Ids of the rows whose first key columns have these values, in the order of the remaining ones.
   * @param leading values of the first columns of the key, in its order
   * @param after start behind the row with these key values (a page's last row)
   */
  *idsInOrder(
    leading: readonly RowValue[],
    direction: 'asc' | 'desc',
    after: Row | undefined,
  ): IterableIterator<string> {
    const prefix = leading.map((value) => `${keyPart(value) ?? ''}${separator}`).join('');
    const last = after === undefined ? undefined : this.entryOf(after);
    const keys =
      direction === 'asc' ? this.ordered.ascending(last ?? prefix) : this.ordered.descending(last ?? `${prefix}\uffff`);
    for (const entry of keys) {
      if (entry === last) continue;
      if (!entry.startsWith(prefix)) return;
      const id = this.idsByKey.get(entry);
      if (id !== undefined) yield id;
    }
  }
}

function keyPart(value: RowValue): string | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') return foldText(value);
  if (typeof value === 'number') return sortableNumber(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  return 'id' in value ? value.id : undefined;
}

/** A text that sorts as the number does: the bits of the double, with the sign turned round. */
function sortableNumber(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value === 0 ? 0 : value);
  const bits = view.getBigUint64(0);
  const ordered = bits >> 63n === 0n ? bits | (1n << 63n) : ~bits & 0xffff_ffff_ffff_ffffn;
  return ordered.toString(16).padStart(16, '0');
}
