import type { RefreshRequests, RefreshSubject } from '../../dataverse/refreshRequests';
import type { Clock } from './clock';
import { Notifier } from './notifier';
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
  /** Reads the record once more. @returns whether that went well */
  reread(): Promise<boolean>;
}

/** One "Refresh": asks the service, waits for its answer, has the record read once more and says what happened. */
export class Refreshing extends Notifier {
  private current: RefreshState = { kind: 'idle' };
  private attempt = 0;
  private stopWaiting: () => void = () => undefined;

  constructor(private readonly ports: RefreshPorts) {
    super();
  }

  get state(): RefreshState {
    return this.current;
  }

  /** Does nothing while a refresh is under way. @param name what the request is listed under */
  async start(subject: RefreshSubject, name: string): Promise<void> {
    if (this.current.kind === 'busy') return;
    this.attempt += 1;
    const attempt = this.attempt;
    this.become({ kind: 'busy' });
    const outcome = await this.outcome(attempt, subject, name);
    if (attempt !== this.attempt) return;
    const answered = outcome.kind === 'done' || outcome.kind === 'stillWorking';
    const shown = answered ? await this.ports.reread() : true;
    if (attempt === this.attempt) this.become(shown ? outcome : { kind: 'failed', message: null });
  }

  /** Forgets what is under way; listeners hear nothing. The service finishes the request all the same. */
  cancel(): void {
    this.attempt += 1;
    this.stopWaiting();
    this.current = { kind: 'idle' };
  }

  private async outcome(attempt: number, subject: RefreshSubject, name: string): Promise<RefreshState> {
    const { requests } = this.ports;
    try {
      const requestId = await requests.create(subject, name);
      for (const milliseconds of WAITS_MILLISECONDS) {
        await this.wait(milliseconds);
        if (attempt !== this.attempt) break;
        const { state, message } = await requests.progress(requestId);
        if (state === 'done') return { kind: 'done' };
        if (state === 'failed') return { kind: 'failed', message };
      }
      return { kind: 'stillWorking' };
    } catch (error) {
      const failure = readFailureOf(error, this.ports.isConnected(), this.ports.clock.now());
      if (failure.kind === 'forbidden' || failure.kind === 'offline') return { kind: failure.kind };
      return { kind: 'failed', message: null };
    }
  }

  private async wait(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = this.ports.clock.after(milliseconds, resolve);
      this.stopWaiting = () => {
        cancel();
        resolve();
      };
    });
  }

  private become(state: RefreshState): void {
    this.current = state;
    this.notify();
  }
}
