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

/** What the chart shows, for those who do not see it: today, the lowest balance and the last one. */
export function summaryWords(balances: readonly BalanceDay[], presentation: Presentation): string {
  const [lowest] = [...balances].sort((a, b) => a.balance - b.balance);
  const told = balances.filter((day, index) => index % (balances.length - 1 || 1) === 0 || day === lowest);
  return [presentation.texts('Balance_Title'), ...told.map((day) => dayWords(day, presentation))].join(' · ');
}
