import { Analytics, picked } from './analytics';
import type { Client } from './client';
import { errorOf, startClient } from './client';

const q = encodeURIComponent;

describe('commands for stock', () => {
  let client: Client;
  let analytics: Analytics;
  beforeEach(async () => {
    client = await startClient();
    analytics = new Analytics(client);
  });
  afterEach(() => client.server.close());

  const inventory = async (number: string) =>
    (await client.get(`~/items?$filter=${q(`number eq '${number}'`)}`)).json.at('value').at(0).at('inventory').value;

  it('order, receive in parts and refuse more than is outstanding', async () => {
    const order = { itemNumber: '1960-S', quantity: 40, expectedReceiptDate: '2026-07-20', locationCode: 'EAST' };
    const number = (await client.command('purchase-orders', order)).json.at('number').text;
    const outstanding = async () =>
      picked(
        await analytics.filtered('outstandingPurchaseLines', `documentNo eq '${number}'`),
        'outstandingQtyBase',
        'expectedReceiptDate',
        'locationCode',
      );
    expect(await outstanding()).toEqual([[40, '2026-07-20', 'EAST']]);
    await client.command('purchase-orders/receive', { number, quantity: 15 });
    expect([await inventory('1960-S'), await outstanding()]).toEqual([40, [[25, '2026-07-20', 'EAST']]]);
    expect(errorOf(await client.command('purchase-orders/receive', { number, quantity: 26 }))).toEqual([
      400,
      'CommandRefused',
      'You cannot handle more than the outstanding 25 units.',
    ]);
    await client.command('purchase-orders/receive', { number });
    expect([await inventory('1960-S'), await outstanding()]).toEqual([65, []]);
    expect(errorOf(await client.command('purchase-orders/receive', { number }))[2]).toBe('There is nothing to post.');
  });

  it('take several lines, which the queries add up when they are equal', async () => {
    const line = { itemNumber: '70104', quantity: 2, unitOfMeasureCode: 'BOX' };
    const lines = [line, { ...line, quantity: 3 }, { ...line, unitOfMeasureCode: 'CAN' }];
    const number = (await client.command('purchase-orders', { vendorNumber: '20000', lines })).json.at('number').text;
    const rows = await analytics.filtered('outstandingPurchaseLines', `documentNo eq '${number}'`);
    expect(picked(rows, 'outstandingQtyBase', 'unitOfMeasureCode', 'buyFromVendorNo')).toEqual([
      [50, 'BOX', '20000'],
      [2, 'CAN', '20000'],
    ]);
  });

  it('transfer goods through the in-transit location and end the order when all has arrived', async () => {
    const order = { itemNumber: '1960-S', quantity: 10, fromCode: 'MAIN', toCode: 'WEST', receiptDate: '2026-07-18' };
    const number = (await client.command('transfer-orders', order)).json.at('number').text;
    await client.command('transfer-orders/ship', { number, quantity: 6 });
    const lines = async () =>
      picked(
        await analytics.filtered('transferLines', `documentNo eq '${number}'`),
        'qtyInTransitBase',
        'outstandingQtyBase',
      );
    expect(await lines()).toEqual([[6, 4]]);
    const where = async () => {
      const entries = await analytics.filtered('itemLedgerEntries', "itemNo eq '1960-S' and open eq true");
      return picked(entries, 'locationCode', 'remainingQuantity');
    };
    expect(await where()).toContainEqual(['OUT. LOG.', 6]);
    expect(await inventory('1960-S')).toBe(25);
    await client.command('transfer-orders/receive', { number });
    await client.command('transfer-orders/ship', { number });
    await client.command('transfer-orders/receive', { number });
    expect([await lines(), await inventory('1960-S')]).toEqual([[], 25]);
    expect(await where()).toContainEqual(['WEST', 6]);
    expect(errorOf(await client.command('transfer-orders/ship', { number }))[2]).toBe(
      `The Transfer Order ${number} does not exist.`,
    );
  });

  it('sell, ship and invoice: the entry is invoiced when the order is', async () => {
    const made = await client.command('item-sales-orders', {
      customerNumber: '10000',
      itemNumber: '1960-S',
      quantity: 4,
      shipmentDate: '2026-07-16',
      locationCode: 'MAIN',
    });
    const id = made.json.at('id').text;
    await client.command('orders/ship', { id, lines: { '10000': 3 } });
    const entry = async () => {
      const entries = await analytics.filtered(
        'itemLedgerEntries',
        "itemNo eq '1960-S'",
        '&$orderby=entryNo desc&$top=1',
      );
      return picked(entries, 'documentType', 'quantity', 'invoicedQuantity', 'salesAmountActual', 'sourceNo');
    };
    expect(await entry()).toEqual([['Sales_x0020_Shipment', -3, 0, 0, '10000']]);
    await client.command('orders/invoice', { id });
    expect(await entry()).toEqual([['Sales_x0020_Shipment', -3, -3, 375.3, '10000']]);
    expect(await inventory('1960-S')).toBe(22);
  });

  it.each([
    ['item-adjustments', { itemNumber: 'NONE', quantity: 1 }, 'Item does not exist.'],
    ['item-adjustments', { itemNumber: 'S-100', quantity: 1 }, "Type must be equal to 'Inventory'"],
    ['item-adjustments', { itemNumber: '1960-S', quantity: 0 }, 'There is nothing to post.'],
    ['item-adjustments', { itemNumber: '1988-W', quantity: 1 }, "Blocked must be equal to 'No'"],
    ['item-adjustments', { itemNumber: '1960-S', quantity: 1, locationCode: 'MOON' }, 'The Location does not exist.'],
    [
      'purchase-orders',
      { itemNumber: '1960-S', quantity: 1, unitOfMeasureCode: 'BOX' },
      'The Item Unit of Measure does not exist.',
    ],
    ['purchase-orders', { itemNumber: '1960-S', quantity: 1, vendorNumber: 'X' }, 'The Vendor does not exist.'],
    ['purchase-orders', { itemNumber: '1960-S', quantity: -1 }, ''],
    ['purchase-orders/receive', { number: '999' }, 'The Purchase Order 999 does not exist.'],
    ['sales-return-orders', { itemNumber: '1960-S', quantity: 1, customerNumber: 'X' }, 'The Customer does not exist.'],
    ['transfer-orders', { itemNumber: '1960-S', quantity: 1, fromCode: 'MAIN', toCode: 'MAIN' }, 'Transfer-from Code'],
    [
      'transfer-orders',
      { itemNumber: '1960-S', quantity: 1, fromCode: 'MAIN', toCode: 'OWN LOG.' },
      'Use As In-Transit',
    ],
    ['item-sales-orders', { itemNumber: '1988-W', quantity: 1 }, "Blocked must be equal to 'No'"],
  ])('refuse %s %j', async (name, body, message) => {
    const [status, code, text] = errorOf(await client.command(name, body));
    expect([status, code]).toEqual([400, 'CommandRefused']);
    expect(text.startsWith(message)).toBe(true);
  });
});
