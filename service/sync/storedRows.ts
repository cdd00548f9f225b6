import { NumberColumn } from './columns';
import { GuidColumn, wordsOfGuid } from './guidColumn';

const STORED = 1;
const ACTIVE = 2;
const SEEN = 4;
const STALE = 8;

/** What is known of the rows that Dataverse holds, by slot: enough to tell what differs, 40 bytes each. */
export class StoredRows {
  private readonly ids = new GuidColumn();
  private readonly fingerprints = new NumberColumn(Number.NaN);
  private readonly flags = new NumberColumn(0);
  private slots = 0;
  private activeCount = 0;

  /** Rows that are there and active. */
  get active(): number {
    return this.activeCount;
  }

  load(
    slot: number,
    row: { readonly id: string; readonly active: boolean },
    fingerprint: number,
    stale: boolean,
  ): void {
    this.ids.set(slot, wordsOfGuid(row.id));
    this.fingerprints.set(slot, fingerprint);
    this.flags.set(slot, STORED | (row.active ? ACTIVE : 0) | (stale ? STALE : 0));
    this.slots = Math.max(this.slots, slot + 1);
    if (row.active) this.activeCount += 1;
  }

  /** `null` when there is no such row yet. */
  id(slot: number): string | null {
    return this.has(slot, STORED) ? this.ids.get(slot) : null;
  }

  isStale(slot: number): boolean {
    return this.has(slot, STALE);
  }

  equals(slot: number, fingerprint: number): boolean {
    return this.has(slot, STORED | ACTIVE) && this.fingerprints.get(slot) === fingerprint;
  }

  /** Business Central has this record. */
  see(slot: number): void {
    this.flags.set(slot, this.flags.get(slot) | SEEN);
  }

  isSeen(slot: number): boolean {
    return this.has(slot, SEEN);
  }

  /** Active rows whose record Business Central no longer has. */
  *unseen(): Iterable<{ readonly slot: number; readonly id: string }> {
    for (let slot = 0; slot < this.slots; slot += 1) {
      if (this.has(slot, STORED | ACTIVE) && !this.isSeen(slot)) yield { slot, id: this.ids.get(slot) };
    }
  }

  private has(slot: number, flags: number): boolean {
    return (this.flags.get(slot) & flags) === flags;
  }
}
