import type { UnavailableReason } from '../../domain/customerStatistics';
import type { Item, ItemAvailability, ScheduleKind } from '../../domain/itemAvailability';
import type { RowFailure, RowWrite, SnapshotTable, Stored, StoreOptions } from './snapshotStore';

/** Items, locations and availability in Dataverse, with the rules of `snapshotStore.ts`. Quantities in base units. */

export interface LocationSnapshot {
  readonly systemId: string;
  readonly code: string;
  /** Display name, else the code. */
  readonly name: string;
}

/** What an item's row says of its availability; `unknown` is called "not available" there. */
export type AvailabilityKind = ItemAvailability['kind'];

export interface ItemSnapshot {
  readonly systemId: string;
  readonly item: Item;
  /** In all locations together; `null` when it is not known or the item has no stock. */
  readonly inventory: number | null;
  readonly availability: AvailabilityKind;
  /** Only with `totalOnly` and `unknown`. */
  readonly reason: UnavailableReason | null;
  readonly asOf: string | null;
  readonly stale: boolean;
}

/** One item in one location, where it has stock or documents. */
export interface ItemAvailabilitySnapshot {
  /** Row id of the item. */
  readonly itemId: string;
  /** All zeros: the blank location. */
  readonly locationSystemId: string;
  /** Row id of the location, when it has a row. */
  readonly locationId: string | null;
  /** '' is the blank location. */
  readonly locationCode: string;
  readonly name: string;
  readonly isInTransit: boolean;
  /** On hand. `null` only where someone emptied the column. */
  readonly inventory: number | null;
  /** Outstanding in all, by kind of document. */
  readonly quantities: Readonly<Record<ScheduleKind, number | null>>;
  /** @see scheduleText */
  readonly schedule: string | null;
}

export interface ItemTable extends SnapshotTable<ItemSnapshot> {
  /** Row ids by systemId; one without a row is missing. */
  idsOf(
    connectionId: string,
    systemIds: readonly string[],
    options: StoreOptions,
  ): Promise<ReadonlyMap<string, string>>;
  /** Makes rows inactive whose item Business Central no longer has; their figures stay as they were. */
  deactivate(ids: readonly string[], options: StoreOptions): Promise<readonly RowFailure[]>;
  /** Writes the mark and nothing else of the row. */
  markStale(ids: readonly string[], options: StoreOptions): Promise<readonly RowFailure[]>;
}

export interface ItemAvailabilityTable {
  /** The rows of some items. */
  ofItems(
    itemIds: readonly string[],
    options: StoreOptions,
  ): AsyncIterable<readonly Stored<ItemAvailabilitySnapshot>[]>;
  write(
    connectionId: string,
    writes: readonly RowWrite<ItemAvailabilitySnapshot>[],
    options: StoreOptions,
  ): Promise<readonly RowFailure[]>;
  remove(ids: readonly string[], options: StoreOptions): Promise<readonly RowFailure[]>;
}

/** Where an item row comes from. */
export interface ItemOrigin {
  readonly id: string;
  readonly systemId: string;
  readonly connectionId: string;
  readonly name: string;
}
