import { ItemReconciliation } from './itemReconciliation';
import type { ItemRecord } from './itemPorts';
import type { ItemRun } from './itemRun';
import { reconcileLocations } from './locationReconciliation';
import type { Page, RefusedRecord } from './ports';
import { WHOLE_SOURCE } from './problemLog';

function rangeOf(records: readonly ItemRecord[]): { readonly kind: 'range'; first: string; last: string } | null {
  const [first] = records;
  const last = records.at(-1);
  return first === undefined || last === undefined ? null : { kind: 'range', first: first.number, last: last.number };
}

async function reconcilePage(run: ItemRun, items: ItemReconciliation, page: Page<ItemRecord>): Promise<void> {
  for (const record of page.refused) {
    run.problems.refused('items', record);
    run.progress.failed(1);
    if (record.systemId !== null && record.systemId !== WHOLE_SOURCE) items.keepUnread(record.systemId);
  }
  run.progress.read('items', page.records.length + page.refused.length);
  const range = rangeOf(page.records);
  if (range !== null) await items.reconcile(page.records, range);
}

/**
 * Synchronizes the items of a whole company: page by page in the order of their numbers, with what is on hand of these
 * items and what moves them. So no more is in memory however many there are, and the figures of an item come from
 * reads that lie seconds apart.
 * @returns true when every item was read, and its rows equal Business Central or are marked stale
 * @throws {ServiceError} what stops every source alike
 */
export async function synchronizeItems(run: ItemRun): Promise<boolean> {
  const locations = await reconcileLocations(run);
  const items = new ItemReconciliation(run, locations);
  await items.loadStored();
  const unnamed: RefusedRecord[] = [];
  await run.failures.attempt('items', async () => {
    for await (const page of run.reader.items(run.read)) {
      unnamed.push(...page.refused.filter(({ systemId }) => systemId === null));
      await reconcilePage(run, items, page);
    }
  });
  items.refuseEmptyCompany();
  for (const [source, error] of run.failures) run.problems.source(source, error);
  if (run.failures.has('items')) return false;
  // An item whose id cannot be read may be any of those that were not met.
  if (unnamed.length === 0) await items.deactivateGone();
  if (items.isAllUnread) return false;
  const isMarked = await items.markUnwritten();
  return isMarked && unnamed.length === 0;
}
