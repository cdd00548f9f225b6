import { ServiceError } from '../http/serviceError';
import { ITEMS_IN_ONE_READ, type ItemFilter, type ItemRecord } from './itemPorts';
import { ItemReconciliation } from './itemReconciliation';
import type { ItemRun } from './itemRun';
import { reconcileLocations } from './locationReconciliation';
import type { Page, RefusedRecord } from './ports';
import { WHOLE_SOURCE } from './problemLog';

function rangeOf(records: readonly ItemRecord[]): ItemFilter | null {
  const [first] = records;
  const last = records.at(-1);
  return first === undefined || last === undefined ? null : { kind: 'range', first: first.number, last: last.number };
}

async function reconcilePage(
  run: ItemRun,
  items: ItemReconciliation,
  page: Page<ItemRecord>,
  filter: ItemFilter | null,
): Promise<void> {
  for (const record of page.refused) {
    run.problems.refused('items', record);
    run.progress.failed(1);
    if (record.systemId !== null && record.systemId !== WHOLE_SOURCE) items.keepUnread(record.systemId);
  }
  run.progress.read('items', page.records.length + page.refused.length);
  if (filter !== null) await items.reconcile(page.records, filter);
}

/** An item that got another number while the pages were read may be on none of them: it is asked for by its id. */
async function reconcileMissed(run: ItemRun, items: ItemReconciliation): Promise<void> {
  const missed = items.unseen();
  for (let start = 0; start < missed.length; start += ITEMS_IN_ONE_READ) {
    const part = missed.slice(start, start + ITEMS_IN_ONE_READ);
    for await (const page of run.reader.itemsById(part, run.read)) {
      const numbers = page.records.map(({ number }) => number);
      await reconcilePage(run, items, page, numbers.length === 0 ? null : { kind: 'numbers', numbers });
    }
  }
}

/**
 * A company whose items have all gone at once is more likely one that the account may not see.
 * `--full` says that it is true.
 */
function refuseEmptyCompany({ full, failures }: ItemRun, { vanished }: ItemReconciliation): void {
  if (vanished === 0 || full || failures.has('items')) return;
  failures.record(
    'items',
    new ServiceError({
      kind: 'refused',
      code: 'noItems',
      message: `Business Central answered with no items although ${vanished} are known, so nothing was made inactive. Check the permission sets and security filters of the application; if the items are really gone, run "bci sync --full".`,
    }),
  );
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
      await reconcilePage(run, items, page, rangeOf(page.records));
    }
    refuseEmptyCompany(run, items);
    // An item whose id cannot be read may be any of those that were not met.
    if (unnamed.length === 0 && !run.failures.has('items')) await reconcileMissed(run, items);
  });
  for (const [source, error] of run.failures) run.problems.source(source, error);
  if (run.failures.has('items')) return false;
  if (unnamed.length === 0) await items.deactivateGone();
  if (items.isAllUnread) return false;
  const isMarked = await items.markUnwritten();
  return isMarked && unnamed.length === 0;
}
