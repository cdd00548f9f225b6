const collator = new Intl.Collator('en', { sensitivity: 'accent' });

/** The one order of texts: of `$orderby`, of comparisons in filters and of item numbers in memory. */
export function compareTexts(left: string, right: string): number {
  return left === right ? 0 : collator.compare(left, right);
}
