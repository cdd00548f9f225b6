import type { ItemOverview, ItemReader } from '../../dataverse/itemOverview';
import { freshnessOf } from '../../domain/freshness';
import { RecordSession, type RecordSessionPorts } from '../shared/recordSession';

/** Dataverse answers a list without the item where a single read would answer 404: `webApiFailure` reads it as such. */
class ItemMissingError extends Error {
  readonly status = 404;
}

export type ItemSession = RecordSession<ItemOverview>;

/** The item that the form shows, from one record to the next. */
export function itemSession(
  items: ItemReader,
  ports: Omit<RecordSessionPorts<ItemOverview>, 'read' | 'freshnessOf'>,
): ItemSession {
  return new RecordSession({
    ...ports,
    read: async (id) => {
      const [overview] = await items.read([id]);
      if (overview === undefined) throw new ItemMissingError(id);
      return overview;
    },
    freshnessOf: ({ marks }, now) => freshnessOf(marks, now),
  });
}
