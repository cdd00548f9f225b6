/** Something that changes by itself, outside of updateView. */
export class Notifier {
  readonly #listeners = new Set<() => void>();
  /** How many changes there were: tells a late listener whether it missed one. */
  version = 0;

  /** @returns how to stop listening */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  protected notify(): void {
    this.version += 1;
    for (const listener of this.#listeners) listener();
  }
}
