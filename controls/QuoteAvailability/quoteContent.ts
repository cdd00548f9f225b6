import type { ItemOverview } from '../../dataverse/itemOverview';
import { freshnessOf, type Freshness } from '../../domain/freshness';
import type { ReadState } from '../shared/readState';
import type { LineRecord } from './lineRecord';

/** By row id. */
export type Items = ReadonlyMap<string, ItemOverview>;

export type ReadyItems = Extract<ReadState<Items>, { kind: 'ready' }>;

/** What the control has to show of a quote. */
export interface QuoteContent {
  /** In the order of the quote; at least one. */
  readonly lines: readonly LineRecord[];
  /** Not all lines of the quote are among them. */
  readonly isPartial: boolean;
  readonly items: Items;
  /** Items that lines ask for are still being read. */
  readonly isReading: boolean;
}

const ageless: Freshness = { asOf: null, asOfDate: null, stale: false };

/** What was read when no line asks for an item. */
export const noItems: ReadyItems = { kind: 'ready', value: new Map(), freshness: ageless };

/** A quote without lines, for as long as there is none to show. */
export const nothing = {
  value: { lines: [], isPartial: false, items: noItems.value, isReading: false },
  freshness: ageless,
} as const;

/**
 * A quote is as old as the oldest of its items, and stale when one is.
 * @param now milliseconds since 1970
 */
export function oldestOf(items: Items, now: number): Freshness {
  const ages = [...items.values()].map(({ marks }) => freshnessOf(marks, now));
  const [oldest = ''] = ages.map(({ asOf }) => asOf ?? '').sort();
  return { asOf: oldest === '' ? null : oldest, asOfDate: null, stale: ages.some(({ stale }) => stale) };
}
