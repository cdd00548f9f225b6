import { isServiceError } from '../http/serviceError';
import { toSeconds } from '../sync/instants';
import type { RefreshDependencies } from '../sync/refreshCustomer';
import type { RefreshOutcome, StoreOptions } from '../sync/snapshotStore';
import type { ServiceLog } from './serviceLog';

/** Longer than that nobody waits in front of a form. */
export const LONGEST_WAIT_MS = 30_000;

const UNEXPECTED =
  'An error in the service itself stopped the refresh; the last figures stay. Ask your administrator to look at its log.';

/** Writes on the rows of requests what became of them. */
export class RefreshAnswers {
  constructor(
    private readonly dependencies: RefreshDependencies,
    private readonly log: ServiceLog,
  ) {}

  outcome(
    state: RefreshOutcome['state'],
    message: string | null,
    errorCode: string | null,
    correlationId: string | null,
  ): RefreshOutcome {
    const isOver = state === 'done' || state === 'failed';
    const completedOn = isOver ? toSeconds(this.dependencies.clock.now()) : null;
    return { state, message, errorCode, correlationId, completedOn };
  }

  /** A request that someone deleted meanwhile needs no answer. */
  async give(requestIds: readonly string[], outcome: RefreshOutcome, options: StoreOptions): Promise<void> {
    const { requests } = this.dependencies;
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
  async fail(requestIds: readonly string[], error: unknown, options: StoreOptions): Promise<void> {
    if (isServiceError(error, 'cancelled')) return;
    this.log.failure('refreshFailed', error);
    const outcome = isServiceError(error)
      ? this.outcome('failed', error.message, error.code ?? error.kind, error.correlationId ?? null)
      : this.outcome('failed', UNEXPECTED, 'bug', null);
    await this.give(requestIds, outcome, options);
  }
}
