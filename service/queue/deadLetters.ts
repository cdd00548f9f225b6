import type { DeadJob } from './jobQueue';

const MOST_KEPT = 1000;

interface Buried {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly attempt: number;
}

/** Jobs that were given up, the last thousand of them. */
export class DeadLetters<T extends Buried> {
  private readonly jobs = new Map<string, { readonly job: T; readonly reason: string }>();

  get size(): number {
    return this.jobs.size;
  }

  bury(job: T, reason: string): void {
    this.jobs.set(job.id, { job, reason });
    for (const id of this.jobs.keys()) {
      if (this.jobs.size <= MOST_KEPT) break;
      this.jobs.delete(id);
    }
  }

  take(id: string): T | null {
    const found = this.jobs.get(id);
    this.jobs.delete(id);
    return found?.job ?? null;
  }

  first(max: number): readonly DeadJob[] {
    return [...this.jobs.values()].slice(0, max).map(({ job, reason }) => ({
      id: job.id,
      type: job.type,
      data: job.data,
      reason,
      attempts: job.attempt,
    }));
  }
}
