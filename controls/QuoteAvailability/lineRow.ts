import type { ItemOverview } from '../../dataverse/itemOverview';
import type { CalendarDate } from '../../domain/calendarDate';
import type { LocationAvailability } from '../../domain/itemAvailability';
import { quoteAvailability } from '../../domain/quoteAvailability';
import { resolveShipment, type LineAnswer, type LineProduct, type QuoteLine } from '../../domain/quoteLine';
import type { QuoteSummary } from '../../domain/quoteSummary';
import { baseQuantityOf } from '../../domain/unitOfMeasure';
import type { LineRecord, Wish } from './lineRecord';
import type { QuoteContent } from './quoteContent';

/** What a line asks for; its quantity is in the item's base unit. */
interface AskedLine extends QuoteLine {
  readonly line: LineRecord;
  /** `null` for a line without an item, and while the item is being read. */
  readonly overview: ItemOverview | null;
  /** Where to ship from; `null`: from anywhere. */
  readonly location: { readonly code: string; readonly name: string } | null;
  /** An earlier line asks for the same item. */
  readonly sharesStock: boolean;
}

/** One row of the view. */
export interface LineRow extends AskedLine {
  readonly answer: LineAnswer | { readonly kind: 'pending' };
}

export interface AnsweredQuote {
  /** In the order of the quote. */
  readonly rows: readonly LineRow[];
  readonly summary: QuoteSummary;
}

/** The locations that an item has figures for. */
export function locationsOf(overview: ItemOverview | null): readonly LocationAvailability[] {
  return overview?.availability.kind === 'byLocation' ? overview.availability.locations : [];
}

function productOf({ isWriteIn }: LineRecord, overview: ItemOverview | null): LineProduct {
  if (isWriteIn) return { kind: 'writeIn' };
  if (overview === null) return { kind: 'notCoupled' };
  if (overview.removed) return { kind: 'removed' };
  if (overview.item.blocked) return { kind: 'blocked' };
  return { kind: 'item', itemId: overview.id, availability: overview.availability };
}

function askedLine(
  line: LineRecord,
  overview: ItemOverview | null,
  sharesStock: boolean,
  today: CalendarDate,
): AskedLine {
  const { id, own, quote, quantity, unit } = line;
  // A location without figures of the item has no code here: its id is like no code.
  const wish = ({ location, date }: Wish): Parameters<typeof resolveShipment>[0] => {
    return { locationCode: location && (overview?.locationCodes.get(location.id) ?? location.id), date };
  };
  const shipment = resolveShipment(wish(own), wish(quote), overview?.defaultLocationCode ?? null, today);
  const code = shipment.locationCode;
  const name = (own.location ?? quote.location)?.name ?? '';
  return {
    id,
    line,
    overview,
    sharesStock,
    shipment,
    product: productOf(line, overview),
    quantity: quantity === null || overview === null ? null : baseQuantityOf(quantity, unit, overview.item.baseUnit),
    location:
      code === null ? null : (locationsOf(overview).find((location) => location.code === code) ?? { code, name }),
  };
}

/** Answers every line of the quote, in its order. @param today the day on which the user is */
export function answerQuote({ lines, items, isReading }: QuoteContent, today: CalendarDate): AnsweredQuote {
  const seen = new Set<string>();
  const asked = lines.map((line) => {
    const itemId = line.itemId ?? '';
    const sharesStock = seen.has(itemId);
    seen.add(itemId);
    return askedLine(line, items.get(itemId) ?? null, sharesStock, today);
  });
  const { lines: answered, summary } = quoteAvailability(asked);
  return {
    summary,
    rows: asked.map((row, index) => {
      const isPending = isReading && row.line.itemId !== null && row.overview === null;
      return { ...row, answer: (isPending ? null : answered[index]?.answer) ?? { kind: 'pending' } };
    }),
  };
}
