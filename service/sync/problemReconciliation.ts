import type { RunContext } from './runContext';
import type { RaisedProblem } from './problemLog';
import { WHOLE_SOURCE } from './problemLog';
import type { ProblemSnapshot, RowWrite, SnapshotStore, Stored, StoreOptions } from './snapshotStore';
import { sourceNames } from './sources';

export type StoredProblems = ReadonlyMap<string, Stored<ProblemSnapshot>>;

function keyOf(problem: { readonly source: string; readonly systemId: string }): string {
  return `${problem.source} ${problem.systemId}`;
}

export async function loadProblems(
  store: SnapshotStore,
  connectionId: string,
  options: StoreOptions,
): Promise<StoredProblems> {
  const stored = new Map<string, Stored<ProblemSnapshot>>();
  for await (const page of store.problems.stored(connectionId, options)) {
    for (const row of page) stored.set(keyOf(row), row);
  }
  return stored;
}

/** True when customers or their invoices are still unsolved: then what earlier runs left is not the whole truth. */
export function hasOpenProblems(stored: StoredProblems): boolean {
  return [...stored.values()].some(
    (row) => row.active && (row.source === 'customers' || row.source === 'salesInvoices'),
  );
}

function raisedAgain(raised: RaisedProblem, before: Stored<ProblemSnapshot> | undefined, now: string): ProblemSnapshot {
  const open = before?.active === true ? before : undefined;
  return {
    source: raised.source,
    systemId: raised.systemId,
    recordNumber: raised.recordNumber,
    code: raised.code,
    reason: raised.reason,
    nextStep: raised.nextStep,
    correlationId: raised.correlationId,
    firstSeenOn: open?.firstSeenOn ?? now,
    lastSeenOn: now,
    occurrences: (open?.occurrences ?? 0) + 1,
  };
}

/**
 * Lists what was found and resolves what is cured. A record's problem stays open while its source cannot be read:
 * that it was not met again says nothing then.
 */
export async function reconcileProblems(run: RunContext, stored: StoredProblems): Promise<void> {
  const now = run.startedOn;
  const raised = run.problems.kept;
  const writes: RowWrite<ProblemSnapshot>[] = raised.map((problem) => {
    const before = stored.get(keyOf(problem));
    return { row: raisedAgain(problem, before, now), id: before?.id ?? null, active: true };
  });
  const keys = new Set(raised.map(keyOf));
  const allKept = run.problems.count === raised.length;
  const failed = new Set<string>(sourceNames.filter((source) => run.failures.has(source)));
  for (const row of stored.values()) {
    if (!row.active || keys.has(keyOf(row)) || !allKept) continue;
    if (failed.has(row.source) && row.systemId !== WHOLE_SOURCE) continue;
    writes.push({ row, id: row.id, active: false });
  }
  if (writes.length > 0) await run.store.problems.write(run.connectionId, writes, run.write);
}
