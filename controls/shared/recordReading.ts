import type { Freshness } from '../../domain/freshness';
import type { Clock } from './clock';
import { isPassing, type ReadState, type Subject } from './readState';
import { readFailureOf } from './webApiFailure';

/** After this long the control says that it still waits. */
const SLOW_AFTER_MILLISECONDS = 8_000;
const MINUTE = 60_000;

export interface ReadingPorts<T> {
  /**
   * One request. Every failure is a rejection with what the platform gave.
   * @returns `undefined` when there is no such record
   */
  read(id: string): Promise<T | undefined>;
  /** @param now milliseconds since 1970 */
  freshnessOf(value: T, now: number): Freshness;
  isConnected(): boolean;
  readonly clock: Clock;
}

/** The figures of the record that the form shows. */
export interface RecordReading<T> {
  readonly state: ReadState<T>;
  /**
   * For updateView, which renders right after: nobody is notified of this change.
   * @returns whether another record is shown than before
   */
  show(subject: Subject): boolean;
  /** Reads the record once more, from the start. */
  readonly retry: () => void;
  /**
   * Reads the record once more and leaves what is shown in place until the answer is there.
   * @returns whether what is shown is new
   */
  readonly reread: () => Promise<boolean>;
  /** Drops what is under way: nothing is heard any more. */
  readonly dispose: () => void;
}

/**
 * One request for each record, none while nothing changes. An answer counts only while its record is still the one
 * asked for; the platform cannot abort a request, so a late answer is dropped.
 * @param notify called whenever the state has changed by itself
 */
export function recordReading<T>(ports: ReadingPorts<T>, notify: () => void): RecordReading<T> {
  const { clock } = ports;
  let state: ReadState<T> = { kind: 'loading', slow: false };
  let subject: Subject | null = null;
  /** The attempt whose answer counts. */
  let attempt = 0;
  let cancelTimer = (): void => undefined;

  function later(milliseconds: number, action: () => void): void {
    cancelTimer();
    cancelTimer = clock.after(milliseconds, action);
  }

  function abandon(): void {
    attempt += 1;
    cancelTimer();
  }

  /** Figures that grow old while the form is open say so. */
  function watchAge(shown: ReadState<T>): void {
    if (shown.kind !== 'ready' || shown.freshness.stale) return;
    later(MINUTE, () => {
      const freshness = ports.freshnessOf(shown.value, clock.now());
      if (freshness.stale) become({ ...shown, freshness });
      else watchAge(shown);
    });
  }

  function become(next: ReadState<T>): void {
    cancelTimer();
    state = next;
    // Tried again when the server said.
    if (next.kind === 'throttled') later(next.retryAt - clock.now(), retry);
    watchAge(next);
    notify();
  }

  async function answerTo(id: string): Promise<ReadState<T>> {
    try {
      const value = await ports.read(id);
      if (value === undefined) return { kind: 'notCoupled', missing: true };
      return { kind: 'ready', value, freshness: ports.freshnessOf(value, clock.now()) };
    } catch (error) {
      return readFailureOf(error, ports.isConnected(), clock.now());
    }
  }

  async function reread(): Promise<boolean> {
    if (subject?.kind !== 'record') return false;
    abandon();
    const mine = attempt;
    const answer = await answerTo(subject.id);
    if (mine !== attempt) return false;
    // Figures that are shown outlive a passing trouble, but not the loss of the right to see them.
    const isKept = isPassing(answer) && state.kind === 'ready';
    become(isKept ? state : answer);
    return !isKept;
  }

  function begin(next: Subject): void {
    abandon();
    subject = next;
    if (next.kind !== 'record') {
      state = next;
      return;
    }
    state = { kind: 'loading', slow: false };
    void reread();
    later(SLOW_AFTER_MILLISECONDS, () => {
      become({ kind: 'loading', slow: true });
    });
  }

  function retry(): void {
    if (subject === null) return;
    begin(subject);
    notify();
  }

  return {
    get state() {
      return state;
    },
    show: (next) => {
      const isOther = JSON.stringify(next) !== JSON.stringify(subject);
      if (isOther || (state.kind === 'offline' && ports.isConnected())) begin(next);
      return isOther;
    },
    retry,
    reread,
    dispose: abandon,
  };
}
