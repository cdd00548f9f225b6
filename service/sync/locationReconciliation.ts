import { DifferenceWriter } from './differenceWriter';
import type { LocationRecord } from './itemPorts';
import type { ItemRun } from './itemRun';
import type { LocationSnapshot } from './itemStore';
import { readSource } from './readFigures';
import type { RowWrite, Stored } from './snapshotStore';
import { storableText, storableTextOrNull } from './storableText';

/** What is known of a location, by its code in Business Central. */
export type KnownLocations = ReadonlyMap<string, LocationSnapshot & { readonly id: string }>;

const CODE_LENGTH = 10;
const NAME_LENGTH = 100;

type StoredLocations = ReadonlyMap<string, Stored<LocationSnapshot>>;

function snapshotOf(record: LocationRecord): LocationSnapshot {
  const code = storableText(record.code, CODE_LENGTH);
  return { systemId: record.systemId, code, name: storableTextOrNull(record.name, NAME_LENGTH) ?? code };
}

async function storedLocations(run: ItemRun): Promise<StoredLocations> {
  const stored = new Map<string, Stored<LocationSnapshot>>();
  for await (const page of run.store.locations.stored(run.connectionId, run.write)) {
    for (const row of page) stored.set(row.systemId, row);
  }
  return stored;
}

/** The locations as the tables have them: a refresh of some items takes them so, because the person who asked waits. */
export async function knownLocations(run: ItemRun): Promise<KnownLocations> {
  return byCode(await storedLocations(run));
}

function byCode(stored: StoredLocations): KnownLocations {
  // An active one wins over one that had the same code before it was removed.
  const rows = [...stored.values()].sort((a, b) => Number(a.active) - Number(b.active));
  return new Map(rows.map((row) => [row.code, row]));
}

function writerOf(run: ItemRun): DifferenceWriter<LocationSnapshot> {
  return new DifferenceWriter<LocationSnapshot>({
    table: run.store.locations,
    connectionId: run.connectionId,
    options: run.write,
    onWritten: (count) => {
      run.progress.written('locations', count);
    },
    onFailure: ({ row }, failure) => {
      run.progress.failed(1);
      run.problems.row('locations', row.systemId, row.code, failure);
    },
  });
}

/** Brings the locations up to date. One that is gone becomes inactive: quotes and settings may name it. */
export async function reconcileLocations(run: ItemRun): Promise<KnownLocations> {
  const stored = await storedLocations(run);
  const seen = new Set<string>();
  const writer = writerOf(run);
  const changed = new Set<string>();
  const put = (write: RowWrite<LocationSnapshot>): Promise<void> => {
    changed.add(write.row.systemId);
    return writer.add(write);
  };
  await readSource(
    run,
    'locations',
    run.reader.locations(run.read),
    async (record) => {
      const row = snapshotOf(record);
      const before = stored.get(row.systemId);
      seen.add(row.systemId);
      const isEqual = before?.active === true && before.code === row.code && before.name === row.name;
      if (isEqual) run.progress.unchanged(1);
      else await put({ row, id: before?.id ?? null, active: true });
    },
    () => undefined,
  );
  // A record that cannot be read makes the source incomplete.
  if (!run.failures.has('locations')) {
    for (const row of stored.values()) {
      if (row.active && !seen.has(row.systemId)) await put({ row, id: row.id, active: false });
    }
  }
  await writer.flush();
  return byCode(changed.size > 0 ? await storedLocations(run) : stored);
}
