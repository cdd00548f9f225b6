import type { RefreshRequests, RefreshSubject } from '../../dataverse/refreshRequests';
import type { Freshness } from '../../domain/freshness';
import type { Clock } from './clock';
import { isPassing, type ReadState, type Subject } from './readState';
import type { RefreshState } from './refreshState';
import { readFailureOf } from './webApiFailure';

/** After this long the control says that it still waits. */
const SLOW_AFTER_MILLISECONDS = 8_000;
/** How long to wait before each look at a refresh request. */
const WAITS_MILLISECONDS = [2_000, 4_000, 8_000];
const MINUTE = 60_000;

export interface RecordSessionPorts<T> {
  /**
   * One request. Every failure is a rejection with what the platform gave.
   * @returns `undefined` when there is no such record
   */
  read(id: string): Promise<T | undefined>;
  /** @param now milliseconds since 1970 */
  freshnessOf(value: T, now: number): Freshness;
  isConnected(): boolean;
  readonly requests: RefreshRequests;
  readonly clock: Clock;
}

/** What the form shows, from one record to the next, and how fresh it can be made. */
export interface RecordSession<T> {
  readonly state: ReadState<T>;
  readonly refresh: RefreshState;
  /** How many changes there were outside of updateView: tells a late listener whether it missed one. */
  readonly version: number;
  /** @returns how to stop listening */
  readonly subscribe: (listener: () => void) => () => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** For updateView, which renders right after: nobody is notified of this change. */
  readonly show: (subject: Subject) => void;
  /** Reads the record once more, from the start. */
  readonly retry: () => void;
  /**
   * Asks the service, waits for its answer, reads the record once more and says what happened. Does nothing while a
   * refresh is under way.
   * @param name what the request is listed under
   */
  readonly askForRefresh: (asked: RefreshSubject, name: string) => void;
  /** Drops what is under way: nothing is heard any more. */
  readonly dispose: () => void;
}

/**
 * One request for each record, none while nothing changes. One attempt at a time is under way, to read or to refresh:
 * the platform cannot abort a request, so a late answer to an earlier one is dropped.
 */
export function recordSession<T>(ports: RecordSessionPorts<T>): RecordSession<T> {
  const { clock, requests } = ports;
  const listeners = new Set<() => void>();
  let version = 0;
  let subject: Subject | null = null;
  let state: ReadState<T> = { kind: 'loading', slow: false };
  let refresh: RefreshState = { kind: 'idle' };
  let attempt = 0;
  let cancelTimer = (): void => undefined;

  function later(milliseconds: number, action: () => void): void {
    cancelTimer();
    cancelTimer = clock.after(milliseconds, action);
  }

  /** What was under way counts no longer. @returns whether what begins now still does */
  function newAttempt(): () => boolean {
    cancelTimer();
    const mine = (attempt += 1);
    return () => mine === attempt;
  }

  function notify(): void {
    version += 1;
    for (const listener of listeners) listener();
  }

  function become(next: ReadState<T>, nextRefresh = refresh): void {
    cancelTimer();
    state = next;
    refresh = nextRefresh;
    // Tried again when the server said.
    if (next.kind === 'throttled') later(next.retryAt - clock.now(), retry);
    // Figures that grow old while the form is open say so.
    if (next.kind === 'ready' && !next.freshness.stale) {
      later(MINUTE, () => {
        become({ ...next, freshness: ports.freshnessOf(next.value, clock.now()) });
      });
    }
    notify();
  }

  const failureOf = (error: unknown) => readFailureOf(error, ports.isConnected(), clock.now());

  async function answerTo(id: string): Promise<ReadState<T>> {
    try {
      const value = await ports.read(id);
      if (value === undefined) return { kind: 'notCoupled', missing: true };
      return { kind: 'ready', value, freshness: ports.freshnessOf(value, clock.now()) };
    } catch (error) {
      return failureOf(error);
    }
  }

  async function begin(next: Subject): Promise<void> {
    const isCurrent = newAttempt();
    subject = next;
    refresh = { kind: 'idle' };
    state = next.kind === 'record' ? { kind: 'loading', slow: false } : next;
    if (next.kind !== 'record') return;
    later(SLOW_AFTER_MILLISECONDS, () => {
      become({ kind: 'loading', slow: true });
    });
    const answer = await answerTo(next.id);
    if (isCurrent()) become(answer);
  }

  function retry(): void {
    if (subject !== null) void begin(subject);
    notify();
  }

  async function outcomeOf(asked: RefreshSubject, name: string, isCurrent: () => boolean): Promise<RefreshState> {
    try {
      const requestId = await requests.create(asked, name);
      for (const milliseconds of WAITS_MILLISECONDS) {
        if (!isCurrent()) break;
        // A wait that is cancelled never ends.
        await new Promise<void>((resolve) => {
          later(milliseconds, resolve);
        });
        const progress = await requests.progress(requestId);
        if (progress.state === 'done') return { kind: 'done' };
        if (progress.state === 'failed') return { kind: 'failed', message: progress.message };
      }
      return { kind: 'stillWorking' };
    } catch (error) {
      const { kind } = failureOf(error);
      return kind === 'forbidden' || kind === 'offline' ? { kind } : { kind: 'failed', message: null };
    }
  }

  async function askForRefresh(asked: RefreshSubject, name: string): Promise<void> {
    if (subject?.kind !== 'record' || state.kind !== 'ready' || refresh.kind === 'busy') return;
    const { id } = subject;
    const isCurrent = newAttempt();
    refresh = { kind: 'busy' };
    notify();
    const outcome = await outcomeOf(asked, name, isCurrent);
    if (!isCurrent()) return;
    const isRead = outcome.kind === 'done' || outcome.kind === 'stillWorking';
    const answer = isRead ? await answerTo(id) : state;
    if (!isCurrent()) return;
    // Figures that are shown outlive a passing trouble, but not the loss of the right to see them.
    if (isPassing(answer)) become(state, { kind: 'failed', message: null });
    else become(answer, outcome);
  }

  return {
    get state() {
      return state;
    },
    get refresh(): RefreshState {
      // "Up to date" holds until the figures grow old on an open form.
      const isOld = state.kind === 'ready' && state.freshness.stale;
      return refresh.kind === 'done' && isOld ? { kind: 'idle' } : refresh;
    },
    get version() {
      return version;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    now: () => clock.now(),
    show: (next) => {
      const isOther = JSON.stringify(next) !== JSON.stringify(subject);
      if (isOther || (state.kind === 'offline' && ports.isConnected())) void begin(next);
    },
    retry,
    askForRefresh: (asked, name) => void askForRefresh(asked, name),
    dispose: newAttempt,
  };
}
