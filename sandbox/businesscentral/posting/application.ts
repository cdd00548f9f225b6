import { scale } from '../ledger/amounts';
import type { Hundredths } from '../ledger/amounts';
import type { CalendarDate } from '../ledger/dates';
import { remainingAmount, remainingAmountLocal } from '../ledger/entries';
import type { DetailedEntry, LedgerEntry } from '../ledger/entries';

/** Two entries after one was applied to the other. */
export interface Applied {
  readonly credit: LedgerEntry;
  readonly debit: LedgerEntry;
}

/**
 * Applies a payment or credit memo to an invoice, up to `most` or to what both have open. Both sides close in local
 * currency, too: the difference between the two rates is a realized gain or loss on the crediting entry.
 */
export function applyEntries(credit: LedgerEntry, debit: LedgerEntry, date: CalendarDate, most = Infinity): Applied {
  const open = -remainingAmount(credit);
  const owed = remainingAmount(debit);
  const amount = Math.min(open, owed, most);
  if (amount <= 0 || credit.currencyCode !== debit.currencyCode) {
    return { credit, debit };
  }
  const owedLocal = scale(remainingAmountLocal(debit), amount, owed);
  const openLocal = scale(-remainingAmountLocal(credit), amount, open);
  const difference: Hundredths = openLocal - owedLocal;
  const realized: DetailedEntry[] =
    difference === 0
      ? []
      : [
          {
            postingDate: date,
            type: difference > 0 ? 'Realized Gain' : 'Realized Loss',
            amount: 0,
            amountLocal: difference,
          },
        ];
  return {
    credit: withDetails(credit, [
      { postingDate: date, type: 'Application', amount, amountLocal: owedLocal },
      ...realized,
    ]),
    debit: withDetails(debit, [{ postingDate: date, type: 'Application', amount: -amount, amountLocal: -owedLocal }]),
  };
}

function withDetails(entry: LedgerEntry, details: readonly DetailedEntry[]): LedgerEntry {
  return { ...entry, details: [...entry.details, ...details] };
}

/** Applies a crediting entry to those entries of the list whose numbers are given, in that order; returns the whole list. */
export function applyToEntries(
  credit: LedgerEntry,
  entries: readonly LedgerEntry[],
  numbers: readonly number[],
  date: CalendarDate,
): readonly LedgerEntry[] {
  let remaining = credit;
  const changed = new Map<number, LedgerEntry>();
  for (const number of numbers) {
    const debit = entries.find((entry) => entry.number === number);
    if (debit !== undefined) {
      const applied = applyEntries(remaining, debit, date);
      remaining = applied.credit;
      changed.set(number, applied.debit);
    }
  }
  return [...entries.map((entry) => changed.get(entry.number) ?? entry), remaining];
}
