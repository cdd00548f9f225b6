import type { ItemRun } from './itemRun';

/** How a run of the whole company and refreshes of some items, in the same process, keep out of each other's way. */
export class RefreshesBeside {
  /** When the stored rows are looked at, milliseconds since 1970. */
  private readonly loadedAt: number;

  constructor(private readonly run: Pick<ItemRun, 'clock' | 'connectionId' | 'isWhole' | 'recentRefreshes'>) {
    this.loadedAt = run.clock.now();
  }

  /** The item was refreshed after the stored rows were looked at: its row is another one. */
  has(systemId: string): boolean {
    return this.run.recentRefreshes.isSince(this.run.connectionId, systemId, this.loadedAt);
  }

  /** systemIds of items whose refresh broke off since, so that their rows may be of two moments. */
  broken(): readonly string[] {
    return this.run.recentRefreshes.failedSince(this.run.connectionId, this.loadedAt);
  }

  /** A refresh tells of itself before it writes: a run that has read these items before writes nothing older then. */
  note(systemIds: readonly string[], readAt: number): void {
    const { isWhole, connectionId, recentRefreshes } = this.run;
    if (isWhole) return;
    for (const systemId of systemIds) recentRefreshes.note(connectionId, systemId, readAt);
  }

  /** @param write answers with the items that were not written; `around` does so too */
  async around(
    systemIds: readonly string[],
    readAt: number,
    write: () => Promise<ReadonlySet<string>>,
  ): Promise<ReadonlySet<string>> {
    const { isWhole, connectionId, recentRefreshes } = this.run;
    this.note(systemIds, readAt);
    let failed: Iterable<string> = systemIds;
    try {
      return (failed = await write());
    } finally {
      if (!isWhole) for (const systemId of failed) recentRefreshes.noteFailure(connectionId, systemId, readAt);
    }
  }
}
