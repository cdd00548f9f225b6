import type { RowReader } from '../../dataverse/rowReader';

/** Dataverse keeps an instant to the second: 2026-11-23T10:15:00Z. */
export function instantText(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

/** A column of type datetime, written one way whatever Dataverse sends. */
export function instantOf(row: RowReader, column: string): string | null {
  const text = row.instant(column);
  return text === null ? null : instantText(text);
}

/** At most so many UTF-16 units, never half of a character. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
