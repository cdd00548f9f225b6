import { z } from 'zod';
import * as connection from '../../dataverse/generated/bciConnection';
import * as syncProblem from '../../dataverse/generated/bciSyncProblem';
import * as syncRun from '../../dataverse/generated/bciSyncRun';
import type { DataverseApi } from '../dataverse/dataverseApi';
import type { StoreOptions } from '../sync/snapshotStore';
import { examine, passed, sentence, skipped, warning, type Check } from './check';

const CONNECTION = { id: 'connection', title: 'Connections' };
const LAST_RUN = { id: 'lastRun', title: 'Last synchronization' };
const PROBLEMS = { id: 'problems', title: 'Open problems' };

const connectionSchema = z.object({
  [connection.name]: z.string().nullish(),
  [connection.health]: z.number().nullish(),
  [connection.lastSuccessOn]: z.string().nullish(),
});

const runSchema = z.object({
  [syncRun.outcome]: z.number().nullish(),
  [syncRun.startedOn]: z.string().nullish(),
});

const problemSchema = z.object({ [syncProblem.source]: z.string() });

function query(set: string, options: Readonly<Record<string, string>>): string {
  const text = Object.entries(options).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${set}?${text.join('&')}`;
}

async function checkConnections(api: DataverseApi, options: StoreOptions): Promise<Check> {
  const path = query(connection.entitySetName, {
    $select: [connection.name, connection.health, connection.lastSuccessOn].join(','),
    $filter: 'statecode eq 0',
  });
  const finding = await examine(CONNECTION, async () => {
    const rows = await api.list(path, connectionSchema, options);
    const failing = rows.filter((row) => row[connection.health] === connection.HealthChoice.failing);
    const names = failing.map((row) => row[connection.name] ?? '').join(', ');
    if (rows.length === 0) {
      return { check: warning(CONNECTION, 'No company is connected yet.', 'Run bci sync.'), value: null };
    }
    if (failing.length === 0) return { check: passed(CONNECTION, `${rows.length} connected.`), value: null };
    const cure = 'Open the connection in Sales: it tells the last error.';
    return { check: warning(CONNECTION, sentence(`Failing: ${names}`), cure), value: null };
  });
  return finding.checks[0] ?? skipped(CONNECTION, 'No answer.');
}

const OUTCOMES: Readonly<Record<number, string>> = {
  [syncRun.OutcomeChoice.running]: 'still running',
  [syncRun.OutcomeChoice.succeeded]: 'succeeded',
  [syncRun.OutcomeChoice.succeededWithProblems]: 'succeeded with problems',
  [syncRun.OutcomeChoice.failed]: 'failed',
  [syncRun.OutcomeChoice.interrupted]: 'interrupted',
};

/** A run that is older than two periods of the schedule is late. */
async function checkLastRun(
  api: DataverseApi,
  options: StoreOptions,
  now: number,
  scheduleMinutes: number,
): Promise<Check> {
  const path = query(syncRun.entitySetName, {
    $select: [syncRun.outcome, syncRun.startedOn].join(','),
    // A refresh of one customer says nothing of how old all the others are.
    $filter: `${syncRun.trigger} ne ${syncRun.TriggerChoice.onDemand}`,
    $orderby: `${syncRun.startedOn} desc`,
    $top: '1',
  });
  const finding = await examine(LAST_RUN, async () => {
    const [run] = await api.list(path, runSchema, options);
    const startedOn = run?.[syncRun.startedOn];
    if (typeof startedOn !== 'string') {
      return { check: warning(LAST_RUN, 'There was none yet.', 'Run bci sync.'), value: null };
    }
    const outcome = Number(run?.[syncRun.outcome]);
    const minutes = Math.max(0, Math.round((now - Date.parse(startedOn)) / 60_000));
    const what = `${minutes} min ago, ${OUTCOMES[outcome] ?? 'outcome unknown'}.`;
    const isBad = outcome === syncRun.OutcomeChoice.failed || outcome === syncRun.OutcomeChoice.interrupted;
    if (isBad) return { check: warning(LAST_RUN, what, 'Look at the run in Sales, then run bci sync.'), value: null };
    const isLate = minutes > 2 * scheduleMinutes;
    const cure = 'Start bci serve, or run bci sync.';
    return { check: isLate ? warning(LAST_RUN, what, cure) : passed(LAST_RUN, what), value: null };
  });
  return finding.checks[0] ?? skipped(LAST_RUN, 'No answer.');
}

async function checkProblems(api: DataverseApi, options: StoreOptions): Promise<Check> {
  const path = query(syncProblem.entitySetName, { $select: syncProblem.source, $filter: 'statecode eq 0' });
  const finding = await examine(PROBLEMS, async () => {
    const rows = await api.list(path, problemSchema, options);
    const bySource = new Map<string, number>();
    for (const row of rows) {
      const source = row[syncProblem.source];
      bySource.set(source, (bySource.get(source) ?? 0) + 1);
    }
    const counts = [...bySource].map(([source, count]) => `${source} ${count}`).join(', ');
    if (rows.length === 0) return { check: passed(PROBLEMS, 'None.'), value: null };
    const cure = 'Look at Synchronization Problems in Sales: each tells the next step.';
    return { check: warning(PROBLEMS, `${rows.length}: ${counts}.`, cure), value: null };
  });
  return finding.checks[0] ?? skipped(PROBLEMS, 'No answer.');
}

/** How synchronization has gone so far. */
export async function checkState(
  api: DataverseApi,
  options: StoreOptions,
  now: number,
  scheduleMinutes: number,
): Promise<readonly Check[]> {
  return [
    await checkConnections(api, options),
    await checkLastRun(api, options, now, scheduleMinutes),
    await checkProblems(api, options),
  ];
}

export function skipState(why: string): readonly Check[] {
  return [CONNECTION, LAST_RUN, PROBLEMS].map((subject) => skipped(subject, why));
}
