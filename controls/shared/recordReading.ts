import type { Freshness } from '../../domain/freshness';
import type { Clock } from './clock';
import { Notifier } from './notifier';
import type { ReadState, Subject } from './readState';
import { readFailureOf } from './webApiFailure';

/** After this long the control says that it still waits. */
const SLOW_AFTER_MILLISECONDS = 8_000;
const MINUTE = 60_000;

export interface ReadingPorts<T> {
  read(id: string): Promise<T>;
  readonly freshnessOf: (value: T, now: number) => Freshness;
  isConnected(): boolean;
  readonly clock: Clock;
}

/**
 * The figures of the record that the form shows: one request for each record, none while nothing changes.
 * An answer counts only while its record is still the one asked for; the platform cannot abort a request, so a late
 * answer is dropped.
 */
export class RecordReading<T> extends Notifier {
  private current: ReadState<T> = { kind: 'loading', slow: false };
  private subject: Subject | null = null;
  /** The attempt whose answer counts. */
  private attempt = 0;
  private cancelTimer: () => void = () => undefined;

  constructor(private readonly ports: ReadingPorts<T>) {
    super();
  }

  get state(): ReadState<T> {
    return this.current;
  }

  /**
   * For updateView, which renders right after: listeners hear nothing of this change.
   * @returns whether another record is shown than before
   */
  show(subject: Subject): boolean {
    const changed = JSON.stringify(subject) !== JSON.stringify(this.subject);
    const backOnline = this.current.kind === 'offline' && this.ports.isConnected();
    if (!changed && !backOnline) return false;
    this.subject = subject;
    this.abandon();
    if (subject.kind === 'record') this.begin(subject.id);
    else this.current = subject;
    return changed;
  }

  /** Reads the record once more, from the start. */
  retry(): void {
    if (this.subject?.kind !== 'record') return;
    this.abandon();
    this.begin(this.subject.id);
    this.notify();
  }

  /**
   * Reads the record once more and leaves what is shown in place until the answer is there. Figures that are shown
   * outlive a passing trouble, but not the loss of the right to see them.
   * @returns whether what is shown is new
   */
  async reread(): Promise<boolean> {
    if (this.subject?.kind !== 'record') return false;
    this.abandon();
    const attempt = this.attempt;
    const state = await this.outcome(this.subject.id);
    if (attempt !== this.attempt) return false;
    const passing = state.kind === 'offline' || state.kind === 'throttled' || state.kind === 'failed';
    const next = passing && this.current.kind === 'ready' ? this.current : state;
    this.become(next);
    this.scheduleNext(next);
    return next === state;
  }

  /** Drops what is under way: nothing is heard any more. */
  dispose(): void {
    this.abandon();
  }

  private abandon(): void {
    this.attempt += 1;
    this.cancelTimer();
    this.cancelTimer = () => undefined;
  }

  private begin(id: string): void {
    this.current = { kind: 'loading', slow: false };
    this.later(SLOW_AFTER_MILLISECONDS, () => {
      this.become({ kind: 'loading', slow: true });
    });
    void this.read(id);
  }

  private async read(id: string): Promise<void> {
    const attempt = this.attempt;
    const state = await this.outcome(id);
    if (attempt !== this.attempt) return;
    this.become(state);
    this.scheduleNext(state);
  }

  private async outcome(id: string): Promise<ReadState<T>> {
    const { ports } = this;
    try {
      const value = await ports.read(id);
      return { kind: 'ready', value, freshness: ports.freshnessOf(value, ports.clock.now()) };
    } catch (error) {
      return readFailureOf(error, ports.isConnected(), ports.clock.now());
    }
  }

  /** A throttled read is tried again when the server said; figures that grow old while the form is open say so. */
  private scheduleNext(state: ReadState<T>): void {
    const { clock, freshnessOf } = this.ports;
    if (state.kind === 'throttled') {
      this.later(state.retryAt - clock.now(), () => {
        this.retry();
      });
    }
    if (state.kind === 'ready' && !state.freshness.stale) {
      this.later(MINUTE, () => {
        const freshness = freshnessOf(state.value, clock.now());
        const next = freshness.stale ? { ...state, freshness } : state;
        if (freshness.stale) this.become(next);
        this.scheduleNext(next);
      });
    }
  }

  private later(milliseconds: number, action: () => void): void {
    this.cancelTimer();
    this.cancelTimer = this.ports.clock.after(milliseconds, action);
  }

  private become(state: ReadState<T>): void {
    if (state.kind !== 'loading') this.cancelTimer();
    this.current = state;
    this.notify();
  }
}
