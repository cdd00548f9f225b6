import { foldText } from './folding';
import { KeyIndex } from './keyIndex';
import { OrderedKeys } from './orderedKeys';
import type { AlternateKey } from '../metadata/model';
import type { Row, RowValue } from '../metadata/rows';

/** The rows of one table and the indexes over them. It knows neither security nor transactions. */
export class TableRows {
  private readonly byId = new Map<string, Row>();
  /** Primary ids in order: the default order of a query, and what paging continues in. */
  readonly ids = new OrderedKeys();
  private readonly valueIndexes = new Map<string, Map<string, Set<string>>>();
  private keyIndexes: KeyIndex[] = [];
  private keysIndexed: readonly AlternateKey[] = [];

  get size(): number {
    return this.byId.size;
  }

  get(id: string): Row | undefined {
    return this.byId.get(id);
  }

  all(): Iterable<Row> {
    return this.byId.values();
  }

  /** Puts a row in place of the one with the same id, if any; undefined removes it. Returns the row that was there. */
  replace(id: string, row: Row | undefined): Row | undefined {
    const before = this.byId.get(id);
    if (row === undefined) {
      this.byId.delete(id);
      if (before !== undefined) this.ids.delete(id);
    } else {
      this.byId.set(id, row);
      if (before === undefined) this.ids.add(id);
    }
    for (const [column, index] of this.valueIndexes) reindex(index, id, before?.[column], row?.[column]);
    for (const index of this.keyIndexes) index.replace(id, before, row);
    return before;
  }

  /** Ids of the rows whose column holds the text (any case) or points to the id. Built at first use, kept from then on. */
  idsWith(column: string, value: string): ReadonlySet<string> {
    let index = this.valueIndexes.get(column);
    if (index === undefined) {
      index = new Map();
      for (const [id, row] of this.byId) reindex(index, id, undefined, row[column]);
      this.valueIndexes.set(column, index);
    }
    return index.get(foldText(value)) ?? emptySet;
  }

  /** The indexes of the table's alternate keys as they are defined now; those that are not active have none. */
  indexesFor(keys: readonly AlternateKey[]): readonly KeyIndex[] {
    if (keys !== this.keysIndexed && !sameKeys(keys, this.keysIndexed)) {
      this.keyIndexes = keys.filter((key) => key.indexStatus === 'Active').map((key) => new KeyIndex(key));
      for (const [id, row] of this.byId) for (const index of this.keyIndexes) index.replace(id, undefined, row);
    }
    this.keysIndexed = keys;
    return this.keyIndexes;
  }
}

const emptySet: ReadonlySet<string> = new Set();

/** True when an import left the keys as they were: their indexes then stay. */
function sameKeys(left: readonly AlternateKey[], right: readonly AlternateKey[]): boolean {
  const text = (keys: readonly AlternateKey[]): string =>
    keys.map((key) => `${key.logicalName}:${key.columns.join(',')}:${key.indexStatus}`).join(';');
  return text(left) === text(right);
}

/** The text under which a value is found, or undefined for values that are not looked up by text. */
export function indexText(value: RowValue | undefined): string | undefined {
  if (typeof value === 'string') return foldText(value);
  if (typeof value === 'object' && value !== null && 'id' in value) return value.id;
  return undefined;
}

function reindex(
  index: Map<string, Set<string>>,
  id: string,
  before: RowValue | undefined,
  after: RowValue | undefined,
): void {
  const old = indexText(before);
  const next = indexText(after);
  if (old === next) return;
  if (old !== undefined) {
    const ids = index.get(old);
    ids?.delete(id);
    if (ids?.size === 0) index.delete(old);
  }
  if (next === undefined) return;
  const ids = index.get(next);
  if (ids === undefined) index.set(next, new Set([id]));
  else ids.add(id);
}
