import type { ItemOverview, ItemReader } from '../../dataverse/itemOverview';
import { freshnessOf } from '../../domain/freshness';
import { recordSession, type RecordSession, type RecordSessionPorts } from '../shared/recordSession';

export type ItemSession = RecordSession<ItemOverview>;

/** The item that the form shows, from one record to the next. */
export function itemSession(
  items: ItemReader,
  ports: Omit<RecordSessionPorts<ItemOverview>, 'read' | 'freshnessOf'>,
): ItemSession {
  return recordSession({
    ...ports,
    read: async (id) => (await items.read([id]))[0],
    freshnessOf: ({ marks }, now) => freshnessOf(marks, now),
  });
}
