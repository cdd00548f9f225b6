import { receiptKinds, requirementKinds, type ScheduledChange, type ScheduleKind } from '../domain/itemAvailability';
import { isReceipt } from '../domain/projectedBalance';
import { addQuantities, parseQuantity, quantityText } from '../domain/quantity';
import { RowReader } from './rowReader';

/** What the column bci_schedule has room for. */
export const ENTRIES_AT_MOST = 500;

const kinds: readonly ScheduleKind[] = [...receiptKinds, ...requirementKinds];

function compare(left: string | null, right: string | null): number {
  return Number((left ?? '') > (right ?? '')) - Number((left ?? '') < (right ?? ''));
}

function inOrder(changes: Iterable<ScheduledChange>): ScheduledChange[] {
  return [...changes].sort(
    (a, b) =>
      compare(a.date, b.date) ||
      compare(a.kind, b.kind) ||
      compare(a.documentNumber, b.documentNumber) ||
      a.quantity - b.quantity,
  );
}

/**
 * One change for all of one kind and period. Receipts count from the last day of theirs and requirements from the
 * first, so that nothing is promised before it is there.
 * @param characters how much of a date names the period: 10 the day, 7 the month, 4 the year
 */
function merged(changes: readonly ScheduledChange[], characters: number): ScheduledChange[] {
  const periods = new Map<string, ScheduledChange>();
  for (const change of inOrder(changes)) {
    const period = `${change.kind} ${change.date === null ? '' : `0${change.date.slice(0, characters)}`}`;
    const before = periods.get(period);
    const sum = before && {
      kind: change.kind,
      date: isReceipt(change.kind) ? change.date : before.date,
      quantity: addQuantities(before.quantity, change.quantity),
      documentNumber: null,
    };
    periods.set(period, sum ?? change);
  }
  return inOrder(periods.values());
}

function fitting(changes: readonly ScheduledChange[]): readonly ScheduledChange[] {
  if (changes.length <= ENTRIES_AT_MOST) return inOrder(changes);
  const byDay = merged(changes, 10);
  if (byDay.length <= ENTRIES_AT_MOST) return byDay;
  // The nearest days matter most and stay as they are.
  const near = byDay.slice(0, ENTRIES_AT_MOST / 2);
  const far = byDay.slice(ENTRIES_AT_MOST / 2);
  const periods = [7, 4, 0].map((characters) => merged(far, characters));
  return inOrder([...near, ...(periods.find(({ length }) => length <= ENTRIES_AT_MOST / 2) ?? [])]);
}

/**
 * What bci_schedule holds: JSON, by date, kind and document, always the same for the same changes. Of more than 500,
 * those of one day and kind are made one without a document; if these are still too many, the later half of them also
 * those of a month or a year.
 * @returns `null` when there is none
 */
export function scheduleText(changes: readonly ScheduledChange[]): string | null {
  if (changes.length === 0) return null;
  return JSON.stringify(
    fitting(changes).map(({ date, kind, quantity, documentNumber }) => ({
      ...(date !== null && { date }),
      kind,
      quantity: quantityText(quantity),
      ...(documentNumber !== null && { document: documentNumber }),
    })),
  );
}

function readChange(row: RowReader): ScheduledChange {
  const quantity = parseQuantity(row.requiredText('quantity'));
  return {
    kind: kinds.find((kind) => kind === row.text('kind')) ?? row.refuse('kind'),
    date: row.date('date'),
    quantity: quantity !== null && quantity > 0 ? quantity : row.refuse('quantity'),
    documentNumber: row.text('document'),
  };
}

/** @returns `null` when it is not such a text: a schedule that is read in part would be a wrong one */
export function parseSchedule(text: string | null): readonly ScheduledChange[] | null {
  try {
    const schedule = new RowReader('', { changes: JSON.parse(text ?? '[]') as unknown });
    return schedule.expandedRows('changes', '').map(readChange);
  } catch {
    return null;
  }
}
