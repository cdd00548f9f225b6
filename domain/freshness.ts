import { laterDate, type CalendarDate } from './calendarDate';

/** When a figure was last known to be true. Instants are ISO 8601 in UTC. */
export interface Freshness {
  /** The instant at which the figures equalled Business Central; `null` when they were never read. */
  readonly asOf: string | null;
  /** The day for which overdue and ageing hold. */
  readonly asOfDate: CalendarDate | null;
  readonly stale: boolean;
}

export interface SnapshotMarks {
  /** When this row was read. */
  readonly asOf: string | null;
  readonly asOfDate: CalendarDate | null;
  /** The last run could not refresh this row. */
  readonly stale: boolean;
  /** When every row not marked stale was compared with Business Central. */
  readonly verifiedOn: string | null;
  readonly verifiedFor: CalendarDate | null;
  readonly staleAfterMinutes: number;
}

export const DEFAULT_STALE_AFTER_MINUTES = 60;

function laterInstant(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return Date.parse(a) >= Date.parse(b) ? a : b;
}

/**
 * A row that did not change is not written again: its age follows from the last comparison of the whole company.
 * A row that the comparison had to leave out (`stale`) keeps its own age.
 * @param now instant in milliseconds since 1970
 */
export function freshnessOf(marks: SnapshotMarks, now: number): Freshness {
  const asOf = marks.stale ? marks.asOf : laterInstant(marks.asOf, marks.verifiedOn);
  const asOfDate = marks.stale ? marks.asOfDate : laterDate(marks.asOfDate, marks.verifiedFor);
  const tooOld = asOf === null || now - Date.parse(asOf) > marks.staleAfterMinutes * 60_000;
  return { asOf, asOfDate, stale: marks.stale || tooOld };
}
