/** Something that changes by itself, outside of updateView. */
export class Notifier {
  private readonly listeners = new Set<() => void>();
  private changes = 0;

  /** How many changes there were: tells a late listener whether it missed one. */
  get version(): number {
    return this.changes;
  }

  /** @returns how to stop listening */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  protected notify(): void {
    this.changes += 1;
    this.listeners.forEach((listener) => {
      listener();
    });
  }
}
