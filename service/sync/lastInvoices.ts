import { addDays, calendarDate, daysBetween } from '../../domain/calendarDate';
import type { LastInvoice } from '../../domain/lastInvoice';
import { NumberColumn } from './columns';
import { detachedText } from './detached';

const FIRST_DAY = calendarDate('2000-01-01');

/** The last invoice of each customer, by slot: a day and a short text. */
export class LastInvoices {
  private readonly days = new NumberColumn(Number.NaN);
  private readonly numbers: string[] = [];

  get(slot: number): LastInvoice | null {
    const number = this.numbers[slot];
    return number === undefined ? null : { date: addDays(FIRST_DAY, this.days.get(slot)), number };
  }

  set(slot: number, { date, number }: LastInvoice): void {
    this.days.set(slot, daysBetween(FIRST_DAY, date));
    this.numbers[slot] = detachedText(number);
  }
}
