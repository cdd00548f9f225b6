import type { SnapshotMarks } from '../domain/freshness';
import type { Item, ItemAvailability } from '../domain/itemAvailability';
import type { Company } from './customerOverview';

/** Everything a form shows about one item. */
export interface ItemOverview {
  /** Row id. */
  readonly id: string;
  readonly item: Item;
  readonly availability: ItemAvailability;
  /** Code of each location by the row id of bci_location, as lookups name locations; where the item has figures. */
  readonly locationCodes: ReadonlyMap<string, string>;
  /** `asOfDate` and `verifiedFor` are `null`: availability holds for an instant. */
  readonly marks: SnapshotMarks;
  /** The item was deleted in Business Central. */
  readonly removed: boolean;
  readonly company: Company;
  /** Where the company ships from unless something else is said; `null` when the administrator has not set it. */
  readonly defaultLocationCode: string | null;
}

/** What controls read items through. Every failure is a rejection with what the platform gave. */
export interface ItemReader {
  /**
   * One request, however many items.
   * @param ids row ids of bci_item; one that does not exist is missing in the answer
   * @throws UnreadableRowError when the answer does not hold such rows
   */
  read(ids: readonly string[]): Promise<readonly ItemOverview[]>;
}
