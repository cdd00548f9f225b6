import { randomUUID } from 'node:crypto';
import type { RowFailure, RowWrite, SnapshotTable, Stored, StoreOptions } from '../../../service/sync/snapshotStore';

type Refusal<T> = (row: T) => string | null;

const PAGE = 2;

/** A table in memory. */
export class MemoryTable<T> implements SnapshotTable<T> {
  readonly rows = new Map<string, Stored<T>>();
  refuse: Refusal<T> = () => null;

  constructor(
    private readonly name: string,
    private readonly keyOf: (row: T) => string,
    private readonly touch: (write: string | null) => void,
    private readonly isOf: (row: Stored<T>, customerId: string) => boolean = () => true,
  ) {}

  async *stored(_: string, __: StoreOptions, customerId?: string): AsyncIterable<readonly Stored<T>[]> {
    const found = [...this.rows.values()].filter((row) => customerId === undefined || this.isOf(row, customerId));
    for (let start = 0; start < found.length; start += PAGE) {
      this.touch(null);
      await Promise.resolve();
      yield found.slice(start, start + PAGE);
    }
  }

  write(_: string, writes: readonly RowWrite<T>[]): Promise<readonly RowFailure[]> {
    const failures: RowFailure[] = [];
    writes.forEach(({ row, active }, index) => {
      const refusal = this.refuse(row);
      if (refusal !== null) {
        failures.push({ index, code: '0x80048d19', message: refusal, correlationId: null });
        return;
      }
      this.touch(this.name);
      const key = this.keyOf(row);
      this.rows.set(key, { ...row, id: this.rows.get(key)?.id ?? randomUUID(), active });
    });
    return Promise.resolve(failures);
  }

  remove(ids: readonly string[]): Promise<readonly RowFailure[]> {
    for (const [key, row] of this.rows) {
      if (!ids.includes(row.id)) continue;
      this.touch(this.name);
      this.rows.delete(key);
    }
    return Promise.resolve([]);
  }

  patch(ids: readonly string[], change: (row: Stored<T>) => Stored<T>): void {
    for (const [key, row] of this.rows) {
      if (!ids.includes(row.id)) continue;
      this.touch(this.name);
      this.rows.set(key, change(row));
    }
  }

  list(): Stored<T>[] {
    return [...this.rows.values()];
  }
}
