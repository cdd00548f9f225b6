/** A call that was answered, or that ended without an answer (status undefined). */
export interface RecordedCall {
  readonly number: number;
  readonly method: string;
  readonly url: string;
  readonly entitySet: string | undefined;
  readonly status: number | undefined;
  readonly correlationId: string;
  /** The fault that was applied, by its kind. */
  readonly fault: string | undefined;
  /** Milliseconds from the arrival to the end of the answer. */
  readonly duration: number;
}

export interface CallSummary {
  readonly total: number;
  /** How often each `METHOD entitySet status` came. */
  readonly counts: Readonly<Record<string, number>>;
  /** The most recent calls, oldest first. */
  readonly calls: readonly RecordedCall[];
}

/** Counts every call and keeps the most recent ones. */
export class CallLog {
  private lastNumber = 0;
  private recent: RecordedCall[] = [];
  private counts = new Map<string, number>();

  constructor(private readonly kept = 2_000) {}

  /** The number of a call that begins now. */
  begin(): number {
    this.lastNumber += 1;
    return this.lastNumber;
  }

  end(call: RecordedCall): void {
    this.recent.push(call);
    if (this.recent.length > this.kept * 2) {
      this.recent = this.recent.slice(-this.kept);
    }
    const kind = `${call.method} ${call.entitySet ?? '-'} ${call.status ?? 'cut'}`;
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }

  get total(): number {
    return this.lastNumber;
  }

  /** How many calls ended whose description satisfies `test`, among those kept. */
  count(test: (call: RecordedCall) => boolean): number {
    return this.recent.filter(test).length;
  }

  summary(): CallSummary {
    return { total: this.lastNumber, counts: Object.fromEntries(this.counts), calls: this.recent.slice(-this.kept) };
  }

  /** Forgets everything; the next call is number 1. */
  reset(): void {
    this.lastNumber = 0;
    this.recent = [];
    this.counts.clear();
  }
}
