import type { RefreshRequests, RefreshSubject } from '../../dataverse/refreshRequests';
import type { Freshness } from '../../domain/freshness';
import type { Clock } from './clock';
import { Notifier } from './notifier';
import type { ReadState, Subject } from './readState';
import { RecordReading } from './recordReading';
import { Refreshing, type RefreshState } from './refreshing';

export interface RecordSessionPorts<T> {
  /** One request. Every failure is a rejection with what the platform gave. */
  read(id: string): Promise<T>;
  /** @param now milliseconds since 1970 */
  freshnessOf(value: T, now: number): Freshness;
  readonly requests: RefreshRequests;
  readonly clock: Clock;
  isConnected(): boolean;
}

/** What the form shows, from one record to the next, and how fresh it can be made. */
export class RecordSession<T> extends Notifier {
  private readonly reading: RecordReading<T>;
  private readonly refreshing: Refreshing;

  constructor(private readonly ports: RecordSessionPorts<T>) {
    super();
    const { requests, clock } = ports;
    const isConnected = (): boolean => ports.isConnected();
    this.reading = new RecordReading({
      read: (id) => ports.read(id),
      freshnessOf: (value, now) => ports.freshnessOf(value, now),
      isConnected,
      clock,
    });
    this.refreshing = new Refreshing({ requests, clock, isConnected, reread: () => this.reading.reread() });
    for (const part of [this.reading, this.refreshing]) {
      part.subscribe(() => {
        this.notify();
      });
    }
  }

  get state(): ReadState<T> {
    return this.reading.state;
  }

  get refresh(): RefreshState {
    const { state } = this.refreshing;
    // "Up to date" holds until the figures grow old on an open form.
    const isOld = this.state.kind === 'ready' && this.state.freshness.stale;
    return state.kind === 'done' && isOld ? { kind: 'idle' } : state;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.ports.clock.now();
  }

  /** For updateView, which renders right after. */
  show(subject: Subject): void {
    if (this.reading.show(subject)) this.refreshing.cancel();
  }

  retry(): void {
    this.reading.retry();
  }

  /** @param name what the request is listed under */
  askForRefresh(subject: RefreshSubject, name: string): void {
    if (this.state.kind === 'ready') void this.refreshing.start(subject, name);
  }

  /** Drops what is under way: nothing is heard any more. */
  dispose(): void {
    this.reading.dispose();
    this.refreshing.cancel();
  }
}
