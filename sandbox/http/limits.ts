/** Milliseconds since 1970, for limits; a test gives its own. */
export type Clock = () => number;

export interface WindowLimits {
  /** What may be spent in one window: requests, or milliseconds of execution. */
  readonly amount: number;
  readonly windowMilliseconds: number;
}

export type Admission =
  | { readonly admitted: true; readonly remaining: number }
  | { readonly admitted: false; readonly retryAfterMilliseconds: number };

interface Spending {
  entries: { at: number; cost: number }[];
  /** Index of the first entry that is still inside the window. */
  first: number;
  spent: number;
}

/** Counts what each caller spent in the window that ends now. */
export class SlidingWindowLimiter {
  private readonly callers = new Map<string, Spending>();

  constructor(
    private limits: WindowLimits,
    private readonly clock: Clock,
  ) {}

  adjust(limits: Partial<WindowLimits>): void {
    this.limits = { ...this.limits, ...limits };
  }

  /** Spends `cost` for `caller` if the window has room for it; otherwise says when there will be room. */
  take(caller: string, cost = 1): Admission {
    const now = this.clock();
    const spending = this.current(caller, now);
    if (spending.spent + cost > this.limits.amount) {
      return { admitted: false, retryAfterMilliseconds: this.roomAfter(spending, cost, now) };
    }
    spending.entries.push({ at: now, cost });
    spending.spent += cost;
    return { admitted: true, remaining: this.limits.amount - spending.spent };
  }

  /** Adds a cost that is known only afterwards, such as execution time, whether or not there is room. */
  add(caller: string, cost: number): void {
    const now = this.clock();
    const spending = this.current(caller, now);
    spending.entries.push({ at: now, cost });
    spending.spent += cost;
  }

  private current(caller: string, now: number): Spending {
    const spending = this.callers.get(caller) ?? { entries: [], first: 0, spent: 0 };
    this.callers.set(caller, spending);
    for (;;) {
      const oldest = spending.entries[spending.first];
      if (oldest === undefined || oldest.at > now - this.limits.windowMilliseconds) {
        break;
      }
      spending.spent -= oldest.cost;
      spending.first += 1;
    }
    if (spending.first > 1_000 && spending.first * 2 > spending.entries.length) {
      spending.entries = spending.entries.slice(spending.first);
      spending.first = 0;
    }
    return spending;
  }

  private roomAfter(spending: Spending, cost: number, now: number): number {
    let spent = spending.spent;
    for (const { at, cost: past } of spending.entries.slice(spending.first)) {
      spent -= past;
      if (spent + cost <= this.limits.amount) {
        return at + this.limits.windowMilliseconds - now;
      }
    }
    return this.limits.windowMilliseconds;
  }
}

export interface ConcurrencyLimits {
  readonly running: number;
  readonly queued: number;
  /** How long a call may wait in the queue. */
  readonly queueMilliseconds: number;
}

/** `full`: there was no place in the queue; `waitedTooLong`: no turn came in time. */
export type Entry =
  | { readonly admitted: true; readonly leave: () => void }
  | { readonly admitted: false; readonly reason: 'full' | 'waitedTooLong' };

interface Gate {
  running: number;
  readonly waiting: { readonly admit: () => void }[];
}

/** Lets so many calls of one caller run at a time and so many more wait. */
export class ConcurrencyLimiter {
  private readonly gates = new Map<string, Gate>();

  constructor(private limits: ConcurrencyLimits) {}

  adjust(limits: Partial<ConcurrencyLimits>): void {
    this.limits = { ...this.limits, ...limits };
  }

  /** Resolves when it is this call's turn or when it never will be. An admitted caller must call `leave` once. */
  async enter(caller: string): Promise<Entry> {
    const gate = this.gates.get(caller) ?? { running: 0, waiting: [] };
    this.gates.set(caller, gate);
    if (gate.running < this.limits.running) {
      gate.running += 1;
      return { admitted: true, leave: this.leaving(gate) };
    }
    if (gate.waiting.length >= this.limits.queued) {
      return { admitted: false, reason: 'full' };
    }
    return new Promise((resolve) => {
      const place = {
        admit: () => {
          clearTimeout(timer);
          resolve({ admitted: true, leave: this.leaving(gate) });
        },
      };
      const timer = setTimeout(() => {
        gate.waiting.splice(gate.waiting.indexOf(place), 1);
        resolve({ admitted: false, reason: 'waitedTooLong' });
      }, this.limits.queueMilliseconds);
      timer.unref();
      gate.waiting.push(place);
    });
  }

  /** Hands the place on to the next one waiting; a second call of the same function does nothing. */
  private leaving(gate: Gate): () => void {
    let left = false;
    return () => {
      if (left) {
        return;
      }
      left = true;
      const next = gate.waiting.shift();
      if (next === undefined) {
        gate.running -= 1;
      } else {
        next.admit();
      }
    };
  }
}
