import { addDays, calendarDate, daysBetween } from '../../../domain/calendarDate';
import type { ItemAvailability } from '../../../domain/itemAvailability';
import { allLocations } from '../../../domain/projectedBalance';
import { quantity, quantityText } from '../../../domain/quantity';
import { quoteAvailability, type QuoteAvailability } from '../../../domain/quoteAvailability';
import { resolveShipment, type LineAnswer, type LineProduct, type QuoteLine } from '../../../domain/quoteLine';
import { baseQuantityOf, type SalesUnit } from '../../../domain/unitOfMeasure';
import { startBusinessCentral, type LocalBusinessCentral } from '../../../sandbox/businesscentral/server';
import quotes from '../../../sandbox/demo/quotes.json';
import type { DemoLine, DemoQuote } from '../../../sandbox/demo/quotes';
import { businessCentralStock, type BusinessCentralStock } from './businessCentralStock';

const today = calendarDate(new Date().toISOString().slice(0, 10));
const NOT_COUPLED = ['Guest Section 1'];
const IN_PRIMARY_UNIT = ['SEOUL Guest Chair, red'];

function wordsOf(answer: LineAnswer): string {
  if (answer.kind === 'later') return `later, day ${daysBetween(today, answer.date)}`;
  return answer.kind === 'short' ? `short by ${quantityText(answer.shortfall)}` : answer.kind;
}

describe('the demo quotes, answered from what the local Business Central lists', () => {
  let businessCentral: LocalBusinessCentral;
  let stock: BusinessCentralStock;

  beforeAll(async () => {
    businessCentral = await startBusinessCentral({ port: 0 });
    stock = await businessCentralStock(businessCentral);
  });

  afterAll(() => businessCentral.close());

  const lineOf = (line: DemoLine, index: number, quote: DemoQuote): QuoteLine => {
    const wish = (of: { day?: number; location?: string }) => ({
      locationCode: of.location ?? null,
      date: of.day === undefined ? null : addDays(today, of.day),
    });
    const shipment = resolveShipment(wish(line), wish(quote), 'MAIN', today);
    const [number, item] = [...stock.items].find(([, { name }]) => name === line.product) ?? [];
    if (number === undefined || item === undefined || NOT_COUPLED.includes(line.product)) {
      const product: LineProduct = { kind: line.writeIn ? 'writeIn' : 'notCoupled' };
      return { id: String(index), product, quantity: quantity(line.quantity), shipment };
    }
    const availability: ItemAvailability =
      item.type === 'Inventory' ? { kind: 'byLocation', locations: stock.locations(number) } : { kind: 'notStocked' };
    const base = IN_PRIMARY_UNIT.includes(line.product) ? 'Primary Unit' : item.baseUnit;
    const unit: SalesUnit = line.unit
      ? { name: line.unit, quantity: quantity(10), baseName: base }
      : { name: base, quantity: quantity(1), baseName: null };
    return {
      id: String(index),
      product: { kind: 'item', itemId: number, availability },
      quantity: baseQuantityOf(quantity(line.quantity), unit, item.baseUnit),
      shipment,
    };
  };
  const answered = (name: string): QuoteAvailability => {
    const quote: DemoQuote | undefined = quotes.find((one) => one.name === name);
    return quoteAvailability(
      (quote?.lines ?? []).map((line, index) => lineOf(line, index, quote ?? { name, account: '', lines: [] })),
    );
  };

  it('show every mark on twelve lines', () => {
    const { lines, summary } = answered('Head office, third floor');
    const products = lines.map(({ line }) => quotes[0]?.lines[Number(line.id)]?.product);
    expect(lines.map(({ answer }, index) => [products[index], wordsOf(answer)])).toEqual([
      ['ATHENS Desk', 'enough'],
      ['LONDON Swivel Chair, blue', 'later, day 11'],
      ['ROME Guest Chair, green', 'enough'],
      ['ROME Guest Chair, green', 'short by 15'],
      ['AMSTERDAM Lamp', 'enough'],
      ['Paint, green', 'enough'],
      ['TOKYO Guest Chair, blue', 'short by 27'],
      ['MUNICH Swivel Chair, yellow', 'short by 4'],
      ['SEOUL Guest Chair, red', 'unknownUnit'],
      ['Assembly on site', 'notStocked'],
      ['Guest Section 1', 'notCoupled'],
      ['Engraved name plates', 'writeIn'],
    ]);
    expect(summary).toMatchObject({ completeOn: null, restOn: addDays(today, 11), fromOneLocation: null });
    expect(lines[7]?.answer).toMatchObject({ alternative: { code: 'MAIN' } });
  });

  it('rest on stock that is the same in every list of Business Central', () => {
    for (const [number, { inventory }] of stock.items) {
      expect([number, allLocations(stock.locations(number)).inventory]).toEqual([number, inventory]);
    }
  });

  it('ship complete on the day asked for, from one location', () => {
    const { lines, summary } = answered('Reception area');
    expect(lines.map(({ answer }) => wordsOf(answer))).toEqual(['enough', 'enough', 'enough', 'notStocked']);
    expect(summary).toMatchObject({
      completeOn: addDays(today, 3),
      fromOneLocation: { code: 'MAIN', date: addDays(today, 3) },
    });
  });

  it('ship complete when the purchase order has come', () => {
    const { lines, summary } = answered('Training room');
    expect(lines.map(({ answer }) => wordsOf(answer))).toEqual(['later, day 11', 'enough', 'enough']);
    expect(summary).toMatchObject({ completeOn: addDays(today, 11), fromOneLocation: { code: 'MAIN' } });
  });

  it('ask nothing when there are no lines', () => {
    expect(answered('Meeting room, to be discussed').summary).toMatchObject({ short: 0, completeOn: null });
  });
});
