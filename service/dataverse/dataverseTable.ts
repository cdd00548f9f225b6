import { z } from 'zod';
import type { RowFailure, RowWrite, SnapshotTable, Stored, StoreOptions } from '../sync/snapshotStore';
import { guidSchema, quoted, type DataverseApi } from './dataverseApi';
import { readRow } from './readRow';
import type { RowWriter, UpsertRow } from './rowWriter';
import type { TableDescription } from './tableDescription';

const ACTIVE = { statecode: 0, statuscode: 1 };
const INACTIVE = { statecode: 1, statuscode: 2 };

/** One of the solution's tables, addressed by its alternate key: connection and systemId of Business Central. */
export class DataverseTable<T> implements SnapshotTable<T> {
  constructor(
    private readonly api: DataverseApi,
    private readonly writer: RowWriter,
    private readonly table: TableDescription<T>,
  ) {}

  async *stored(connectionId: string, options: StoreOptions, customerId?: string): AsyncIterable<readonly Stored<T>[]> {
    const { table } = this;
    const conditions = table.connectionIdValue === null ? [] : [`${table.connectionIdValue} eq ${connectionId}`];
    if (customerId !== undefined && table.customerIdFilter !== null) {
      conditions.push(`${table.customerIdFilter} eq ${customerId}`);
    }
    yield* this.found(conditions.join(' and '), options);
  }

  /** The rows that a filter finds, of whatever connection. */
  async *found(filter: string, options: StoreOptions): AsyncIterable<readonly Stored<T>[]> {
    const { table } = this;
    const columns = [table.primaryKey, 'statecode', ...table.columns].join(',');
    const path = `${table.entitySetName}?$select=${columns}&$filter=${encodeURIComponent(filter)}`;
    const rowSchema = z.looseObject({ [table.primaryKey]: guidSchema });
    for await (const page of this.api.pages(path, rowSchema, options)) {
      yield page.map((row) => this.read(row));
    }
  }

  /** @throws {ServiceError} `protocol` when a column holds what its type does not allow */
  private read(row: unknown): Stored<T> {
    return readRow(this.table.logicalName, row, (reader) => ({
      ...this.table.read(reader),
      id: reader.requiredText(this.table.primaryKey),
      active: reader.number('statecode') !== INACTIVE.statecode,
    }));
  }

  write(connectionId: string, writes: readonly RowWrite<T>[], options: StoreOptions): Promise<readonly RowFailure[]> {
    const rows = writes.map(({ row, active, id }): UpsertRow => {
      const key = Object.entries(this.table.keyOf(row)).map(([column, value]) => `${column}=${quoted(value)}`);
      const state = active ? ACTIVE : INACTIVE;
      return {
        key: [this.lookupKeyOf(row, connectionId), ...key].join(','),
        // A row is born active; Dataverse refuses to create an inactive one in the same step.
        body: { ...this.table.write(row), ...(id === null ? {} : state) },
      };
    });
    return this.writer.upsert(this.table, rows, options);
  }

  private lookupKeyOf(row: T, connectionId: string): string {
    const { connectionIdValue, lookupKeyOf } = this.table;
    return lookupKeyOf?.(row) ?? `${connectionIdValue ?? ''}=${connectionId}`;
  }

  remove(ids: readonly string[], options: StoreOptions): Promise<readonly RowFailure[]> {
    return this.writer.remove(this.table, ids, options);
  }
}
