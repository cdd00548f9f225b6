import { itemStock, promises, stockLeft, take, type ItemStock } from './itemStock';
import { availableAtLast, availableToPromise, balanceAt, earliestDate, isReceipt } from './projectedBalance';
import { subtractQuantities, type Quantity } from './quantity';
import type { AnsweredLine, LineAnswer, QuoteLine, Shipment } from './quoteLine';
import { summaryOf, type QuoteSummary } from './quoteSummary';

export interface QuoteAvailability {
  /** In the order of the lines. */
  readonly lines: readonly AnsweredLine[];
  readonly summary: QuoteSummary;
}

/** Answers a line and takes what it gets from the stock. */
function answerFromStock(item: ItemStock, wanted: Quantity, { locationCode, date }: Shipment): LineAnswer {
  const { curve, schedule } = stockLeft(item, locationCode);
  const figures = { available: balanceAt(curve, date), availableToPromise: availableToPromise(curve, date) };
  // A line that asks for nothing lacks nothing, even where more is promised than there is.
  if (wanted <= 0) return { kind: 'enough', ...figures };
  const earliest = earliestDate(curve, wanted, date);
  take(item, wanted, { locationCode, date: earliest ?? date });
  if (earliest === date) return { kind: 'enough', ...figures };
  const others = locationCode === null ? [] : promises(item, date).filter(({ code }) => code !== locationCode);
  const alternative = others.find(({ available }) => available >= wanted) ?? null;
  if (earliest !== null) return { kind: 'later', date: earliest, ...figures, alternative };
  const obtainable = availableAtLast(curve);
  return {
    kind: 'short',
    shortfall: obtainable > 0 ? subtractQuantities(wanted, obtainable) : wanted,
    isMoreOnOrder: schedule.some((change) => isReceipt(change.kind) && (change.date ?? '') > date),
    ...figures,
    alternative,
  };
}

function answerOf({ product, quantity, shipment }: QuoteLine, stocks: Map<string, ItemStock>): LineAnswer {
  if (product.kind !== 'item') return product;
  const { itemId, availability } = product;
  if (availability.kind !== 'byLocation') return availability;
  if (quantity === null) return { kind: 'unknownUnit' };
  const stock = stocks.get(itemId) ?? itemStock(availability.locations);
  stocks.set(itemId, stock);
  return answerFromStock(stock, quantity, shipment);
}

/**
 * Whether a quote can be delivered. Lines of one item share its stock in their order: each, once answered, takes its
 * quantity on the day it gets it (the day asked for when it is short).
 * @param lines in the order of the quote
 */
export function quoteAvailability(lines: readonly QuoteLine[]): QuoteAvailability {
  const stocks = new Map<string, ItemStock>();
  const answered = lines.map((line) => ({ line, answer: answerOf(line, stocks) }));
  return { lines: answered, summary: summaryOf(answered, [...stocks.values()]) };
}
