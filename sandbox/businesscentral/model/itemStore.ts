import { compareTexts } from './collation';
import type { ItemRecord, ItemSource } from './items';

/** What changed since the source was made; a copy is a way back. */
interface Changes {
  readonly replaced: ReadonlyMap<number, ItemRecord | undefined>;
  readonly added: readonly ItemRecord[];
}

/** A part of the item numbers; undefined = no bound. */
export interface NumberRange {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Items that are in the source, with what was changed, added or deleted on top. */
export class ItemStore {
  private changes: Changes = { replaced: new Map(), added: [] };
  /** Where documents and entries were put; what was taken back is found to be gone when it is looked at. */
  private readonly documentPlaces = new Map<string, Set<number>>();
  private readonly entryPlaces = new Map<number, number>();

  constructor(private readonly source: ItemSource) {}

  /** One more than the largest index; deleted items keep their place. */
  get end(): number {
    return this.source.count + this.changes.added.length;
  }

  get count(): number {
    let deleted = 0;
    for (const record of this.changes.replaced.values()) {
      deleted += record === undefined ? 1 : 0;
    }
    return this.end - deleted;
  }

  /** Whether the natural order is that of the item numbers. */
  get numbersAscend(): boolean {
    return this.changes.added.length === 0;
  }

  at(index: number): ItemRecord | undefined {
    if (this.changes.replaced.has(index)) {
      return this.changes.replaced.get(index);
    }
    if (index < this.source.count) {
      return index < 0 ? undefined : this.source.at(index);
    }
    return this.changes.added[index - this.source.count];
  }

  /** Codes are kept in capitals. */
  indexOfNumber(itemNumber: string): number | undefined {
    const code = itemNumber.toUpperCase();
    return this.existing(
      this.source.indexOfNumber(code) ?? this.addedIndex(({ item }) => item.number.toUpperCase() === code),
    );
  }

  byNumber(itemNumber: string): ItemRecord | undefined {
    const index = this.indexOfNumber(itemNumber);
    return index === undefined ? undefined : this.at(index);
  }

  indexOfItem(id: string): number | undefined {
    return this.existing(this.source.indexOfItem(id) ?? this.addedIndex(({ item }) => item.id === id));
  }

  /** The items that are on a purchase, return or transfer order, or were. */
  indexesOfDocument(documentNumber: string): readonly number[] {
    return [
      ...new Set([
        ...this.source.indexesOfDocument(documentNumber),
        ...(this.documentPlaces.get(documentNumber) ?? []),
      ]),
    ].sort((left, right) => left - right);
  }

  indexOfEntry(entryNumber: number): number | undefined {
    return this.existing(this.entryPlaces.get(entryNumber) ?? this.source.indexOfEntry(entryNumber));
  }

  /** Indexes of the items whose numbers are in the range, found without looking at the others. */
  *indexesBetween({ from, to }: NumberRange): Iterable<number> {
    const last = to === undefined ? this.source.count : this.firstIndex((number) => compareTexts(number, to) > 0);
    const first = from === undefined ? 0 : this.firstIndex((number) => compareTexts(number, from) >= 0);
    for (let index = first; index < last; index += 1) {
      yield index;
    }
    for (let index = this.source.count; index < this.end; index += 1) {
      yield index;
    }
  }

  replace(index: number, record: ItemRecord | undefined): void {
    const before = this.at(index)?.stock.entries.length ?? 0;
    this.changes = { ...this.changes, replaced: new Map(this.changes.replaced).set(index, record) };
    if (record !== undefined) {
      this.remember(index, record, before);
    }
  }

  add(record: ItemRecord): void {
    this.changes = { ...this.changes, added: [...this.changes.added, record] };
  }

  /** The state to go back to. */
  snapshot(): () => void {
    const { changes } = this;
    return () => {
      this.changes = changes;
    };
  }

  private remember(index: number, { stock }: ItemRecord, entriesBefore: number): void {
    for (const { documentNumber } of [...stock.orderLines, ...stock.transferLines]) {
      const places = this.documentPlaces.get(documentNumber) ?? new Set();
      this.documentPlaces.set(documentNumber, places.add(index));
    }
    for (const { number } of stock.entries.slice(entriesBefore)) {
      this.entryPlaces.set(number, index);
    }
  }

  /** The first index of the source whose number fulfils a condition that all later ones fulfil, too. */
  private firstIndex(fulfils: (itemNumber: string) => boolean): number {
    let [low, high] = [0, this.source.count];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (fulfils(this.source.numberAt(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private addedIndex(test: (record: ItemRecord) => boolean): number | undefined {
    const index = this.changes.added.findIndex(test);
    return index < 0 ? undefined : this.source.count + index;
  }

  private existing(index: number | undefined): number | undefined {
    return index === undefined || this.at(index) === undefined ? undefined : index;
  }
}
