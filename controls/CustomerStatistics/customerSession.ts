import type { CustomerOverview, CustomerReader } from '../../dataverse/customerOverview';
import type { RefreshRequests } from '../../dataverse/refreshRequests';
import { freshnessOf } from '../../domain/freshness';
import type { Clock } from '../shared/clock';
import { Notifier } from '../shared/notifier';
import type { ReadState, Subject } from '../shared/readState';
import { RecordReading } from '../shared/recordReading';
import { Refreshing, type RefreshState } from '../shared/refreshing';

export interface CustomerPorts {
  readonly customers: CustomerReader;
  readonly requests: RefreshRequests;
  readonly clock: Clock;
  isConnected(): boolean;
}

/** The customer that the form shows, from one record to the next. */
export class CustomerSession extends Notifier {
  private readonly reading: RecordReading<CustomerOverview>;
  private readonly refreshing: Refreshing;

  constructor(private readonly ports: CustomerPorts) {
    super();
    const { customers, requests, clock } = ports;
    const isConnected = (): boolean => ports.isConnected();
    this.reading = new RecordReading({
      read: (id) => customers.read(id),
      freshnessOf: (overview, now) => freshnessOf(overview.marks, now),
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

  get state(): ReadState<CustomerOverview> {
    return this.reading.state;
  }

  get refresh(): RefreshState {
    const { state } = this.refreshing;
    // "Up to date" holds until the figures grow old on an open form.
    const isOld = this.state.kind === 'ready' && this.state.freshness.stale;
    return state.kind === 'done' && isOld ? { kind: 'idle' } : state;
  }

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

  askForRefresh(): void {
    if (this.state.kind !== 'ready') return;
    const { id, statistics } = this.state.value;
    void this.refreshing.start({ kind: 'customer', id }, `${statistics.number} ${statistics.name}`);
  }

  /** Drops what is under way: nothing is heard any more. */
  dispose(): void {
    this.reading.dispose();
    this.refreshing.cancel();
  }
}
