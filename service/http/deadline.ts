/**
 * The total time of one attempt together with the caller's own signal.
 * Taken apart by hand and always released: a service that runs for months must not leave a listener per request.
 */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private over = false;

  constructor(
    milliseconds: number,
    private readonly caller: AbortSignal | undefined,
  ) {
    this.timer = setTimeout(() => {
      this.over = true;
      this.controller.abort();
    }, milliseconds);
    if (caller?.aborted === true) this.controller.abort();
    caller?.addEventListener('abort', this.forward, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** True when the time ran out, false when the caller stopped. */
  get expired(): boolean {
    return this.over;
  }

  release(): void {
    clearTimeout(this.timer);
    this.caller?.removeEventListener('abort', this.forward);
  }

  private readonly forward = (): void => {
    this.controller.abort();
  };
}
