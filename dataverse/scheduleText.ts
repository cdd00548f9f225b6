import { isCalendarDate } from '../domain/calendarDate';
import { receiptKinds, requirementKinds, type ScheduledChange, type ScheduleKind } from '../domain/itemAvailability';
import { isReceipt } from '../domain/projectedBalance';
import { addQuantities, parseQuantity, quantityText } from '../domain/quantity';

/** What the column bci_schedule has room for. */
export const ENTRIES_AT_MOST = 500;

const kinds: readonly ScheduleKind[] = [...receiptKinds, ...requirementKinds];

function compare(left: string | null, right: string | null): number {
  return Number((left ?? '') > (right ?? '')) - Number((left ?? '') < (right ?? ''));
}

function inOrder(changes: Iterable<ScheduledChange>): ScheduledChange[] {
  return [...changes].sort(
    (a, b) => compare(a.date, b.date) || compare(a.kind, b.kind) || compare(a.documentNumber, b.documentNumber),
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

function readChange(entry: unknown): ScheduledChange | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const values = new Map<string, unknown>(Object.entries(entry));
  const kind = kinds.find((known) => known === values.get('kind'));
  const text = values.get('quantity');
  const quantity = typeof text === 'string' ? parseQuantity(text) : null;
  const date = values.get('date') ?? null;
  const documentNumber = values.get('document') ?? null;
  if (kind === undefined || quantity === null || quantity <= 0) return null;
  if (date !== null && !(typeof date === 'string' && isCalendarDate(date))) return null;
  if (documentNumber !== null && typeof documentNumber !== 'string') return null;
  return { date, kind, quantity, documentNumber };
}

/** @returns `null` when it is not such a text: a schedule that is read in part would be a wrong one */
export function parseSchedule(text: string | null): readonly ScheduledChange[] | null {
  let entries: unknown;
  try {
    entries = JSON.parse(text ?? '[]');
  } catch {
    return null;
  }
  if (!Array.isArray(entries)) return null;
  const changes: ScheduledChange[] = [];
  for (const entry of entries) {
    const change = readChange(entry);
    if (change === null) return null;
    changes.push(change);
  }
  return changes;
}
