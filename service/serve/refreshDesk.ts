import { isServiceError } from '../http/serviceError';
import { RetryLater, type JobContext, type JobQueue } from '../queue/jobQueue';
import { refreshCustomer, type RefreshDependencies, type RefreshResult } from '../sync/refreshCustomer';
import type { StoreOptions } from '../sync/snapshotStore';
import { Announcements } from './announcements';
import { ItemRefreshDesk } from './itemRefreshDesk';
import { LONGEST_WAIT_MS, RefreshAnswers } from './refreshAnswers';
import { subjectOf } from './refreshSubject';
import type { ServiceJobs } from './serviceJobs';
import type { ServiceLog } from './serviceLog';

/** How readings of one customer follow each other. */
export interface RefreshPace {
  /** Requests that come within this time after the first are answered by the same reading. */
  readonly collectMs: number;
  /** From the beginning of one reading to the next at least. */
  readonly spacingMs: number;
}

/** The form looks for its answer after 2, 4 and 8 s. */
export const USUAL_PACE: RefreshPace = { collectMs: 500, spacingMs: 2000 };
const MOST_REMEMBERED = 1000;

export interface RefreshDeskOptions {
  readonly dependencies: RefreshDependencies;
  readonly queue: JobQueue<ServiceJobs>;
  readonly log: ServiceLog;
  readonly pace?: RefreshPace | undefined;
}

function doneMessage({ exists, asOf }: RefreshResult): string {
  return exists
    ? `The figures are as of ${asOf.slice(0, 16).replace('T', ' ')} UTC.`
    : 'Business Central no longer has this customer; its row was made inactive.';
}

/**
 * Takes refresh requests; those for items go to a desk of their own. Reads each customer once however many ask, and
 * answers all of them.
 */
export class RefreshDesk {
  /** Requests by the customer they wait for. */
  private readonly waiting = new Map<string, Set<string>>();
  private readonly inHand = new Set<string>();
  private readonly announced = new Announcements();
  private readonly answers: RefreshAnswers;
  private readonly items: ItemRefreshDesk;
  /** When the last reading of a customer began, milliseconds since 1970. */
  private readonly begun = new Map<string, number>();

  constructor(private readonly options: RefreshDeskOptions) {
    const { dependencies, queue, log, pace = USUAL_PACE } = options;
    this.answers = new RefreshAnswers(dependencies, log);
    this.items = new ItemRefreshDesk({ dependencies, queue, log, pace }, this.answers, this.announced);
  }

  /** A webhook told of a request, which is going to be accepted. */
  announce(requestId: string): void {
    this.announced.add(requestId);
  }

  /** Looks at one request. The row in Dataverse counts, not what a webhook said of it. */
  async accept(requestId: string, job: JobContext): Promise<void> {
    try {
      if (!this.isInHand(requestId)) await this.lookAt(requestId, job);
    } finally {
      this.announced.delete(requestId);
    }
  }

  private async lookAt(requestId: string, { signal }: JobContext): Promise<void> {
    const { dependencies, log } = this.options;
    const options: StoreOptions = { lane: 'onDemand', signal };
    const request = await dependencies.requests.refreshRequest(requestId, options);
    if (request === null || request.state === 'done' || request.state === 'failed') {
      log.warn('refreshRequestIgnored', { requestId, state: request?.state ?? 'missing' });
      return;
    }
    const subject = subjectOf(request);
    if (subject.kind === 'none') {
      await this.answers.give(
        [requestId],
        this.answers.outcome('failed', subject.message, subject.code, null),
        options,
      );
    } else if (subject.kind === 'items') await this.items.enqueue(requestId, subject.ids, options);
    else await this.enqueue(requestId, subject.id);
  }

  /** Requests that nobody told of: made while the service was down, or cut off when it stopped. */
  async find({ signal }: JobContext): Promise<void> {
    const { dependencies, log } = this.options;
    const found = await dependencies.requests.unansweredRefreshRequests({ lane: 'onDemand', signal });
    const forgotten = found.filter(({ id }) => !this.isInHand(id));
    if (forgotten.length > 0) log.info('refreshRequestsFound', { count: forgotten.length });
    for (const { id } of forgotten)
      await this.options.queue.add('acceptRequest', { requestId: id }, { lane: 'onDemand', key: id });
  }

  /** Refreshes the items that were asked for. */
  refreshItems(job: JobContext): Promise<void> {
    return this.items.refresh(job);
  }

  /** Refreshes one customer and answers everyone who asked before it began. */
  async refresh(customerId: string, { signal }: JobContext): Promise<void> {
    const { dependencies, log } = this.options;
    await this.announced.settle(dependencies.clock, signal);
    const requestIds = [...(this.waiting.get(customerId) ?? [])];
    this.waiting.delete(customerId);
    if (requestIds.length === 0) return;
    const options: StoreOptions = { lane: 'onDemand', signal };
    this.noteBegun(customerId);
    try {
      await this.answers.give(requestIds, this.answers.outcome('running', null, null, null), options);
      const result = await refreshCustomer(dependencies, customerId, signal);
      await this.answers.give(
        requestIds,
        this.answers.outcome('done', doneMessage(result), null, result.correlationId),
        options,
      );
      log.info('customerRefreshed', { requests: requestIds.length, correlationId: result.correlationId });
    } catch (error) {
      if (isServiceError(error, 'throttled') && (error.retryAfterMs ?? Infinity) <= LONGEST_WAIT_MS) {
        this.putBack(customerId, requestIds);
        throw new RetryLater(error.retryAfterMs ?? LONGEST_WAIT_MS);
      }
      await this.answers.fail(requestIds, error, options);
    } finally {
      if (!this.waiting.has(customerId)) for (const id of requestIds) this.inHand.delete(id);
    }
  }

  private async enqueue(requestId: string, customerId: string): Promise<void> {
    this.inHand.add(requestId);
    this.putBack(customerId, [requestId]);
    const { collectMs, spacingMs } = this.options.pace ?? USUAL_PACE;
    const sinceLast = this.options.dependencies.clock.now() - (this.begun.get(customerId) ?? Number.NEGATIVE_INFINITY);
    const delayMs = Math.max(collectMs, spacingMs - sinceLast);
    await this.options.queue.add(
      'refreshCustomer',
      { customerId },
      { lane: 'onDemand', key: customerId, delayMs, attempts: 1 },
    );
  }

  private isInHand(requestId: string): boolean {
    return this.inHand.has(requestId) || this.items.isInHand(requestId);
  }

  private noteBegun(customerId: string): void {
    this.begun.delete(customerId);
    this.begun.set(customerId, this.options.dependencies.clock.now());
    const oldest = this.begun.keys().next();
    if (this.begun.size > MOST_REMEMBERED && oldest.done !== true) this.begun.delete(oldest.value);
  }

  private putBack(customerId: string, requestIds: readonly string[]): void {
    const waiting = this.waiting.get(customerId) ?? new Set();
    for (const id of requestIds) waiting.add(id);
    this.waiting.set(customerId, waiting);
  }
}
