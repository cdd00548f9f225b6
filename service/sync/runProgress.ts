import type { SyncProgress } from './result';
import type { RunCounts } from './snapshotStore';

/** Counts what a run did, and tells whoever watches. */
export class RunProgress {
  private step = '';
  private rowsRead = 0;
  private rowsWritten = 0;
  private rowsUnchanged = 0;
  private rowsFailed = 0;
  private readonly requestsBefore: number;

  constructor(
    private readonly requestCount: () => number,
    private readonly onProgress: ((progress: SyncProgress) => void) | undefined,
  ) {
    this.requestsBefore = requestCount();
  }

  get counts(): RunCounts {
    return {
      rowsRead: this.rowsRead,
      rowsWritten: this.rowsWritten,
      rowsUnchanged: this.rowsUnchanged,
      rowsFailed: this.rowsFailed,
      requestCount: this.requestCount() - this.requestsBefore,
    };
  }

  read(step: string, rows: number): void {
    this.rowsRead += rows;
    this.tell(step);
  }

  written(step: string, rows: number): void {
    this.rowsWritten += rows;
    this.tell(step);
  }

  unchanged(rows: number): void {
    this.rowsUnchanged += rows;
  }

  failed(rows: number): void {
    this.rowsFailed += rows;
  }

  private tell(step: string): void {
    this.step = step;
    this.onProgress?.({ step: this.step, ...this.counts });
  }
}
