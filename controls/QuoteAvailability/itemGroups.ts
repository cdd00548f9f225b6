import type { ItemReader } from '../../dataverse/itemOverview';
import { ITEMS_AT_MOST, type RefreshProgress, type RefreshRequests } from '../../dataverse/refreshRequests';

/**
 * An address may have 32,768 characters (Microsoft Learn, "Compose HTTP requests", GET with a long query). An id takes
 * at most 45 of them when quotes and commas are escaped: 600 leave 5,000 for the columns.
 */
const ITEMS_PER_READ = 600;

function groupsOf(ids: readonly string[], size: number): readonly (readonly string[])[] {
  const groups: (readonly string[])[] = [];
  for (let start = 0; start < ids.length; start += size) groups.push(ids.slice(start, start + size));
  return groups;
}

/** Reads any number of items: one request for up to 600, one more for each 600 beyond. */
export function groupedItemReader(reader: ItemReader): ItemReader {
  return {
    read: async (ids) => {
      const groups = await Promise.all(groupsOf(ids, ITEMS_PER_READ).map((group) => reader.read(group)));
      return groups.flat();
    },
  };
}

function together(progress: readonly RefreshProgress[]): RefreshProgress {
  const open = progress.find(({ state }) => state === 'waiting' || state === 'running');
  const failed = progress.find(({ state }) => state === 'failed');
  return failed ?? open ?? { state: 'done', message: null };
}

/** Asks for any number of items as if it were one request: one row for each 200, done when all are. */
export function groupedRefreshRequests(requests: RefreshRequests): RefreshRequests {
  return {
    create: async (subject, name) => {
      if (subject.kind !== 'items') return requests.create(subject, name);
      const groups = groupsOf(subject.ids, ITEMS_AT_MOST);
      const created = await Promise.all(groups.map((ids) => requests.create({ kind: 'items', ids }, name)));
      return created.join();
    },
    progress: async (requestId) => together(await Promise.all(requestId.split(',').map((id) => requests.progress(id)))),
  };
}
