import { ItemPlan } from '../../../sandbox/businesscentral/generator/itemPlan';
import { Analytics } from './analytics';
import type { Client, Json } from './client';
import { startClient } from './client';
import { sums } from './stockModel';

const q = encodeURIComponent;
const OPTIONS = { demo: false, generated: [{ customers: 40, seed: 'one', items: 600, locations: 4 }] };

describe('a generated company with items', () => {
  let client: Client;
  let analytics: Analytics;
  beforeAll(async () => {
    client = await startClient(OPTIONS);
    analytics = new Analytics(client);
  });
  afterAll(() => client.server.close());

  const total = (rows: readonly Json[], key: string, of: string) =>
    sums(rows.map((row) => [row.at(key).text, Math.round(row.at(of).number * 100_000)]));

  it('has as many items and locations as it was asked for, the same at every start', async () => {
    const items = async (one: Client) => (await one.get('~/items?$orderby=number')).json;
    const again = await startClient(OPTIONS);
    expect((await items(client)).rows).toHaveLength(600);
    expect((await items(again)).value).toEqual(
      expect.objectContaining({ value: (await items(client)).at('value').value }),
    );
    expect((await analytics.get('locations')).json.column('locationCode')).toEqual([
      'L001',
      'L002',
      'L003',
      'L004',
      'TRANSIT',
    ]);
    await again.server.close();
  });

  it('agrees with itself: inventory, entries of both APIs and what remains of them', async () => {
    const inventory = total((await client.get('~/items')).json.rows, 'number', 'inventory');
    const entries = (await analytics.get('itemLedgerEntries')).json.rows;
    expect(total(entries, 'itemNo', 'quantity')).toEqual(inventory);
    expect(total(entries, 'itemNo', 'remainingQuantity')).toEqual(inventory);
    expect(total((await client.get('~/itemLedgerEntries')).json.rows, 'itemNumber', 'quantity')).toEqual(inventory);
    const numbers = entries.map((row) => row.at('entryNo').number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('shows what is outstanding of its sales orders', async () => {
    const orders = (await client.get('~/salesOrders?$expand=salesOrderLines')).json.rows;
    const lines = orders.flatMap((order) => linesOf(order));
    const ordered = sums(lines.map(([item, outstanding]) => [item, Math.round(outstanding * 100_000)]));
    const sold = await analytics.filtered('outstandingSalesLines', "documentType eq 'Order'");
    expect(total(sold, 'itemNo', 'outstandingQtyBase')).toEqual(ordered);
    expect(Object.keys(ordered).length).toBeGreaterThan(200);
    expect(new Set(sold.map((row) => row.at('locationCode').text)).size).toBe(4);
  });

  it('has goods in transit where its transfers say so', async () => {
    const transfers = (await analytics.get('transferLines')).json.rows;
    const inTransit = await analytics.filtered('itemLedgerEntries', "locationCode eq 'TRANSIT'");
    expect(total(inTransit, 'itemNo', 'quantity')).toEqual(total(transfers, 'itemNo', 'qtyInTransitBase'));
    expect(inTransit.length).toBeGreaterThan(10);
  });

  it.each(['itemLedgerEntries', 'outstandingSalesLines', 'outstandingPurchaseLines', 'transferLines'])(
    'gives the same rows of %s by a range, by a list and all at once',
    async (set) => {
      const numbers = Array.from({ length: 50 }, (_number, place) => `I0000${200 + place}`);
      const all = (await analytics.get(set)).json.rows.filter((row) => numbers.includes(row.at('itemNo').text));
      const values = (rows: readonly Json[]) => rows.map(({ value }) => value);
      const range = await analytics.filtered(set, "itemNo ge 'I0000200' and itemNo le 'I0000249'");
      const list = await analytics.filtered(set, `(${numbers.map((one) => `itemNo eq '${one}'`).join(' or ')})`);
      expect(values(range)).toEqual(values(all));
      expect(values(list)).toEqual(values(all));
      expect(values(await analytics.filtered(set, "itemNo gt 'I0000199' and itemNo lt 'I0000250'"))).toEqual(
        values(all),
      );
    },
  );

  it('takes commands like any other', async () => {
    const [order] = (await analytics.get('outstandingPurchaseLines?$top=1')).json.rows;
    const [number, item] = [order?.at('documentNo').text ?? '', order?.at('itemNo').text ?? ''];
    const inventory = async () =>
      (await client.get(`~/items?$filter=${q(`number eq '${item}'`)}`)).json.at('value').at(0).at('inventory').number;
    const before = await inventory();
    await client.command('purchase-orders/receive', { number });
    expect(await inventory()).toBe(before + (order?.at('outstandingQtyBase').number ?? 0));
    expect(await analytics.filtered('outstandingPurchaseLines', `documentNo eq '${number}'`)).toEqual([]);
  });
});

/** The lines of an order with what is still to be shipped. */
function linesOf(order: Json): readonly (readonly [item: string, outstanding: number])[] {
  const lines = order.at('salesOrderLines');
  return Array.from({ length: lines.at('length').number }, (_line, place) => {
    const line = lines.at(place);
    return [line.at('lineObjectNumber').text, line.at('shipQuantity').number];
  });
}

describe('the plan of items and customers', () => {
  it.each([
    [1, 1],
    [1, 50_000],
    [40, 600],
    [1_000, 20],
    [100_000, 50_000],
  ])('of %d customers and %d items reads the same both ways', (customers, items) => {
    const plan = new ItemPlan(customers, items);
    const buyers = new Map<number, Set<number>>();
    let most = 0;
    for (let customer = 0; customer < customers; customer += 1) {
      const orders = plan.ordersOf(customer);
      most = Math.max(most, orders.length);
      for (const item of orders.flatMap((order) => plan.itemsOf(order))) {
        buyers.set(item, (buyers.get(item) ?? new Set()).add(customer));
      }
    }
    expect(most).toBeLessThan(500);
    expect([...buyers.keys()].every((item) => item >= 0 && item < items)).toBe(true);
    const step = Math.ceil(items / 500);
    const some = Array.from({ length: Math.floor(items / step) }, (_item, place) => place * step);
    expect(some.map((item) => plan.customersOf(item))).toEqual(some.map((item) => [...(buyers.get(item) ?? [])]));
  });
});
