import type {
  ItemAvailabilitySnapshot,
  ItemAvailabilityTable,
  ItemSnapshot,
  ItemTable,
} from '../../../service/sync/itemStore';
import type { RowFailure, Stored, StoreOptions } from '../../../service/sync/snapshotStore';
import { MemoryTable } from './memoryTable';

type Touch = (write: string | null) => void;

export class MemoryItems extends MemoryTable<ItemSnapshot> implements ItemTable {
  constructor(touch: Touch) {
    super('items', (row) => row.systemId, touch);
  }

  idsOf(_: string, systemIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = this.list().filter(({ systemId }) => systemIds.includes(systemId));
    return Promise.resolve(new Map(rows.map((row) => [row.systemId, row.id])));
  }

  deactivate(ids: readonly string[]): Promise<readonly RowFailure[]> {
    this.patch(ids, (row) => ({ ...row, active: false }));
    return Promise.resolve([]);
  }

  markStale(ids: readonly string[]): Promise<readonly RowFailure[]> {
    this.patch(ids, (row) => ({ ...row, stale: true }));
    return Promise.resolve([]);
  }
}

export class MemoryItemAvailabilities extends MemoryTable<ItemAvailabilitySnapshot> implements ItemAvailabilityTable {
  constructor(touch: Touch) {
    super('itemAvailabilities', (row) => `${row.itemId} ${row.locationSystemId}`, touch);
  }

  async *ofItems(
    itemIds: readonly string[],
    options: StoreOptions,
  ): AsyncIterable<readonly Stored<ItemAvailabilitySnapshot>[]> {
    for await (const page of this.stored('', options)) yield page.filter(({ itemId }) => itemIds.includes(itemId));
  }
}
