import { Analytics, picked } from './analytics';
import type { Client } from './client';
import { errorOf, startClient, TODAY } from './client';

const q = encodeURIComponent;

describe('the analytics API', () => {
  let client: Client;
  let analytics: Analytics;

  beforeAll(async () => {
    client = await startClient({
      tokens: {
        standard: { denied: ['analytics'] },
        partial: { denied: ['analytics/transferLines'] },
      },
    });
    analytics = new Analytics(client);
  });
  afterAll(() => client.server.close());

  it('shows the columns of its queries, without ids and ETags', async () => {
    const names = async (set: string) => (await analytics.get(`${set}?$top=1`)).json.at('value').at(0).names;
    expect(await names('itemLedgerEntries')).toEqual([
      'entryNo',
      'entryType',
      'sourceType',
      'sourceNo',
      'documentNo',
      'documentType',
      'postingDate',
      'itemNo',
      'locationCode',
      'serialNo',
      'expirationDate',
      'lotNo',
      'quantity',
      'unitOfMeasureCode',
      'remainingQuantity',
      'costAmountActual',
      'salesAmountActual',
      'dimensionSetID',
      'open',
      'positive',
      'invoicedQuantity',
      'qtyPerUnitOfMeasure',
    ]);
    expect(await names('locations')).toEqual(['locationCode', 'locationName', 'adjustmentBinCode']);
    expect(await names('transferLines')).toContain('qtyInTransitBase');
    expect(await names('outstandingSalesLines')).not.toContain('@odata.etag');
  });

  it('gives quantities in base units, with the unit of the line', async () => {
    const rows = await analytics.filtered('outstandingSalesLines', "itemNo eq '70104'");
    expect(picked(rows, 'outstandingQtyBase', 'qtyPerUnitOfMeasure', 'unitOfMeasureCode', 'locationCode')).toEqual([
      [60, 10, 'BOX', 'MAIN'],
    ]);
    const paper = await analytics.filtered('outstandingSalesLines', "itemNo eq '80100'");
    expect(picked(paper, 'outstandingQtyBase', 'unitOfMeasureCode')).toEqual([[2.6, 'PACK']]);
  });

  it('keeps the blank location and an empty date as they are', async () => {
    const blank = await analytics.filtered('itemLedgerEntries', "itemNo eq '1936-S' and locationCode eq ''");
    expect(picked(blank, 'locationCode', 'remainingQuantity', 'open')).toEqual([['', 75, true]]);
    const undated = await analytics.filtered('outstandingPurchaseLines', "itemNo eq '1996-S'");
    expect(picked(undated, 'outstandingQtyBase', 'expectedReceiptDate')).toEqual([[6, '0001-01-01']]);
  });

  it('tells orders from return orders', async () => {
    const sales = await analytics.filtered(
      'outstandingSalesLines',
      "itemNo eq '2000-S' and documentType eq 'Return_x0020_Order'",
    );
    expect(picked(sales, 'documentType', 'outstandingQtyBase')).toEqual([['Return_x0020_Order', 4]]);
    const purchases = await analytics.filtered('outstandingPurchaseLines', "itemNo eq '2000-S'");
    expect(picked(purchases, 'documentType', 'outstandingQtyBase')).toEqual([['Return_x0020_Order', 6]]);
  });

  it('shows what of a transfer is under way and what has yet to leave', async () => {
    const rows = await analytics.filtered('transferLines', "itemNo eq '1980-S'");
    expect(
      picked(
        rows,
        'transferFromLocationCode',
        'transferToLocationCode',
        'inTransitLocationCode',
        'qtyInTransitBase',
        'outstandingQtyBase',
      ),
    ).toEqual([['WEST', 'MAIN', 'OWN LOG.', 18, 12]]);
    const inTransit = await analytics.filtered(
      'itemLedgerEntries',
      "itemNo eq '1980-S' and locationCode eq 'OWN LOG.'",
    );
    expect(picked(inTransit, 'remainingQuantity')).toEqual([[18]]);
  });

  it('finds ranges and alternatives of item numbers in the order that it sorts them by', async () => {
    const all = (await client.get('~/items?$select=number&$orderby=number')).json.column('number').map(String);
    const [from, to] = [all[4] ?? '', all[15] ?? ''];
    const inRange = async (set: string, property: string) =>
      new Set(
        (await analytics.filtered(set, `${property} ge '${from}' and ${property} le '${to}'`)).map(
          (row) => row.at(property).text,
        ),
      );
    expect([...(await inRange('items', 'itemNo'))]).toEqual(all.slice(4, 16));
    expect(
      [...(await inRange('itemLedgerEntries', 'itemNo'))].every((number) => all.slice(4, 16).includes(number)),
    ).toBe(true);
    const either = await analytics.filtered(
      'itemLedgerEntries',
      "itemNo eq '1960-S' or itemNo eq '80100'",
      '&$orderby=itemNo desc',
    );
    const numbers = either.map((row) => row.at('itemNo').text);
    expect([numbers[0], numbers.at(-1)]).toEqual(['80100', '1960-S']);
  });

  it('pages with a link to the next page, sorted or not', async () => {
    for (const order of ['', '&$orderby=entryNo desc']) {
      const read = async (path: string): Promise<readonly unknown[]> => {
        const { json } = await client.get(path, { prefer: 'odata.maxpagesize=50' });
        const next = json.at('@odata.nextLink').text;
        return [...json.column('entryNo'), ...(next === '' ? [] : await read(next))];
      };
      const pages = await read(`${analytics.url}/itemLedgerEntries?$select=entryNo${order}`);
      const whole = (await analytics.get(`itemLedgerEntries?$select=entryNo${order}`)).json.column('entryNo');
      expect(pages).toEqual(whole);
      expect(new Set(pages).size).toBe(pages.length);
    }
  });

  it('answers batches with addresses relative to its own root', async () => {
    const id = client.server.companies[0]?.setup.id ?? '';
    const answer = await client.send('POST', `${client.server.analyticsUrl()}/$batch`, {
      requests: [
        { id: 'a', method: 'GET', url: `companies(${id})/locations` },
        { id: 'b', method: 'GET', url: `companies(${id})/itemLedgerEntries?$top=1&$filter=${q("itemNo eq '1960-S'")}` },
        { id: 'c', method: 'GET', url: `companies(${id})/salesOrders` },
      ],
    });
    const responses = answer.json.at('responses');
    expect([0, 1, 2].map((place) => responses.at(place).at('status').value)).toEqual([200, 200, 404]);
    expect(responses.at(0).at('body').column('locationCode')).toContain('MAIN');
  });

  it('refuses keys, changes and what it does not have', async () => {
    expect((await analytics.get('itemLedgerEntries(1)')).status).toBe(404);
    for (const method of ['POST', 'PATCH', 'DELETE']) {
      expect(errorOf(await client.send(method, `${analytics.url}/itemLedgerEntries`, {})).slice(0, 2)).toEqual([
        405,
        'BadRequest_MethodNotAllowed',
      ]);
    }
    expect(errorOf(await analytics.get('warehouseEntries')).slice(0, 2)).toEqual([501, 'NotEmulated']);
    expect((await analytics.get('itemLedgerEntries?$select=location')).status).toBe(400);
    expect(
      (await analytics.get(`itemLedgerEntries?$filter=${q("itemNo eq '1' or locationCode eq 'MAIN'")}`)).status,
    ).toBe(400);
  });

  it('is closed to users without its permissions, and only to them', async () => {
    const as = (token: string) => ({ authorization: `Bearer ${token}` });
    expect(errorOf(await analytics.get('itemLedgerEntries', as('standard'))).slice(0, 2)).toEqual([
      403,
      'Authorization_RequestDenied',
    ]);
    expect((await client.get('~/itemLedgerEntries?$top=1', as('standard'))).status).toBe(200);
    expect((await analytics.get('transferLines', as('partial'))).status).toBe(403);
    expect((await analytics.get('locations', as('partial'))).status).toBe(200);
  });

  it('can be missing', async () => {
    await client.command('analytics', { installed: false });
    expect(errorOf(await analytics.get('itemLedgerEntries')).slice(0, 2)).toEqual([404, 'BadRequest_ResourceNotFound']);
    expect((await client.get('~/items?$top=1')).status).toBe(200);
    await client.command('analytics', { installed: true });
    expect((await analytics.get('locations')).status).toBe(200);
  });

  it('is named in fault rules and in the call log', async () => {
    client.server.faults.add({
      when: { entitySet: 'analytics/locations' },
      fault: { kind: 'status', status: 429 },
      times: 1,
    });
    expect((await client.get('~/locations')).status).toBe(200);
    expect((await analytics.get('locations')).status).toBe(429);
    expect((await analytics.get('locations')).status).toBe(200);
  });

  it('moves with the work date', async () => {
    const purchases = await analytics.filtered(
      'outstandingPurchaseLines',
      `expectedReceiptDate lt ${TODAY} and expectedReceiptDate gt 0001-01-01`,
    );
    expect(picked(purchases, 'itemNo', 'expectedReceiptDate')).toEqual([['1906-S', '2026-07-10']]);
  });
});
