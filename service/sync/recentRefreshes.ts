const KEPT_MS = 60 * 60 * 1000;

/**
 * Customers and items that were refreshed on demand lately, in this process. A periodic run that read them before that
 * must not put the older figures back.
 */
export class RecentRefreshes {
  private readonly instants = new Map<string, number>();
  private readonly failures = new Map<string, number>();

  /**
   * @param connectionId a company that was copied has customers of the same systemId
   * @param instant milliseconds since 1970 at which reading began
   */
  note(connectionId: string, systemId: string, instant: number): void {
    keep(this.instants, keyOf(connectionId, systemId), instant);
  }

  /** A refresh that was noted ended before all of its rows were written: they may be of two moments. */
  noteFailure(connectionId: string, systemId: string, instant: number): void {
    const key = keyOf(connectionId, systemId);
    this.instants.delete(key);
    keep(this.failures, key, instant);
  }

  isSince(connectionId: string, systemId: string, instant: number): boolean {
    return (this.instants.get(keyOf(connectionId, systemId)) ?? Number.NEGATIVE_INFINITY) >= instant;
  }

  /** systemIds whose refresh broke off at `instant` or later. */
  failedSince(connectionId: string, instant: number): readonly string[] {
    const start = keyOf(connectionId, '');
    return [...this.failures]
      .filter(([key, failedAt]) => failedAt >= instant && key.startsWith(start))
      .map(([key]) => key.slice(start.length));
  }
}

function keep(instants: Map<string, number>, key: string, instant: number): void {
  instants.delete(key);
  instants.set(key, instant);
  for (const [oldKey, old] of instants) {
    if (instant - old < KEPT_MS) break;
    instants.delete(oldKey);
  }
}

function keyOf(connectionId: string, systemId: string): string {
  return `${connectionId} ${systemId}`;
}
