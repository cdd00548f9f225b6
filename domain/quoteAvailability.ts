import { ItemStock } from './itemStock';
import { availableAtLast, availableToPromise, balanceAt, earliestDate } from './projectedBalance';
import { subtractQuantities, ZERO, type Quantity } from './quantity';
import type { AnsweredLine, LineAnswer, QuoteLine, Shipment } from './quoteLine';
import { summaryOf, type QuoteSummary } from './quoteSummary';

export interface QuoteAvailability {
  /** In the order of the lines. */
  readonly lines: readonly AnsweredLine[];
  readonly summary: QuoteSummary;
}

/** Answers a line and takes what it gets from the stock. */
function answerFromStock(stock: ItemStock, wanted: Quantity, shipment: Shipment): LineAnswer {
  const { locationCode, date } = shipment;
  const curve = stock.curve(locationCode);
  const figures = { available: balanceAt(curve, date), availableToPromise: availableToPromise(curve, date) };
  // A line that asks for nothing lacks nothing, even where more is promised than there is.
  if (wanted <= 0) return { kind: 'enough', ...figures };
  const earliest = earliestDate(curve, wanted, date);
  const isEnough = earliest === date;
  const late = isEnough
    ? null
    : { alternative: stock.alternative(wanted, shipment), receipts: stock.receipts(locationCode, date, earliest) };
  stock.take(wanted, { locationCode, date: earliest ?? date });
  if (late === null) return { kind: 'enough', ...figures };
  if (earliest !== null) return { kind: 'later', date: earliest, ...figures, ...late };
  const obtainable = availableAtLast(curve);
  const shortfall = subtractQuantities(wanted, obtainable > 0 ? obtainable : ZERO);
  return { kind: 'short', shortfall, ...figures, ...late };
}

function answerOf({ product, quantity, shipment }: QuoteLine, stocks: Map<string, ItemStock>): LineAnswer {
  if (product.kind !== 'item') return { kind: product.kind };
  const { itemId, availability } = product;
  switch (availability.kind) {
    case 'notStocked':
      return { kind: 'notStocked' };
    case 'unknown':
      return { kind: 'unknown', reason: availability.reason };
    case 'totalOnly':
      return { kind: 'totalOnly', onHand: availability.inventory, reason: availability.reason };
    case 'byLocation': {
      if (quantity === null) return { kind: 'unknownUnit' };
      const stock = stocks.get(itemId) ?? new ItemStock(availability.locations);
      stocks.set(itemId, stock);
      return answerFromStock(stock, quantity, shipment);
    }
  }
}

/**
 * Whether a quote can be delivered. Lines of one item share its stock in their order: each, once answered, takes its
 * quantity on the day it gets it (the day asked for when it is short).
 * @param lines in the order of the quote
 */
export function quoteAvailability(lines: readonly QuoteLine[]): QuoteAvailability {
  const stocks = new Map<string, ItemStock>();
  const answered = lines.map((line) => ({ line, answer: answerOf(line, stocks) }));
  return { lines: answered, summary: summaryOf(answered, stocks) };
}
