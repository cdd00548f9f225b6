import type { Quantity } from '../../../domain/quantity';
import { documentWords } from '../../shared/scheduleWords';
import { fill } from '../../shared/texts';
import { isOverdue, type BalanceDay } from './balanceDays';
import { listWords } from './listWords';
import type { Presentation } from './presentation';

/** "4 December: +120 purchase order 106012. Balance 168." */
export function dayWords({ day, entries, balance }: BalanceDay, presentation: Presentation): string {
  const { texts, quantities, days } = presentation;
  const words = entries.map(({ change, effect, overdue }) =>
    [quantities.change(effect), documentWords(change, texts), overdue ? texts('Balance_Overdue') : ''].join(' ').trim(),
  );
  return fill(entries.length === 0 ? texts('Balance_Day') : texts('Balance_Changes'), {
    day: days.name(day),
    changes: listWords(words, presentation),
    balance: quantities.plain(balance),
  });
}

/** "+120 106012": what stands in the chart itself; '' when nothing changes. */
export function changeLabel(day: BalanceDay, { texts, quantities }: Presentation): string {
  const [first, second] = day.entries;
  if (!first) return '';
  const words = [quantities.change(day.change), second ? '' : (first.change.documentNumber ?? '')];
  return [...words, isOverdue(day) ? texts('Balance_Overdue') : ''].filter((word) => word !== '').join(' ');
}

/** What the chart shows, for those who do not see it. */
export function summaryWords(
  onHand: Quantity,
  balances: readonly BalanceDay[],
  { texts, quantities, days }: Presentation,
): string {
  const ordered = [...balances].sort((a, b) => a.balance - b.balance);
  const [lowest, last] = [ordered[0], balances[balances.length - 1]];
  return fill(texts('Balance_Summary'), {
    onHand: quantities.plain(onHand),
    lowest: lowest ? quantities.plain(lowest.balance) : '',
    lowestDay: lowest ? days.when(lowest.day) : '',
    last: last ? quantities.plain(last.balance) : '',
    lastDay: last ? days.when(last.day) : '',
  });
}
