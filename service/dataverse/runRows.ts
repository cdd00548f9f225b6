import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import * as connection from '../../dataverse/generated/bciConnection';
import * as run from '../../dataverse/generated/bciSyncRun';
import type { RunStart, RunUpdate, StoreOptions, UnfinishedRun } from '../sync/snapshotStore';
import { cutText, instantOf } from './columnText';
import type { DataverseApi } from './dataverseApi';
import { readRow } from './readRow';

function write(changes: Partial<RunUpdate>): Record<string, unknown> {
  const { outcome, error } = changes;
  const all: Record<string, unknown> = {
    [run.outcome]: outcome === undefined ? undefined : run.OutcomeChoice[outcome],
    [run.finishedOn]: changes.finishedOn,
    [run.rowsRead]: changes.rowsRead,
    [run.rowsWritten]: changes.rowsWritten,
    [run.rowsUnchanged]: changes.rowsUnchanged,
    [run.rowsFailed]: changes.rowsFailed,
    [run.requestCount]: changes.requestCount,
    [run.error]: typeof error === 'string' ? cutText(error, run.errorMaxLength) : error,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** The rows of bci_syncrun. */
export class RunRows {
  constructor(private readonly api: DataverseApi) {}

  /** Chooses the id itself: a request that is sent again leaves one row. */
  async start(start: RunStart & Partial<RunUpdate>, options: StoreOptions): Promise<string> {
    const id = randomUUID();
    await this.api.upsert(
      `${run.entitySetName}(${id})`,
      {
        [run.name]: `${start.startedOn.slice(0, 16).replace('T', ' ')} UTC`,
        [run.connectionIdBind]: `/${connection.entitySetName}(${start.connectionId})`,
        [run.trigger]: run.TriggerChoice[start.trigger],
        [run.startedOn]: start.startedOn,
        [run.correlationId]: start.correlationId,
        ...write({ outcome: 'running', ...start }),
      },
      options,
    );
    return id;
  }

  async update(id: string, changes: Partial<RunUpdate>, options: StoreOptions): Promise<void> {
    await this.api.update(`${run.entitySetName}(${id})`, write(changes), options);
  }

  async unfinished(connectionId: string, options: StoreOptions): Promise<readonly UnfinishedRun[]> {
    const columns = [run.primaryKey, run.startedOn, run.modifiedOn].join(',');
    const filter = `${run.connectionIdValue} eq ${connectionId} and ${run.outcome} eq ${run.OutcomeChoice.running}`;
    const path = `${run.entitySetName}?$select=${columns}&$filter=${encodeURIComponent(filter)}`;
    const rows = await this.api.list(path, z.looseObject({}), options);
    return rows.map((value) =>
      readRow(run.logicalName, value, (row) => ({
        id: row.requiredText(run.primaryKey),
        startedOn: instantOf(row, run.startedOn),
        modifiedOn: row.requiredText(run.modifiedOn),
      })),
    );
  }
}
