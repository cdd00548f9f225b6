import { createHash } from 'node:crypto';

/** An id that is the same on every start: `stableId('table', 'account')`. Lower case, no braces, shaped as UUID version 5. */
export function stableId(...name: readonly string[]): string {
  const digest = createHash('sha1').update(name.join('\u0000')).digest('hex');
  const variant = ((Number.parseInt(digest.slice(16, 18), 16) & 0x3f) | 0x80).toString(16).padStart(2, '0');
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `5${digest.slice(13, 16)}`,
    `${variant}${digest.slice(18, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}

const guidPattern = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/iu;

/** The GUID in lower case without braces, or undefined when the text is none. */
export function parseGuid(text: string): string | undefined {
  return guidPattern.exec(text.trim())?.[1]?.toLowerCase();
}
