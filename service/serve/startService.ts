import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Cron } from 'croner';
import { isServiceError, ServiceError } from '../http/serviceError';
import { InProcessJobQueue } from '../queue/inProcessJobQueue';
import { RetryLater, type JobContext } from '../queue/jobQueue';
import type { RefreshDependencies } from '../sync/refreshCustomer';
import type { RunTrigger } from '../sync/snapshotStore';
import { synchronizeEnvironment } from '../sync/synchronizeEnvironment';
import { Health } from './health';
import { createHttpServer } from './httpServer';
import { RefreshDesk, type RefreshPace } from './refreshDesk';
import type { ServiceJobs } from './serviceJobs';
import type { ServiceLog } from './serviceLog';

const SLOTS = { onDemand: 8, periodic: 1 } as const;
/** How often refresh requests are looked for that no webhook told of. */
const FIND_REQUESTS_MS = 60_000;
/** A request to stop is obeyed within this time. */
const GRACE_MS = 8000;

export interface ServiceOptions {
  readonly dependencies: RefreshDependencies;
  /** Name, display name or id of the only company; `null`: those that are connected. */
  readonly company: string | null;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly scheduleMinutes: number;
  readonly webhookKey: string;
  /** Host name of the Dataverse organization, as its webhooks name it. */
  readonly organization: string;
  readonly log: ServiceLog;
  readonly findRequestsMs?: number;
  readonly refreshPace?: RefreshPace;
}

export interface RunningService {
  readonly port: number;
  /** Ends what can be ended well within a few seconds. @returns false when work had to be cut off */
  stop(): Promise<boolean>;
}

async function listen(server: ReturnType<typeof createHttpServer>, host: string, port: number): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new ServiceError({
      kind: 'config',
      code,
      message: `The service cannot listen on ${host}:${port} (${code}). Set BCI_PORT to a free port.`,
    });
  }
  const address: AddressInfo | string | null = server.address();
  return address !== null && typeof address === 'object' ? address.port : port;
}

/**
 * Runs until it is stopped: synchronizes at once and then by schedule, refreshes customers and items on demand, answers
 * the webhook and the health checks.
 * @throws {ServiceError} `config` when the port is taken
 */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const { dependencies, log } = options;
  const { clock } = dependencies;
  const queue = new InProcessJobQueue<ServiceJobs>();
  const desk = new RefreshDesk({ dependencies, queue, log, pace: options.refreshPace });
  const health = new Health(clock.now(), options.scheduleMinutes * 60_000);
  const stopping = new AbortController();
  const server = createHttpServer({
    webhook: { key: options.webhookKey, organization: options.organization },
    onRefreshRequest: async (requestId) => {
      desk.announce(requestId);
      await queue.add('acceptRequest', { requestId }, { lane: 'onDemand', key: requestId });
    },
    health: async () => health.report(clock.now(), await queue.counts()),
    onRefused: (status) => {
      log.warn('webhookRefused', { status });
    },
  });
  const port = await listen(server, options.host, options.port);

  const synchronize = async (trigger: RunTrigger, job: JobContext): Promise<void> => {
    const signal = AbortSignal.any([stopping.signal, job.signal]);
    try {
      const outcomes = await synchronizeEnvironment(dependencies, options.company, {
        trigger,
        full: false,
        dryRun: false,
        signal,
      });
      let failed = false;
      for (const { result, error } of outcomes) {
        failed ||= error !== null;
        if (error !== null) log.failure('synchronizationFailed', error);
        else log.info('synchronized', summaryOf(result));
      }
      if (failed) health.failed(clock.now());
      else health.succeeded(clock.now());
    } catch (error) {
      if (isServiceError(error, 'cancelled')) return;
      health.failed(clock.now());
      log.failure('synchronizationFailed', error);
    }
  };

  /** The queue tries a failed job again or gives it up: either way without a word. */
  const told = async (step: string, work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      if (!(error instanceof RetryLater) && !isServiceError(error, 'cancelled'))
        log.failure('jobFailed', error, { step });
      throw error;
    }
  };

  await queue.work(
    {
      acceptRequest: ({ requestId }, job) => told('acceptRequest', desk.accept(requestId, job)),
      findRequests: (_, job) => told('findRequests', desk.find(job)),
      refreshCustomer: ({ customerId }, job) => told('refreshCustomer', desk.refresh(customerId, job)),
      refreshItems: (_, job) => told('refreshItems', desk.refreshItems(job)),
      synchronize: ({ trigger }, job) => synchronize(trigger, job),
    },
    SLOTS,
  );
  const requestSynchronization = (): Promise<unknown> =>
    queue.add('synchronize', { trigger: 'scheduled' }, { key: 'synchronize', attempts: 1 });
  await queue.add('findRequests', {}, { lane: 'onDemand', key: 'findRequests' });
  await queue.every('findRequests', options.findRequestsMs ?? FIND_REQUESTS_MS, 'findRequests', {}, 'onDemand');
  await requestSynchronization();
  const periodMs = options.scheduleMinutes * 60_000;
  const schedule = new Cron(
    '* * * * * *',
    { interval: periodMs / 1000, startAt: new Date(Date.now() + periodMs), catch: true },
    () => {
      void requestSynchronization();
    },
  );
  log.info('serving', { port, scheduleMinutes: options.scheduleMinutes });

  return {
    port,
    async stop() {
      log.info('stopping');
      schedule.stop();
      stopping.abort();
      server.close();
      server.closeIdleConnections();
      const drained = await queue.close(GRACE_MS);
      server.closeAllConnections();
      log.info('stopped', { drained });
      return drained;
    },
  };
}

type Result = Awaited<ReturnType<typeof synchronizeEnvironment>>[number]['result'];

function summaryOf(result: Result): Record<string, unknown> {
  if (result === null) return {};
  const { outcome, correlationId, rowsRead, rowsWritten, rowsUnchanged, rowsFailed, requestCount, problemCount } =
    result;
  return { outcome, correlationId, rowsRead, rowsWritten, rowsUnchanged, rowsFailed, requestCount, problemCount };
}
