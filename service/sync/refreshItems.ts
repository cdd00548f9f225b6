import { randomUUID } from 'node:crypto';
import { isServiceError, ServiceError } from '../http/serviceError';
import { checkIdentity } from './chooseCompanies';
import { toSeconds } from './instants';
import { ITEMS_IN_ONE_READ } from './itemPorts';
import { ItemReconciliation } from './itemReconciliation';
import type { ItemRun } from './itemRun';
import type { ItemOrigin } from './itemStore';
import { linkedSignal } from './linkedSignal';
import { knownLocations } from './locationReconciliation';
import type { RefusedRecord } from './ports';
import { ProblemLog } from './problemLog';
import { totalOnlyReason } from './readAvailability';
import { companyOf, recordRefresh } from './recordRefresh';
import type { RefreshDependencies } from './refreshCustomer';
import { RunProgress } from './runProgress';
import type { StoredConnection, StoreOptions } from './snapshotStore';
import { SourceFailures } from './sources';

/** What became of one item of a refresh. */
export type ItemRefresh =
  /** ISO 8601: when its figures were read. `isTotalOnly`: Business Central gives no stock by location. */
  | { readonly kind: 'fresh'; readonly asOf: string; readonly isTotalOnly: boolean; readonly correlationId: string }
  /** Business Central no longer has it; its row is inactive. */
  | { readonly kind: 'gone'; readonly name: string; readonly correlationId: string }
  /** Its row no longer exists. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly error: ServiceError };

type Refreshes = Map<string, ItemRefresh>;

function runOf(dependencies: RefreshDependencies, connection: StoredConnection, options: StoreOptions): ItemRun {
  const { environment, store, clock, recentRefreshes } = dependencies;
  return {
    reader: environment.itemReader(companyOf(connection)),
    store,
    clock,
    connectionId: connection.id,
    isWhole: false,
    read: options,
    write: options,
    startedOn: toSeconds(clock.now()),
    full: false,
    dryRun: false,
    failures: new SourceFailures(),
    problems: new ProblemLog(),
    progress: new RunProgress(dependencies.requestCount, undefined),
    recentRefreshes,
  };
}

/** The last figures of an item that cannot be read stay. @throws {ServiceError} when it may be any of the items */
function keepRefused(
  { problems, progress }: ItemRun,
  items: ItemReconciliation,
  systemIds: readonly string[],
  record: RefusedRecord,
): void {
  const { systemId, reason } = record;
  if (systemId === null || !systemIds.includes(systemId)) throw new ServiceError({ kind: 'protocol', message: reason });
  problems.refused('items', record);
  progress.failed(1);
  items.keepUnread(systemId);
}

/** Reads the items by id, as a number may have been changed, and then what is known of their numbers. */
async function readAndWrite(
  run: ItemRun,
  origins: readonly ItemOrigin[],
  correlationId: string,
  refreshes: Refreshes,
): Promise<void> {
  const items = new ItemReconciliation(run, await knownLocations(run));
  for (const origin of origins) items.load(origin.systemId, { id: origin.id, active: true }, Number.NaN, false);
  const systemIds = origins.map(({ systemId }) => systemId);
  let read = 0;
  for await (const page of run.reader.itemsById(systemIds, run.read)) {
    for (const record of page.refused) keepRefused(run, items, systemIds, record);
    read += page.records.length + page.refused.length;
    run.progress.read('items', page.records.length + page.refused.length);
    const numbers = page.records.map(({ number }) => number);
    if (numbers.length > 0) await items.reconcile(page.records, { kind: 'numbers', numbers });
  }
  if (read === 0 && origins.length > 1) throw noItems(origins.length);
  const gone = new Set(await items.deactivateGone());
  const isTotalOnly = totalOnlyReason(run) !== null;
  for (const { id, systemId, name } of origins) {
    if (items.isKept(systemId)) {
      refreshes.set(id, { kind: 'failed', error: keptError(run, systemId, name) });
    } else {
      const fresh = { kind: 'fresh', asOf: run.startedOn, isTotalOnly, correlationId } as const;
      refreshes.set(id, gone.has(systemId) ? { kind: 'gone', name, correlationId } : fresh);
    }
  }
}

/** Several items that are gone at once are more likely items that the account may not see. */
function noItems(asked: number): ServiceError {
  return new ServiceError({
    kind: 'refused',
    code: 'noItems',
    message: `Business Central answered with none of ${asked} items, so their last figures stay. Try again later, or ask your administrator.`,
  });
}

/** Why the last figures of an item stay. @param name of the item: the person who asked may see many */
function keptError({ problems }: ItemRun, systemId: string, name: string): ServiceError {
  const [first] = problems.kept;
  const problem = problems.kept.find((one) => one.systemId === systemId) ?? first;
  return new ServiceError({
    kind: 'refused',
    code: problem?.code ?? 'unreadable',
    message: `${name}: ${problem?.reason ?? 'A record of this item cannot be read.'}`,
  });
}

async function refreshOfConnection(
  dependencies: RefreshDependencies,
  connection: StoredConnection,
  origins: readonly ItemOrigin[],
  outerSignal: AbortSignal,
  refreshes: Refreshes,
): Promise<void> {
  const { signal, stop } = linkedSignal(outerSignal);
  const run = runOf(dependencies, connection, { lane: 'onDemand', signal });
  const correlationId = randomUUID();
  const options: StoreOptions = { lane: 'onDemand', signal: outerSignal };
  try {
    checkIdentity(dependencies.environment, companyOf(connection), [connection]);
    await readAndWrite(run, origins, correlationId, refreshes);
    await recordRefresh(dependencies, run, correlationId, null, options);
  } catch (error) {
    stop();
    if (!isServiceError(error) || error.kind === 'cancelled' || error.kind === 'throttled') throw error;
    await recordRefresh(dependencies, run, correlationId, error, options);
    for (const { id } of origins) refreshes.set(id, { kind: 'failed', error });
  }
}

function inactive(): ServiceError {
  return new ServiceError({
    kind: 'config',
    code: 'connectionInactive',
    message: 'The connection of this item to Business Central is not active. Ask your administrator.',
  });
}

/**
 * Reads some items from Business Central and writes their rows: five requests for as many as 200 of one company, and
 * the same code as a run of the whole company.
 * @param itemIds row ids
 * @returns what became of each; where it failed, the last figures stay as they are
 * @throws {ServiceError} what may be tried again soon (`throttled`), and a cancellation
 */
export async function refreshItems(
  dependencies: RefreshDependencies,
  itemIds: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ItemRefresh>> {
  const options: StoreOptions = { lane: 'onDemand', signal };
  const [origins, connections] = await Promise.all([
    dependencies.requests.itemOrigins(itemIds, options),
    dependencies.store.connections(options),
  ]);
  const refreshes: Refreshes = new Map(itemIds.map((id) => [id, { kind: 'missing' }]));
  for (const connectionId of new Set(origins.map((origin) => origin.connectionId))) {
    const own = origins.filter((origin) => origin.connectionId === connectionId);
    const connection = connections.find(({ id }) => id === connectionId);
    if (connection?.active !== true) {
      for (const { id } of own) refreshes.set(id, { kind: 'failed', error: inactive() });
      continue;
    }
    for (let start = 0; start < own.length; start += ITEMS_IN_ONE_READ) {
      const part = own.slice(start, start + ITEMS_IN_ONE_READ);
      await refreshOfConnection(dependencies, connection, part, signal, refreshes);
    }
  }
  return refreshes;
}
