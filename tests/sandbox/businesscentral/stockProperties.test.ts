import fc from 'fast-check';
import { Analytics } from './analytics';
import type { Client, Json } from './client';
import { startClient } from './client';
import { customer, smallCompany } from './smallCompany';
import { hundredThousandths, sums } from './stockModel';
import { stockEvents, StockTrader } from './stockTrader';

/** Sums of a property of rows by other properties. */
function summed(rows: readonly Json[], by: readonly string[], of: string): Readonly<Record<string, number>> {
  return sums(
    rows.map((row) => [by.map((name) => row.at(name).text).join('|'), hundredThousandths(row.at(of).number)] as const),
  );
}

async function stateOf(client: Client) {
  const analytics = new Analytics(client);
  const entries = (await analytics.get('itemLedgerEntries')).json.rows;
  const open = await analytics.filtered('itemLedgerEntries', 'open eq true');
  const document = (date: string) => [
    'documentNo',
    'documentType',
    'itemNo',
    'locationCode',
    date,
    'unitOfMeasureCode',
  ];
  const transfers = (await analytics.get('transferLines')).json.rows;
  return {
    stock: summed(entries, ['itemNo', 'locationCode'], 'quantity'),
    remaining: summed(open, ['itemNo', 'locationCode'], 'remainingQuantity'),
    inventory: summed((await client.get('~/items')).json.rows, ['number'], 'inventory'),
    entries: summed((await client.get('~/itemLedgerEntries')).json.rows, ['itemNumber'], 'quantity'),
    sales: summed(
      (await analytics.get('outstandingSalesLines')).json.rows,
      document('shipmentDate'),
      'outstandingQtyBase',
    ),
    purchases: summed(
      (await analytics.get('outstandingPurchaseLines')).json.rows,
      document('expectedReceiptDate'),
      'outstandingQtyBase',
    ),
    transfers: Object.fromEntries(
      transfers.map((row) => [
        ['documentNo', 'itemNo', 'transferFromLocationCode', 'transferToLocationCode']
          .map((name) => row.at(name).text)
          .join('|'),
        [
          hundredThousandths(row.at('outstandingQtyBase').number),
          hundredThousandths(row.at('qtyInTransitBase').number),
        ],
      ]),
    ),
    directions: new Set(
      open.map((row) =>
        [row.at('itemNo').text, row.at('locationCode').text, Math.sign(row.at('remainingQuantity').number)].join('|'),
      ),
    ),
  };
}

describe('after any documents and postings', () => {
  it('all endpoints agree with sums that are kept beside them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stockEvents, { minLength: 8, maxLength: 28 }), async (events) => {
        const client = await startClient({ demo: false, companies: [smallCompany(customer('A'))] });
        const trader = new StockTrader(client);
        for (const event of events) {
          await trader.play(event);
        }
        const { model } = trader;
        const { directions, ...state } = await stateOf(client);
        await client.server.close();
        expect(state).toEqual({
          stock: model.stock(),
          remaining: model.stock(),
          inventory: model.totals(),
          entries: model.totals(),
          sales: model.outstanding('sale', 'salesReturn'),
          purchases: model.outstanding('purchase', 'purchaseReturn'),
          transfers: model.onTheWay(),
        });
        // What is open in a location points in one direction: everything that could be applied was.
        expect(directions.size).toBe(new Set([...directions].map((one) => one.replace(/\|-?\d$/, ''))).size);
      }),
      { numRuns: 20 },
    );
  });
});
