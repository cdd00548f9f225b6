import type { RefreshSubject } from '../../dataverse/refreshRequests';
import { Notifier } from './notifier';
import type { ReadState, Subject } from './readState';
import { recordReading, type ReadingPorts, type RecordReading } from './recordReading';
import { refreshing, type Refreshing, type RefreshPorts, type RefreshState } from './refreshing';

export type RecordSessionPorts<T> = ReadingPorts<T> & RefreshPorts;

/** What the form shows, from one record to the next, and how fresh it can be made. */
export class RecordSession<T> extends Notifier {
  readonly #ports: RecordSessionPorts<T>;
  readonly #reading: RecordReading<T>;
  readonly #refreshing: Refreshing;
  /** Reads the record once more, from the start. */
  readonly retry: () => void;

  constructor(ports: RecordSessionPorts<T>) {
    super();
    const notify = (): void => {
      this.notify();
    };
    this.#ports = ports;
    this.#reading = recordReading(ports, notify);
    this.retry = this.#reading.retry;
    this.#refreshing = refreshing(ports, this.#reading.reread, notify);
  }

  get state(): ReadState<T> {
    return this.#reading.state;
  }

  get refresh(): RefreshState {
    const { state } = this.#refreshing;
    // "Up to date" holds until the figures grow old on an open form.
    const isOld = this.state.kind === 'ready' && this.state.freshness.stale;
    return state.kind === 'done' && isOld ? { kind: 'idle' } : state;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#ports.clock.now();
  }

  /** For updateView, which renders right after. */
  show(subject: Subject): void {
    if (this.#reading.show(subject)) this.#refreshing.cancel();
  }

  /** @param name what the request is listed under */
  askForRefresh(subject: RefreshSubject, name: string): void {
    if (this.state.kind === 'ready') void this.#refreshing.start(subject, name);
  }

  /** Drops what is under way: nothing is heard any more. */
  dispose(): void {
    this.#reading.dispose();
    this.#refreshing.cancel();
  }
}
