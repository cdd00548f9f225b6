const KEPT_MS = 60 * 60 * 1000;

/**
 * Customers that were refreshed on demand lately, in this process. A periodic run that read them before that must not
 * put the older figures back.
 */
export class RecentRefreshes {
  private readonly instants = new Map<string, number>();

  /** @param instant milliseconds since 1970 at which reading began */
  note(systemId: string, instant: number): void {
    this.instants.delete(systemId);
    this.instants.set(systemId, instant);
    for (const [oldId, old] of this.instants) {
      if (instant - old < KEPT_MS) break;
      this.instants.delete(oldId);
    }
  }

  isSince(systemId: string, instant: number): boolean {
    return (this.instants.get(systemId) ?? Number.NEGATIVE_INFINITY) >= instant;
  }
}
