import { fingerprintOfItem } from './fingerprint';
import { GuidIndex } from './guidIndex';
import { toSeconds } from './instants';
import { ItemChunk, type ChunkItem } from './itemChunk';
import type { ItemFilter, ItemRecord } from './itemPorts';
import type { ItemRun } from './itemRun';
import { itemPictureOf } from './itemSnapshot';
import type { KnownLocations } from './locationReconciliation';
import { readAvailability, type AvailabilityReading } from './readAvailability';
import { RefreshesBeside } from './refreshesBeside';
import { StoredRows } from './storedRows';

/** After so many groups of items whose availability could not be read, the rest of them is left for the next run. */
const MOST_FAILED_GROUPS = 3;
const OUT_OF_RANGE = {
  code: 'outOfRange',
  message: 'A quantity of this item is beyond 50,000,000,000 or has more than five decimals, so it is not shown.',
  correlationId: null,
};

/**
 * Items and their availability: compared with the rows that are there, written where they differ, made inactive when
 * they are gone. Of all items only ids and fingerprints are in memory, about 100 bytes each; figures by location are
 * there for one group of items at a time.
 */
export class ItemReconciliation {
  private readonly index = new GuidIndex();
  private readonly rows = new StoredRows();
  /** Row ids by systemId. */
  private readonly unwritten = new Map<string, string>();
  private readonly kept = new Set<string>();
  private seenCount = 0;
  private failedGroups = 0;
  private readGroups = 0;
  private readonly refreshes: RefreshesBeside;

  constructor(
    private readonly run: ItemRun,
    private readonly locations: KnownLocations,
  ) {
    this.refreshes = new RefreshesBeside(run);
  }

  /**
   * True when the availability of no item could be read. Then no row is marked: the connection keeps its older date,
   * which says more than the day on which each row was last written.
   */
  get isAllUnread(): boolean {
    return this.failedGroups > 0 && this.readGroups === 0;
  }

  /** Active rows that are known although not one item was met. */
  get vanished(): number {
    return this.seenCount === 0 ? this.rows.active : 0;
  }

  /** True for an item that is there but could not be read or written: its last figures stay. */
  isKept(systemId: string): boolean {
    return this.kept.has(systemId);
  }

  async loadStored(): Promise<void> {
    const { store, connectionId, write } = this.run;
    for await (const page of store.items.stored(connectionId, write)) {
      for (const row of page) {
        if (row.systemId !== '') this.load(row.systemId, row, fingerprintOfItem(row), row.stale);
      }
    }
  }

  load(
    systemId: string,
    row: { readonly id: string; readonly active: boolean },
    fingerprint: number,
    stale: boolean,
  ): void {
    this.rows.load(this.index.add(systemId), row, fingerprint, stale);
  }

  /**
   * Reads what is on hand of some items and what moves them, and writes what differs.
   * @throws {ServiceError} in a refresh what may work in a minute, and always what stops every source alike
   */
  async reconcile(records: readonly ItemRecord[], filter: ItemFilter): Promise<void> {
    const { run } = this;
    for (const { systemId } of records) this.see(systemId);
    const readAt = run.clock.now();
    const stocked = records.filter(({ type }) => type === 'inventory').map(({ number }) => number);
    const reading = await readAvailability(run, stocked, filter);
    this.noteFailure(reading);
    const items: ChunkItem[] = [];
    for (const record of records) {
      const item = this.chunkItemOf(record, reading, toSeconds(readAt));
      if (item !== null) items.push(item);
    }
    await this.write(items, readAt);
  }

  /** The item is there but cannot be read: its row stays as it was, and says that it is old. */
  keepUnread(systemId: string): void {
    this.see(systemId);
    this.keep(systemId);
  }

  /** systemIds of active rows whose item was not met yet. */
  unseen(): readonly string[] {
    return [...this.rows.unseen()].map(({ slot }) => this.index.guidAt(slot));
  }

  /** @returns systemIds of the items that are no longer there */
  async deactivateGone(): Promise<readonly string[]> {
    const { run } = this;
    const gone = [...this.rows.unseen()];
    if (gone.length === 0) return [];
    this.refreshes.note(this.unseen(), run.clock.now());
    const failures = await run.store.items.deactivate(
      gone.map(({ id }) => id),
      run.write,
    );
    for (const failure of failures) {
      const slot = gone[failure.index]?.slot;
      if (slot === undefined) continue;
      run.problems.row('items', this.index.guidAt(slot), null, failure);
      this.keep(this.index.guidAt(slot));
    }
    run.progress.failed(failures.length);
    run.progress.written('items', gone.length - failures.length);
    return gone.map(({ slot }) => this.index.guidAt(slot)).filter((systemId) => !this.kept.has(systemId));
  }

  /** @returns true when every row that could not be compared says so */
  async markUnwritten(): Promise<boolean> {
    const { store, write } = this.run;
    for (const systemId of this.refreshes.broken()) if (this.index.find(systemId) >= 0) this.keep(systemId);
    const unwritten = [...this.unwritten].filter(([systemId]) => !this.refreshes.has(systemId));
    const failures = await store.items.markStale(
      unwritten.map(([, id]) => id),
      write,
    );
    return failures.length === 0;
  }

  private chunkItemOf(record: ItemRecord, reading: AvailabilityReading, asOf: string): ChunkItem | null {
    const { run } = this;
    const slot = this.index.add(record.systemId);
    const id = this.rows.id(slot);
    const read = itemPictureOf(record, reading, this.locations, asOf);
    if (read === null && id !== null) {
      this.keep(record.systemId);
      return null;
    }
    // Without a row there are no last figures that could stay.
    const picture = read ?? itemPictureOf(record, { kind: 'totalOnly', reason: 'readFailed' }, this.locations, asOf);
    if (picture === null) return null;
    if (picture.row.reason === 'outOfRange') {
      run.problems.row('items', record.systemId, record.number, OUT_OF_RANGE);
    }
    // Who asked for fresh figures sees from when they are, also when none of them changed.
    const isKnown = run.isWhole && !this.refreshes.has(record.systemId);
    const isEqual = isKnown && this.rows.equals(slot, fingerprintOfItem(picture.row));
    return { picture, id, isEqual };
  }

  /** What may work in a minute leaves the last figures, marked stale. Many such failures are an outage. */
  private noteFailure(reading: AvailabilityReading): void {
    const { run } = this;
    if (reading.kind !== 'failed') {
      this.readGroups += 1;
      return;
    }
    if (!run.isWhole) throw reading.error;
    run.problems.source(reading.source, reading.error);
    this.failedGroups += 1;
    if (this.failedGroups === MOST_FAILED_GROUPS) throw reading.error;
  }

  private see(systemId: string): void {
    this.rows.see(this.index.add(systemId));
    this.seenCount += 1;
  }

  private keep(systemId: string): void {
    const slot = this.index.add(systemId);
    const id = this.rows.id(slot);
    this.kept.add(systemId);
    if (id !== null && !this.rows.isStale(slot)) this.unwritten.set(systemId, id);
  }

  private async write(items: readonly ChunkItem[], readAt: number): Promise<void> {
    const chunk = new ItemChunk(this.run, readAt);
    const systemIds = items.map(({ picture }) => picture.row.systemId);
    const failed = await this.refreshes.around(systemIds, readAt, () => chunk.write(items));
    for (const systemId of failed) this.keep(systemId);
  }
}
