/**
 * Text that Dataverse stores as it is: without control characters (NUL and its like are refused), without halves of
 * characters, without blanks at either end, and not longer than the column.
 * @param maxLength UTF-16 units
 */
export function storableText(text: string, maxLength: number): string {
  const clean = text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim();
  return clean.length <= maxLength
    ? clean
    : clean
        .slice(0, maxLength)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trim();
}

/** `null` for an empty text: Dataverse does not tell the two apart. */
export function storableTextOrNull(text: string, maxLength: number): string | null {
  const stored = storableText(text, maxLength);
  return stored === '' ? null : stored;
}
