import { isServiceError, type ServiceError } from '../http/serviceError';
import { RetryLater, type JobContext } from '../queue/jobQueue';
import { refreshItems, type ItemRefresh } from '../sync/refreshItems';
import type { RefreshOutcome, StoreOptions } from '../sync/snapshotStore';
import type { Announcements } from './announcements';
import { LONGEST_WAIT_MS, type RefreshAnswers } from './refreshAnswers';
import type { RefreshDeskOptions, RefreshPace } from './refreshDesk';

/** A quote is looked at by one person: not many more come for it in the next half second, as for a customer. */
const COLLECT_MS = 150;
const MOST_REMEMBERED = 5000;
const MOST_NAMED = 5;

type Finished = Extract<ItemRefresh, { readonly kind: 'fresh' | 'gone' }>;

interface Asked {
  readonly itemIds: readonly string[];
  /** Milliseconds since 1970. */
  readonly arrivedAt: number;
}

export interface ItemRefreshDeskOptions extends RefreshDeskOptions {
  readonly pace: RefreshPace;
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function missingWords(count: number): readonly string[] {
  if (count === 1) return ['1 item of the request no longer exists.'];
  return count === 0 ? [] : [`${count} items of the request no longer exist.`];
}

/** What is told to the person who asked. */
function messageOf(refreshes: readonly ItemRefresh[]): string {
  const fresh = refreshes.flatMap((one) => (one.kind === 'fresh' ? [one] : []));
  const gone = refreshes.flatMap((one) => (one.kind === 'gone' ? [one.name] : []));
  const missing = refreshes.filter(({ kind }) => kind === 'missing').length;
  const oldest = fresh.map(({ asOf }) => asOf).sort()[0];
  return [
    ...(oldest === undefined ? [] : [`The figures are as of ${oldest.slice(0, 16).replace('T', ' ')} UTC.`]),
    ...(fresh.some(({ isTotalOnly }) => isTotalOnly)
      ? ['Business Central lets the service read only the total of all locations.']
      : []),
    ...(gone.length === 0 ? [] : [`Business Central no longer has ${listed(gone)}.`]),
    ...missingWords(missing),
  ].join(' ');
}

/**
 * Answers requests for items. What is asked for while one read goes on, or within a moment, is read together in the
 * next one; an item whose last read began no longer than the pace's spacing before a request is not read again for it.
 */
export class ItemRefreshDesk {
  private readonly asked = new Map<string, Asked>();
  private readonly recent = new Map<string, { readonly begunAt: number; readonly refresh: Finished }>();

  constructor(
    private readonly options: ItemRefreshDeskOptions,
    private readonly answers: RefreshAnswers,
    private readonly announced: Announcements,
  ) {}

  isInHand(requestId: string): boolean {
    return this.asked.has(requestId);
  }

  /** @param itemIds row ids */
  async enqueue(requestId: string, itemIds: readonly string[], options: StoreOptions): Promise<void> {
    const { dependencies, queue, pace } = this.options;
    const asked: Asked = { itemIds, arrivedAt: dependencies.clock.now() };
    this.asked.set(requestId, asked);
    if (itemIds.every((id) => this.recentOf(id, asked) !== null)) {
      await this.answer([requestId], new Map(), options);
      return;
    }
    const delayMs = Math.min(COLLECT_MS, pace.collectMs);
    await queue.add('refreshItems', {}, { lane: 'onDemand', key: 'items', delayMs, attempts: 1 });
  }

  /** One read for everyone who asked before it began. */
  async refresh({ signal }: JobContext): Promise<void> {
    const { dependencies, log } = this.options;
    await this.announced.settle(dependencies.clock, signal);
    const requestIds = [...this.asked.keys()];
    if (requestIds.length === 0) return;
    const options: StoreOptions = { lane: 'onDemand', signal };
    const begunAt = dependencies.clock.now();
    const itemIds = this.itemsToRead();
    let refreshes: ReadonlyMap<string, ItemRefresh>;
    try {
      await this.answers.give(requestIds, this.answers.outcome('running', null, null, null), options);
      refreshes = await refreshItems(dependencies, itemIds, signal);
    } catch (error) {
      if (isServiceError(error, 'throttled') && (error.retryAfterMs ?? Infinity) <= LONGEST_WAIT_MS) {
        throw new RetryLater(error.retryAfterMs ?? LONGEST_WAIT_MS);
      }
      for (const id of requestIds) this.asked.delete(id);
      await this.answers.fail(requestIds, error, options);
      return;
    }
    this.remember(refreshes, begunAt);
    await this.answer(requestIds, refreshes, options);
    log.info('itemsRefreshed', { requests: requestIds.length, count: itemIds.length });
  }

  private itemsToRead(): readonly string[] {
    const ids = new Set<string>();
    for (const asked of this.asked.values()) {
      for (const id of asked.itemIds) if (this.recentOf(id, asked) === null) ids.add(id);
    }
    return [...ids];
  }

  private recentOf(itemId: string, { arrivedAt }: Asked): Finished | null {
    const recent = this.recent.get(itemId);
    const isRecent = recent !== undefined && recent.begunAt >= arrivedAt - this.options.pace.spacingMs;
    return isRecent ? recent.refresh : null;
  }

  private remember(refreshes: ReadonlyMap<string, ItemRefresh>, begunAt: number): void {
    for (const [id, refresh] of refreshes) {
      this.recent.delete(id);
      if (refresh.kind === 'fresh' || refresh.kind === 'gone') this.recent.set(id, { begunAt, refresh });
    }
    for (const id of this.recent.keys()) {
      if (this.recent.size <= MOST_REMEMBERED) break;
      this.recent.delete(id);
    }
  }

  private async answer(
    requestIds: readonly string[],
    refreshes: ReadonlyMap<string, ItemRefresh>,
    options: StoreOptions,
  ): Promise<void> {
    const outcomes = requestIds.map((id): [string, RefreshOutcome] => {
      const asked = this.asked.get(id) ?? { itemIds: [], arrivedAt: 0 };
      const own = asked.itemIds.map(
        (itemId): ItemRefresh => refreshes.get(itemId) ?? this.recentOf(itemId, asked) ?? { kind: 'missing' },
      );
      return [id, this.outcomeOf(own)];
    });
    // Each request once, whatever becomes of the others' answers: the next look finds those that are still open.
    for (const id of requestIds) this.asked.delete(id);
    await Promise.all(outcomes.map(([id, outcome]) => this.answers.give([id], outcome, options)));
  }

  private outcomeOf(refreshes: readonly ItemRefresh[]): RefreshOutcome {
    const failed = refreshes.find((one) => one.kind === 'failed');
    if (failed !== undefined) return this.failure(failed.error);
    if (refreshes.every(({ kind }) => kind === 'missing')) {
      return this.answers.outcome('failed', 'The items of the request no longer exist.', 'itemMissing', null);
    }
    const correlationId = refreshes.flatMap((one) => ('correlationId' in one ? [one.correlationId] : []))[0] ?? null;
    return this.answers.outcome('done', messageOf(refreshes), null, correlationId);
  }

  private failure(error: ServiceError): RefreshOutcome {
    this.options.log.failure('refreshFailed', error);
    return this.answers.outcome('failed', error.message, error.code ?? error.kind, error.correlationId ?? null);
  }
}
