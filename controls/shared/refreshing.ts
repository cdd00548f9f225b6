import type { RefreshRequests, RefreshSubject } from '../../dataverse/refreshRequests';
import type { Clock } from './clock';
import { readFailureOf } from './webApiFailure';

/** How long to wait before each look at the request. */
const WAITS_MILLISECONDS = [2_000, 4_000, 8_000];

export type RefreshState =
  | { readonly kind: 'idle' | 'busy' | 'done' | 'stillWorking' | 'forbidden' | 'offline' }
  /** @property message the service's own sentence, when it gave one */
  | { readonly kind: 'failed'; readonly message: string | null };

export interface RefreshPorts {
  readonly requests: RefreshRequests;
  readonly clock: Clock;
  isConnected(): boolean;
}

/** One "Refresh": asks the service, waits for its answer, has the record read once more and says what happened. */
export interface Refreshing {
  readonly state: RefreshState;
  /** Does nothing while a refresh is under way. @param name what the request is listed under */
  start(subject: RefreshSubject, name: string): Promise<void>;
  /** Forgets what is under way; nobody is notified. The service finishes the request all the same. */
  cancel(): void;
}

/**
 * @param reread reads the record once more; gives whether that went well
 * @param notify called whenever the state has changed by itself
 */
export function refreshing(ports: RefreshPorts, reread: () => Promise<boolean>, notify: () => void): Refreshing {
  const { requests, clock } = ports;
  let state: RefreshState = { kind: 'idle' };
  let attempt = 0;
  let cancelTimer = (): void => undefined;

  function become(next: RefreshState): void {
    state = next;
    notify();
  }

  /** A wait that is cancelled never ends. */
  async function wait(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      cancelTimer = clock.after(milliseconds, resolve);
    });
  }

  async function outcome(subject: RefreshSubject, name: string, isCurrent: () => boolean): Promise<RefreshState> {
    try {
      const requestId = await requests.create(subject, name);
      for (const milliseconds of WAITS_MILLISECONDS) {
        if (!isCurrent()) break;
        await wait(milliseconds);
        const progress = await requests.progress(requestId);
        if (progress.state === 'done') return { kind: 'done' };
        if (progress.state === 'failed') return { kind: 'failed', message: progress.message };
      }
      return { kind: 'stillWorking' };
    } catch (error) {
      const { kind } = readFailureOf(error, ports.isConnected(), clock.now());
      return kind === 'forbidden' || kind === 'offline' ? { kind } : { kind: 'failed', message: null };
    }
  }

  return {
    get state() {
      return state;
    },
    start: async (subject, name) => {
      if (state.kind === 'busy') return;
      attempt += 1;
      const mine = attempt;
      const isCurrent = (): boolean => mine === attempt;
      become({ kind: 'busy' });
      const next = await outcome(subject, name, isCurrent);
      if (!isCurrent()) return;
      const isShown = (next.kind !== 'done' && next.kind !== 'stillWorking') || (await reread());
      if (isCurrent()) become(isShown ? next : { kind: 'failed', message: null });
    },
    cancel: () => {
      attempt += 1;
      cancelTimer();
      state = { kind: 'idle' };
    },
  };
}
