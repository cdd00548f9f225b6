import { DifferenceWriter } from './differenceWriter';
import type { ItemRun } from './itemRun';
import { equalsStored, type ItemPicture } from './itemSnapshot';
import type { ItemAvailabilitySnapshot, ItemSnapshot } from './itemStore';
import type { RowFailure, RowWrite, Stored } from './snapshotStore';

/** An item to be compared with its rows. */
export interface ChunkItem {
  readonly picture: ItemPicture;
  /** `null`: it has no row yet. */
  readonly id: string | null;
  /** The row of the item equals it already. */
  readonly isEqual: boolean;
}

type StoredLocation = Stored<ItemAvailabilitySnapshot>;
type IdOf = (item: ChunkItem) => string | undefined;

/** What an item says between its creation and that of its rows by location: not that there is nothing. */
function provisional(row: ItemSnapshot): ItemSnapshot {
  return { ...row, availability: 'unknown', reason: 'readFailed', asOf: null };
}

/**
 * Writes some items and their rows by location where they differ. Each moment leaves rows that are true: an item says
 * that it has stock by location only while these rows are there, and none of them is newer than it says by much.
 */
export class ItemChunk {
  private readonly failedItems = new Set<string>();

  /** @param readAt milliseconds since 1970 at which reading of these items began */
  constructor(
    private readonly run: ItemRun,
    private readonly readAt: number,
  ) {}

  /** @returns systemIds of the items of which something could not be written */
  async write(items: readonly ChunkItem[]): Promise<ReadonlySet<string>> {
    const current = items.filter((item) => !this.isOutdated(item.picture.row.systemId));
    this.run.progress.unchanged(items.length - current.length);
    const created = await this.create(current);
    const idOf: IdOf = ({ id, picture }) => id ?? created.get(picture.row.systemId);
    const gone = await this.writeLocations(current, idOf);
    const isByLocation = ({ picture }: ChunkItem): boolean => picture.row.availability === 'byLocation';
    await this.remove(current.filter(isByLocation), gone, idOf);
    await this.writeItems(current, created);
    await this.remove(
      current.filter((item) => !isByLocation(item)),
      gone,
      idOf,
    );
    return this.failedItems;
  }

  /** A refresh that somebody asked for is newer than what this run has read. */
  private isOutdated(systemId: string): boolean {
    const { run } = this;
    return run.isWhole && run.recentRefreshes.isSince(run.connectionId, systemId, this.readAt);
  }

  /** Rows by location name the row of their item: it has to be there first. */
  private async create(items: readonly ChunkItem[]): Promise<ReadonlyMap<string, string>> {
    const { run } = this;
    const added = items.filter(({ id, picture }) => id === null && picture.locations.length > 0);
    if (added.length === 0) return new Map();
    const writer = this.itemWriter(false);
    for (const { picture } of added) await writer.add({ row: provisional(picture.row), id: null, active: true });
    await writer.flush();
    const systemIds = added.map(({ picture }) => picture.row.systemId);
    if (!run.dryRun) return run.store.items.idsOf(run.connectionId, systemIds, run.write);
    return new Map(systemIds.map((systemId) => [systemId, systemId]));
  }

  /** @returns the rows that are no longer wanted, by item */
  private async writeLocations(
    items: readonly ChunkItem[],
    idOf: IdOf,
  ): Promise<ReadonlyMap<string, readonly StoredLocation[]>> {
    const { run } = this;
    const stored = await this.storedLocations(items);
    const gone = new Map<string, readonly StoredLocation[]>();
    const systemIds = new Map<string, string>();
    const writer = new DifferenceWriter<ItemAvailabilitySnapshot>({
      table: run.store.itemAvailabilities,
      connectionId: run.connectionId,
      options: run.write,
      isOutdated: (row) => this.isOutdated(systemIds.get(row.itemId) ?? ''),
      onWritten: (count) => {
        run.progress.written('itemAvailability', count);
      },
      onFailure: ({ row }, failure) => {
        this.noteFailure(systemIds.get(row.itemId), row.name, failure);
      },
    });
    for (const item of items) {
      const itemId = idOf(item);
      if (itemId === undefined) continue;
      systemIds.set(itemId, item.picture.row.systemId);
      const before = new Map(stored.get(itemId)?.map((row) => [row.locationSystemId, row]));
      for (const location of item.picture.locations) {
        const row = { ...location, itemId };
        const known = before.get(row.locationSystemId);
        before.delete(row.locationSystemId);
        if (known !== undefined && equalsStored(known, row)) run.progress.unchanged(1);
        else await writer.add({ row, id: known?.id ?? null, active: true });
      }
      if (before.size > 0) gone.set(itemId, [...before.values()]);
    }
    await writer.flush();
    return gone;
  }

  private async storedLocations(items: readonly ChunkItem[]): Promise<ReadonlyMap<string, StoredLocation[]>> {
    const { run } = this;
    const ids = items.flatMap(({ id }) => (id === null ? [] : [id]));
    const stored = new Map<string, StoredLocation[]>();
    if (ids.length === 0) return stored;
    for await (const page of run.store.itemAvailabilities.ofItems(ids, run.write)) {
      for (const row of page) {
        const rows = stored.get(row.itemId);
        if (rows === undefined) stored.set(row.itemId, [row]);
        else rows.push(row);
      }
    }
    return stored;
  }

  private async writeItems(items: readonly ChunkItem[], created: ReadonlyMap<string, string>): Promise<void> {
    const writer = this.itemWriter(true);
    for (const { picture, id, isEqual } of items) {
      const { row } = picture;
      // Its old figures stay, and it is marked stale.
      if (this.failedItems.has(row.systemId)) continue;
      if (isEqual) this.run.progress.unchanged(1);
      else await writer.add({ row, id: id ?? created.get(row.systemId) ?? null, active: true });
    }
    await writer.flush();
  }

  private async remove(
    items: readonly ChunkItem[],
    gone: ReadonlyMap<string, readonly StoredLocation[]>,
    idOf: IdOf,
  ): Promise<void> {
    const { run } = this;
    const rows = items
      .filter(({ picture }) => !this.isOutdated(picture.row.systemId))
      .flatMap((item) => {
        const { systemId } = item.picture.row;
        return (gone.get(idOf(item) ?? '') ?? []).map((row) => ({ systemId, row }));
      });
    if (rows.length === 0) return;
    const failures = await run.store.itemAvailabilities.remove(
      rows.map(({ row }) => row.id),
      run.write,
    );
    for (const failure of failures) {
      const failed = rows[failure.index];
      this.noteFailure(failed?.systemId, failed?.row.name ?? null, failure);
    }
    run.progress.written('itemAvailability', rows.length - failures.length);
  }

  private itemWriter(isFinal: boolean): DifferenceWriter<ItemSnapshot> {
    const { run } = this;
    return new DifferenceWriter<ItemSnapshot>({
      table: run.store.items,
      connectionId: run.connectionId,
      options: run.write,
      isOutdated: ({ systemId }) => this.isOutdated(systemId),
      onWritten: (count) => {
        if (isFinal) run.progress.written('items', count);
      },
      onFailure: ({ row }: RowWrite<ItemSnapshot>, failure) => {
        this.noteFailure(row.systemId, row.item.number, failure);
      },
    });
  }

  private noteFailure(systemId: string | undefined, name: string | null, failure: RowFailure): void {
    if (systemId === undefined) return;
    this.failedItems.add(systemId);
    this.run.progress.failed(1);
    this.run.problems.row('items', systemId, name, failure);
  }
}
