import Big from 'big.js';
import { STORED_DECIMALS, type DecimalInput } from '../../domain/decimal';

const FIRST_CAPACITY = 1024;
const SCALE = 10 ** STORED_DECIMALS;

/** One number for each slot of a GuidIndex, 8 bytes each. A slot that was never set holds `initial`. */
export class NumberColumn {
  private values: Float64Array;

  constructor(private readonly initial: number) {
    this.values = new Float64Array(FIRST_CAPACITY).fill(initial);
  }

  get(slot: number): number {
    return this.values[slot] ?? this.initial;
  }

  some(test: (value: number) => boolean): boolean {
    return this.values.some(test);
  }

  set(slot: number, value: number): void {
    if (slot >= this.values.length) {
      const longer = new Float64Array(2 ** Math.ceil(Math.log2(slot + 1))).fill(this.initial);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[slot] = value;
  }
}

/**
 * One amount for each slot, kept as a whole number of thousandths: sums of them are exact up to 9·10¹² and need no
 * object. The tables hold three decimals, so nothing is lost.
 */
export class AmountColumn {
  private readonly thousandths = new NumberColumn(Number.NaN);

  set(slot: number, amount: DecimalInput): void {
    this.thousandths.set(slot, inThousandths(amount));
  }

  add(slot: number, amount: DecimalInput): void {
    const before = this.thousandths.get(slot);
    this.thousandths.set(slot, (Number.isNaN(before) ? 0 : before) + inThousandths(amount));
  }

  /** True when an amount passes; what was never set does not. */
  some(test: (thousandths: number) => boolean): boolean {
    return this.thousandths.some((value) => !Number.isNaN(value) && test(value));
  }

  /** `null` when nothing was set or added. */
  get(slot: number): Big | null {
    const value = this.thousandths.get(slot);
    return Number.isNaN(value) ? null : new Big(value).div(SCALE);
  }
}

function inThousandths(amount: DecimalInput): number {
  return new Big(amount).times(SCALE).round(0, Big.roundHalfUp).toNumber();
}
