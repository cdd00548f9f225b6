import { isServiceError } from '../http/serviceError';
import { RetryLater, type JobContext, type JobQueue } from '../queue/jobQueue';
import { refreshCustomer, type RefreshDependencies, type RefreshResult } from '../sync/refreshCustomer';
import type { RefreshOutcome, StoreOptions } from '../sync/snapshotStore';
import { toSeconds } from '../sync/instants';
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
const USUAL_PACE: RefreshPace = { collectMs: 500, spacingMs: 2000 };
const MOST_REMEMBERED = 1000;
/** For requests that have been told of and are about to be looked at. */
const LATECOMER_MS = 1500;
const LATECOMER_STEP_MS = 25;
/** Longer than that nobody waits in front of a form. */
const LONGEST_WAIT_MS = 30_000;

const UNEXPECTED =
  'An error in the service itself stopped the refresh; the last figures stay. Ask your administrator to look at its log.';

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

/** Takes refresh requests, reads each customer once however many ask, and answers all of them. */
export class RefreshDesk {
  /** Requests by the customer they wait for. */
  private readonly waiting = new Map<string, Set<string>>();
  private readonly inHand = new Set<string>();
  private readonly announced = new Set<string>();
  /** When the last reading of a customer began, milliseconds since 1970. */
  private readonly begun = new Map<string, number>();

  constructor(private readonly options: RefreshDeskOptions) {}

  /** A webhook told of a request, which is going to be accepted. */
  announce(requestId: string): void {
    this.announced.add(requestId);
  }

  /** Looks at one request. The row in Dataverse counts, not what a webhook said of it. */
  async accept(requestId: string, job: JobContext): Promise<void> {
    try {
      if (!this.inHand.has(requestId)) await this.lookAt(requestId, job);
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
    if (request.customerId === null) {
      const message = 'The request names no customer. Refresh from the form of an account that is coupled to one.';
      await this.answer([requestId], this.outcome('failed', message, 'customerMissing', null), options);
      return;
    }
    await this.enqueue(requestId, request.customerId);
  }

  /** Requests that nobody told of: made while the service was down, or cut off when it stopped. */
  async find({ signal }: JobContext): Promise<void> {
    const { dependencies, log } = this.options;
    const found = await dependencies.requests.unansweredRefreshRequests({ lane: 'onDemand', signal });
    const forgotten = found.filter(({ id }) => !this.inHand.has(id));
    if (forgotten.length > 0) log.info('refreshRequestsFound', { count: forgotten.length });
    for (const { id } of forgotten)
      await this.options.queue.add('acceptRequest', { requestId: id }, { lane: 'onDemand', key: id });
  }

  /** Refreshes one customer and answers everyone who asked before it began. */
  async refresh(customerId: string, { signal }: JobContext): Promise<void> {
    const { dependencies, log } = this.options;
    await this.awaitLatecomers(signal);
    const requestIds = [...(this.waiting.get(customerId) ?? [])];
    this.waiting.delete(customerId);
    if (requestIds.length === 0) return;
    const options: StoreOptions = { lane: 'onDemand', signal };
    this.noteBegun(customerId);
    try {
      await this.answer(requestIds, this.outcome('running', null, null, null), options);
      const result = await refreshCustomer(dependencies, customerId, signal);
      await this.answer(requestIds, this.outcome('done', doneMessage(result), null, result.correlationId), options);
      log.info('customerRefreshed', { requests: requestIds.length, correlationId: result.correlationId });
    } catch (error) {
      if (isServiceError(error, 'throttled') && (error.retryAfterMs ?? Infinity) <= LONGEST_WAIT_MS) {
        this.putBack(customerId, requestIds);
        throw new RetryLater(error.retryAfterMs ?? LONGEST_WAIT_MS);
      }
      await this.fail(requestIds, error, options);
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

  /** Forty people who ask at once are answered by one reading, also when looking at their requests takes a moment. */
  private async awaitLatecomers(signal: AbortSignal): Promise<void> {
    const { clock } = this.options.dependencies;
    for (let waited = 0; this.announced.size > 0 && waited < LATECOMER_MS; waited += LATECOMER_STEP_MS) {
      await clock.sleep(LATECOMER_STEP_MS, signal);
    }
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

  private outcome(
    state: RefreshOutcome['state'],
    message: string | null,
    errorCode: string | null,
    correlationId: string | null,
  ): RefreshOutcome {
    const isOver = state === 'done' || state === 'failed';
    const completedOn = isOver ? toSeconds(this.options.dependencies.clock.now()) : null;
    return { state, message, errorCode, correlationId, completedOn };
  }

  /** A request that someone deleted meanwhile needs no answer. */
  private async answer(requestIds: readonly string[], outcome: RefreshOutcome, options: StoreOptions): Promise<void> {
    const { requests } = this.options.dependencies;
    await Promise.all(
      requestIds.map(async (id) => {
        try {
          await requests.updateRefreshRequest(id, outcome, options);
        } catch (error) {
          if (!isServiceError(error, 'refused') || error.status !== 404) throw error;
        }
      }),
    );
  }

  /** When even the answer cannot be given, the requests stay open and are found again later. */
  private async fail(requestIds: readonly string[], error: unknown, options: StoreOptions): Promise<void> {
    if (isServiceError(error, 'cancelled')) return;
    this.options.log.failure('refreshFailed', error);
    const outcome = isServiceError(error)
      ? this.outcome('failed', error.message, error.code ?? error.kind, error.correlationId ?? null)
      : this.outcome('failed', UNEXPECTED, 'bug', null);
    await this.answer(requestIds, outcome, options);
  }
}
