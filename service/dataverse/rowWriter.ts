import { parseRetryAfter } from '../http/retryAfter';
import { correlationIdOf, readErrorBody } from '../http/errorAnswer';
import { isServiceError, ServiceError } from '../http/serviceError';
import type { Timing } from '../http/timing';
import type { RowFailure, StoreOptions } from '../sync/snapshotStore';
import type { BatchAnswer, BatchOperation } from './batch';
import type { DataverseApi } from './dataverseApi';
import { isUpsertRace } from './errorCodes';

/** Rows in one request. Microsoft advises 100 to 1,000 for standard tables, the smaller the better they run side by side. */
export const ROWS_PER_REQUEST = 100;

const BATCH_TRIES = 5;
const WAIT_BETWEEN_TRIES_MS = 1000;

export interface TableAddress {
  readonly entitySetName: string;
  readonly logicalName: string;
}

export interface UpsertRow {
  /** What stands between the parentheses of the row's address; its columns must not be in the body as well. */
  readonly key: string;
  readonly body: object;
}

type Settled = 'done' | 'again' | Omit<RowFailure, 'index'>;

function settle(answer: BatchAnswer | null, goneIsDone: boolean): Settled {
  if (answer === null) return 'again';
  if (answer.status < 300 || (goneIsDone && answer.status === 404)) return 'done';
  const error = readErrorBody(answer.body);
  if (isUpsertRace(answer.status, error.code)) return 'again';
  if (answer.status === 429 || answer.status === 408 || answer.status >= 500) return 'again';
  return {
    code: error.code ?? String(answer.status),
    message: error.text === '' ? `Dataverse answered ${answer.status}.` : error.text,
    correlationId: error.correlationId ?? correlationIdOf(answer.headers) ?? null,
  };
}

/**
 * Writes many rows. First all of a hundred in one request; when Dataverse refuses it because of one of them, each row
 * on its own in one `$batch`, so that one bad row does not keep the other 99 away.
 */
export class RowWriter {
  constructor(
    private readonly api: DataverseApi,
    private readonly timing: Timing,
  ) {}

  async upsert(table: TableAddress, rows: readonly UpsertRow[], options: StoreOptions): Promise<readonly RowFailure[]> {
    return this.inChunks(rows, async (chunk) => {
      try {
        const targets = chunk.map((row) => ({
          '@odata.type': `Microsoft.Dynamics.CRM.${table.logicalName}`,
          '@odata.id': `${table.entitySetName}(${row.key})`,
          ...row.body,
        }));
        await this.api.upsertMultiple(table.entitySetName, targets, options);
        return [];
      } catch (error) {
        if (!isServiceError(error, 'refused')) throw error;
        const operations = chunk.map((row): BatchOperation => ({
          method: 'PATCH',
          path: `${table.entitySetName}(${row.key})`,
          json: row.body,
        }));
        return this.runBatch(operations, false, options);
      }
    });
  }

  /** The same few columns of rows that are there. */
  async update(
    table: TableAddress,
    ids: readonly string[],
    changes: object,
    options: StoreOptions,
  ): Promise<readonly RowFailure[]> {
    return this.inChunks(ids, (chunk) =>
      this.runBatch(
        chunk.map((id) => ({
          method: 'PATCH',
          path: `${table.entitySetName}(${id})`,
          headers: { 'If-Match': '*' },
          json: changes,
        })),
        true,
        options,
      ),
    );
  }

  /** A row that is already gone counts as removed. */
  async remove(table: TableAddress, ids: readonly string[], options: StoreOptions): Promise<readonly RowFailure[]> {
    return this.inChunks(ids, (chunk) =>
      this.runBatch(
        chunk.map((id) => ({ method: 'DELETE', path: `${table.entitySetName}(${id})` })),
        true,
        options,
      ),
    );
  }

  private async inChunks<T>(
    rows: readonly T[],
    write: (chunk: readonly T[]) => Promise<readonly RowFailure[]>,
  ): Promise<readonly RowFailure[]> {
    const failures: RowFailure[] = [];
    for (let start = 0; start < rows.length; start += ROWS_PER_REQUEST) {
      const failed = await write(rows.slice(start, start + ROWS_PER_REQUEST));
      failures.push(...failed.map((failure) => ({ ...failure, index: failure.index + start })));
    }
    return failures;
  }

  private async runBatch(
    operations: readonly BatchOperation[],
    goneIsDone: boolean,
    options: StoreOptions,
  ): Promise<readonly RowFailure[]> {
    const failures: RowFailure[] = [];
    let open = operations.map((operation, index) => ({ operation, index }));
    for (let attempt = 1; open.length > 0; attempt += 1) {
      const answers = await this.api.batch(
        open.map(({ operation }) => operation),
        options,
      );
      const again: typeof open = [];
      let wait = 0;
      for (const [place, entry] of open.entries()) {
        const answer = answers[place] ?? null;
        const settled = settle(answer, goneIsDone);
        if (settled === 'again') {
          again.push(entry);
          wait = Math.max(wait, parseRetryAfter(answer?.headers['retry-after'], this.timing.now()) ?? 0);
        } else if (settled !== 'done') failures.push({ index: entry.index, ...settled });
      }
      if (again.length > 0 && attempt === BATCH_TRIES) {
        throw new ServiceError({
          kind: 'transient',
          message: `Dataverse did not carry out ${again.length} of ${operations.length} writes of a batch, tried ${BATCH_TRIES} times. Run again later.`,
        });
      }
      if (again.length > 0) await this.timing.sleep(Math.max(wait, WAIT_BETWEEN_TRIES_MS * attempt), options.signal);
      open = again;
    }
    return failures;
  }
}
