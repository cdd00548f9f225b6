import { readSource } from './readFigures';
import { DifferenceWriter } from './differenceWriter';
import type { SalespersonRecord } from './ports';
import type { RunContext } from './runContext';
import type { SalespersonSnapshot, Stored } from './snapshotStore';
import { storableText, storableTextOrNull } from './storableText';

/** Row id of a salesperson by code. */
export type SalespersonIds = ReadonlyMap<string, string>;

const CODE_LENGTH = 20;
const NAME_LENGTH = 100;
const EMAIL_LENGTH = 80;

function snapshotOf(record: SalespersonRecord): SalespersonSnapshot {
  const code = storableText(record.code, CODE_LENGTH);
  return {
    systemId: record.systemId,
    code,
    name: storableTextOrNull(record.name, NAME_LENGTH) ?? code,
    email: storableTextOrNull(record.email, EMAIL_LENGTH),
    blocked: record.blocked,
  };
}

function isEqual(stored: Stored<SalespersonSnapshot>, row: SalespersonSnapshot): boolean {
  return (
    stored.active &&
    stored.code === row.code &&
    stored.name === row.name &&
    stored.email === row.email &&
    stored.blocked === row.blocked
  );
}

async function storedSalespeople(run: RunContext): Promise<Map<string, Stored<SalespersonSnapshot>>> {
  const stored = new Map<string, Stored<SalespersonSnapshot>>();
  for await (const page of run.store.salespeople.stored(run.connectionId, run.write)) {
    for (const row of page) stored.set(row.systemId, row);
  }
  return stored;
}

function idsByCode(stored: ReadonlyMap<string, Stored<SalespersonSnapshot>>): SalespersonIds {
  // An active one wins over one that had the same code before it was removed.
  const rows = [...stored.values()].sort((a, b) => Number(a.active) - Number(b.active));
  return new Map(rows.map((row) => [row.code, row.id]));
}

/**
 * Brings the salespeople up to date and gives their rows. A refresh of one customer takes the rows as they are:
 * who sells changes seldom, and the person who asked waits.
 */
export async function reconcileSalespeople(run: RunContext): Promise<SalespersonIds> {
  const stored = await storedSalespeople(run);
  if (run.scope !== null) return idsByCode(stored);
  const seen = new Set<string>();
  const created = new Set<string>();
  const writer = new DifferenceWriter<SalespersonSnapshot>({
    table: run.store.salespeople,
    connectionId: run.connectionId,
    options: run.write,
    onWritten: (count) => {
      run.progress.written('salespeoplePurchasers', count);
    },
    onFailure: ({ row }, failure) => {
      run.progress.failed(1);
      run.problems.row('salespeoplePurchasers', row.systemId, row.code, failure);
    },
  });
  await readSource(
    run,
    'salespeoplePurchasers',
    run.reader.salespeople(run.read),
    async (record) => {
      const row = snapshotOf(record);
      const before = stored.get(row.systemId);
      seen.add(row.systemId);
      if (before !== undefined && isEqual(before, row)) {
        run.progress.unchanged(1);
        return;
      }
      if (before === undefined) created.add(row.systemId);
      await writer.add({ row, id: before?.id ?? null, active: true });
    },
    () => undefined,
  );
  for (const { systemId } of run.problems.refusedOf('salespeoplePurchasers')) seen.add(systemId);
  if (!run.failures.has('salespeoplePurchasers')) {
    for (const row of stored.values()) {
      if (row.active && !seen.has(row.systemId)) await writer.add({ row, id: row.id, active: false });
    }
  }
  await writer.flush();
  return idsByCode(created.size > 0 ? await storedSalespeople(run) : stored);
}
