import type { RowFailure, RowWrite, SnapshotTable, StoreOptions } from './snapshotStore';

const ROWS_PER_WRITE = 100;
const WRITES_AT_ONCE = 4;

export interface DifferenceWriterOptions<T> {
  readonly table: Pick<SnapshotTable<T>, 'write'>;
  readonly connectionId: string;
  readonly options: StoreOptions;
  /** Looked at when the row is written: what became newer while it waited stays as it is. */
  readonly isOutdated?: (row: T) => boolean;
  readonly onWritten: (rows: number) => void;
  readonly onFailure: (write: RowWrite<T>, failure: RowFailure) => void;
}

/** Collects rows that differ and writes them by the hundred, a few writes at once; who adds waits when they lag. */
export class DifferenceWriter<T> {
  private waiting: RowWrite<T>[] = [];
  private readonly running = new Set<Promise<void>>();
  private failure: { readonly error: unknown } | null = null;

  constructor(private readonly target: DifferenceWriterOptions<T>) {}

  /** @throws what an earlier write threw */
  async add(write: RowWrite<T>): Promise<void> {
    this.waiting.push(write);
    if (this.waiting.length < ROWS_PER_WRITE) return;
    this.start();
    while (this.running.size >= WRITES_AT_ONCE) await Promise.race(this.running);
    this.throwFailure();
  }

  /** Writes what is left and waits for all of it. */
  async flush(): Promise<void> {
    if (this.waiting.length > 0) this.start();
    await Promise.all(this.running);
    this.throwFailure();
  }

  private start(): void {
    const rows = this.waiting;
    this.waiting = [];
    const task = this.write(rows).finally(() => this.running.delete(task));
    this.running.add(task);
  }

  private async write(waiting: readonly RowWrite<T>[]): Promise<void> {
    const { table, connectionId, options, isOutdated, onWritten, onFailure } = this.target;
    if (this.failure !== null) return;
    const rows = isOutdated === undefined ? waiting : waiting.filter(({ row }) => !isOutdated(row));
    if (rows.length === 0) return;
    try {
      const failures = await table.write(connectionId, rows, options);
      for (const failure of failures) {
        const write = rows[failure.index];
        if (write !== undefined) onFailure(write, failure);
      }
      onWritten(rows.length - failures.length);
    } catch (error) {
      this.failure ??= { error };
    }
  }

  private throwFailure(): void {
    if (this.failure !== null) throw this.failure.error;
  }
}
