/**
 * The same text in memory of its own. A text that was cut out of a page of JSON keeps the whole page alive,
 * megabytes for twenty characters.
 */
export function detachedText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
