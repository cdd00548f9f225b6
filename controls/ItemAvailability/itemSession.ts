import type { ItemOverview, ItemReader } from '../../dataverse/itemOverview';
import { freshnessOf } from '../../domain/freshness';
import { RecordSession, type RecordSessionPorts } from '../shared/recordSession';

export type ItemSession = RecordSession<ItemOverview>;

/** The item that the form shows, from one record to the next. */
export function itemSession(
  items: ItemReader,
  ports: Omit<RecordSessionPorts<ItemOverview>, 'read' | 'freshnessOf'>,
): ItemSession {
  return new RecordSession({
    ...ports,
    read: async (id) => (await items.read([id]))[0],
    freshnessOf: ({ marks }, now) => freshnessOf(marks, now),
  });
}
