import type { ItemOverview } from '../../dataverse/itemOverview';
import { freshnessOf, type Freshness } from '../../domain/freshness';
import type { LineRecord } from './lineRecord';

/** What the control has to show of a quote. */
export type QuoteContent =
  /** The view lacks columns without which answers could be wrong. */
  | { readonly kind: 'lacking'; readonly columns: readonly string[] }
  | {
      readonly kind: 'lines';
      /** In the order of the quote. */
      readonly lines: readonly LineRecord[];
      /** Not all lines of the quote could be loaded. */
      readonly isPartial: boolean;
      /** By row id. */
      readonly items: ReadonlyMap<string, ItemOverview>;
      /** Items that lines ask for are still being read. */
      readonly isReading: boolean;
    };

export type QuoteLines = Extract<QuoteContent, { kind: 'lines' }>;

/** Age of something that holds no figures. */
export const ageless: Freshness = { asOf: null, asOfDate: null, stale: false };

/** Milliseconds since 1970; what was never read is older than anything. */
const instantOf = ({ asOf }: Freshness): number => (asOf === null ? Number.NEGATIVE_INFINITY : Date.parse(asOf));

/**
 * A quote is as old as the oldest of its items, and stale when one is.
 * @param now milliseconds since 1970
 */
export function oldestOf(overviews: Iterable<ItemOverview>, now: number): Freshness {
  const ages = [...overviews].map(({ marks }) => freshnessOf(marks, now));
  const [oldest] = ages.sort((a, b) => (instantOf(a) < instantOf(b) ? -1 : 1));
  if (oldest === undefined) return ageless;
  return { asOf: oldest.asOf, asOfDate: null, stale: ages.some(({ stale }) => stale) };
}
