import type { Clock } from '../sync/ports';

const LONGEST_WAIT_MS = 1500;
const STEP_MS = 25;

/** Requests that a webhook told of and that are about to be looked at. */
export class Announcements {
  private readonly announced = new Set<string>();

  add(requestId: string): void {
    this.announced.add(requestId);
  }

  delete(requestId: string): void {
    this.announced.delete(requestId);
  }

  /** Forty people who ask at once are answered by one reading, also when looking at their requests takes a moment. */
  async settle(clock: Clock, signal: AbortSignal): Promise<void> {
    for (let waited = 0; this.announced.size > 0 && waited < LONGEST_WAIT_MS; waited += STEP_MS) {
      await clock.sleep(STEP_MS, signal);
    }
  }
}
