import type { JobCounts } from '../queue/jobQueue';

export interface HealthReport {
  readonly status: 'starting' | 'ready' | 'late';
  /** ISO 8601. */
  readonly lastSuccessOn: string | null;
  readonly lastFailureOn: string | null;
  readonly jobs: JobCounts;
}

/** How the service is, for those who watch it: ready while the last good run is younger than two periods. */
export class Health {
  private lastSuccessAt: number | null = null;
  private lastFailureAt: number | null = null;

  constructor(
    private readonly startedAt: number,
    private readonly periodMs: number,
  ) {}

  succeeded(now: number): void {
    this.lastSuccessAt = now;
  }

  failed(now: number): void {
    this.lastFailureAt = now;
  }

  report(now: number, jobs: JobCounts): HealthReport {
    const text = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());
    return {
      status: this.status(now),
      lastSuccessOn: text(this.lastSuccessAt),
      lastFailureOn: text(this.lastFailureAt),
      jobs,
    };
  }

  private status(now: number): HealthReport['status'] {
    const since = this.lastSuccessAt ?? this.startedAt;
    if (now - since >= 2 * this.periodMs) return 'late';
    return this.lastSuccessAt === null ? 'starting' : 'ready';
  }
}
