import type { ItemOverview } from '../../dataverse/itemOverview';
import type { CalendarDate } from '../../domain/calendarDate';
import type { Quantity } from '../../domain/quantity';
import { quoteAvailability } from '../../domain/quoteAvailability';
import { resolveShipment, type LineAnswer, type LineProduct, type Shipment } from '../../domain/quoteLine';
import type { QuoteSummary } from '../../domain/quoteSummary';
import { baseQuantityOf } from '../../domain/unitOfMeasure';
import type { LineRecord } from './lineRecord';
import type { QuoteLines } from './quoteContent';
import type { Reference } from './recordValues';

/** One row of the view: the line, what it asks for and what the answer is. */
export interface LineRow {
  /** Place in the quote, from 0. */
  readonly index: number;
  readonly line: LineRecord;
  /** `null` for a line without an item, and while the item is being read. */
  readonly overview: ItemOverview | null;
  /** In the item's base unit. */
  readonly wanted: Quantity | null;
  readonly shipment: Shipment;
  /** Name of the location to ship from, as far as known; `null`: from anywhere. */
  readonly locationName: string | null;
  readonly answer: LineAnswer | { readonly kind: 'pending' };
  /** An earlier line asks for the same item. */
  readonly sharesStock: boolean;
}

export interface AnsweredQuote {
  /** In the order of the quote. */
  readonly rows: readonly LineRow[];
  readonly summary: QuoteSummary;
}

type AnswerableLines = Pick<QuoteLines, 'lines' | 'items' | 'isReading'>;
type AskedLine = Omit<LineRow, 'answer'> & { readonly product: LineProduct };

/** The code that the item's figures have for a location. One without figures has none: its id is like no code. */
function codeOf(location: Reference | null, overview: ItemOverview | null): string | null {
  return location && (overview?.locationCodes.get(location.id) ?? location.id);
}

function locationNameOf(code: string | null, wished: Reference | null, overview: ItemOverview | null): string | null {
  if (code === null) return null;
  const availability = overview?.availability;
  const location =
    availability?.kind === 'byLocation' ? availability.locations.find((one) => one.code === code) : undefined;
  const names = [location?.name ?? '', wished?.name ?? '', code];
  return names.find((name) => name !== '') ?? null;
}

function productOf({ isWriteIn }: LineRecord, overview: ItemOverview | null): LineProduct {
  if (isWriteIn) return { kind: 'writeIn' };
  if (overview === null) return { kind: 'notCoupled' };
  return { kind: 'item', itemId: overview.id, availability: overview.availability };
}

function askedLine(
  line: LineRecord,
  index: number,
  content: AnswerableLines,
  today: CalendarDate,
): Omit<AskedLine, 'sharesStock'> {
  const { own, quote, quantity, unit } = line;
  const overview = line.isWriteIn || line.itemId === null ? null : (content.items.get(line.itemId) ?? null);
  const shipment = resolveShipment(
    { locationCode: codeOf(own.location, overview), date: own.date },
    { locationCode: codeOf(quote.location, overview), date: quote.date },
    overview?.defaultLocationCode ?? null,
    today,
  );
  return {
    index,
    line,
    overview,
    wanted: quantity === null || overview === null ? null : baseQuantityOf(quantity, unit, overview.item.baseUnit),
    shipment,
    locationName: locationNameOf(shipment.locationCode, own.location ?? quote.location, overview),
    product: productOf(line, overview),
  };
}

/** Answers every line of the quote, in its order. @param today the day on which the user is */
export function answerQuote(content: AnswerableLines, today: CalendarDate): AnsweredQuote {
  const seen = new Set<string>();
  const asked = content.lines.map((line, index): AskedLine => {
    const next = askedLine(line, index, content, today);
    const sharesStock = next.overview !== null && seen.has(next.overview.id);
    if (next.overview !== null) seen.add(next.overview.id);
    return { ...next, sharesStock };
  });
  const { lines, summary } = quoteAvailability(
    asked.map(({ line, product, wanted, shipment }) => ({ id: line.id, product, quantity: wanted, shipment })),
  );
  const isPending = ({ line, overview, product }: AskedLine): boolean =>
    content.isReading && product.kind === 'notCoupled' && line.itemId !== null && overview === null;
  return {
    rows: asked.map((line, index) => {
      const answer = isPending(line) ? undefined : lines[index]?.answer;
      return { ...line, answer: answer ?? { kind: 'pending' } };
    }),
    summary,
  };
}
