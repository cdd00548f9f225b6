const KEPT_MS = 60 * 60 * 1000;

/**
 * Customers that were refreshed on demand lately, in this process. A periodic run that read them before that must not
 * put the older figures back.
 */
export class RecentRefreshes {
  private readonly instants = new Map<string, number>();

  /**
   * @param connectionId a company that was copied has customers of the same systemId
   * @param instant milliseconds since 1970 at which reading began
   */
  note(connectionId: string, systemId: string, instant: number): void {
    const key = keyOf(connectionId, systemId);
    this.instants.delete(key);
    this.instants.set(key, instant);
    for (const [oldId, old] of this.instants) {
      if (instant - old < KEPT_MS) break;
      this.instants.delete(oldId);
    }
  }

  isSince(connectionId: string, systemId: string, instant: number): boolean {
    return (this.instants.get(keyOf(connectionId, systemId)) ?? Number.NEGATIVE_INFINITY) >= instant;
  }
}

function keyOf(connectionId: string, systemId: string): string {
  return `${connectionId} ${systemId}`;
}
