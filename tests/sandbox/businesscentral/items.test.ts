import type { Client } from './client';
import { errorOf, startClient } from './client';

const q = encodeURIComponent;

describe('items', () => {
  let client: Client;
  beforeAll(async () => {
    client = await startClient();
  });
  afterAll(() => client.server.close());

  const byNumber = async (number: string) =>
    (await client.get(`~/items?$filter=${q(`number eq '${number}'`)}`)).json.at('value').at(0);

  it('have types, units, blocks and stock', async () => {
    const rows = (await client.get('~/items?$orderby=number')).json.rows;
    const of = (number: string) => rows.find((row) => row.at('number').text === number);
    expect(rows).toHaveLength(26);
    expect(of('S-100')?.at('type').value).toBe('Service');
    expect(of('S-200')?.at('type').value).toBe('Non_x002D_Inventory');
    expect(of('1988-W')?.at('blocked').value).toBe(true);
    expect(of('80100')?.at('baseUnitOfMeasureCode').value).toBe('BOX');
    expect(of('1960-S')?.at('inventory').value).toBe(25);
    expect(of('1972-W')?.at('inventory').value).toBe(0);
  });

  it('lead to their unit and variants; stock cannot be filtered by', async () => {
    const lamp = await byNumber('1928-S');
    const path = `~/items(${lamp.at('id').text})`;
    const answer = await client.get(`${path}?$expand=baseUnitOfMeasure,itemVariants`);
    expect(answer.json.at('baseUnitOfMeasure').at('displayName').value).toBe('Piece');
    expect(answer.json.at('itemVariants').at(1).at('code').value).toBe('STEEL');
    expect((await client.get(`~/items?$filter=${q('inventory gt 0')}`)).status).toBe(400);
  });

  it('are made, changed and deleted; their stock is posted and not written', async () => {
    const made = await client.send('POST', '~/items', {
      number: 'new-1',
      displayName: 'New',
      baseUnitOfMeasureCode: 'BOX',
    });
    expect([made.status, made.json.at('number').value, made.json.at('inventory').value]).toEqual([201, 'NEW-1', 0]);
    const path = `~/items(${made.json.at('id').text})`;
    const change = (body: object) => client.send('PATCH', path, body, { 'if-match': '*' });
    expect((await change({ displayName: 'Renamed', blocked: true })).json.at('displayName').value).toBe('Renamed');
    expect((await change({ inventory: 5 })).status).toBe(400);
    expect((await client.send('PATCH', path, { blocked: false })).status).toBe(400);
    const all = (await client.get('~/items?$orderby=number&$select=number')).json.column('number');
    expect(all.indexOf('NEW-1')).toBeGreaterThan(all.indexOf('80100'));
    expect((await client.send('DELETE', path, undefined, { 'if-match': '*' })).status).toBe(204);
    expect((await client.get(path)).status).toBe(404);
    const used = await byNumber('1960-S');
    const refused = await client.send('DELETE', `~/items(${used.at('id').text})`, undefined, { 'if-match': '*' });
    expect(errorOf(refused)[2]).toContain('You cannot delete Item 1960-S');
  });

  it('have ledger entries that are found by number, by item and by id', async () => {
    const filter = q("itemNumber eq '1960-S' and entryType eq 'Negative_x0020_Adjmt_x002E_'");
    const [entry] = (await client.get(`~/itemLedgerEntries?$filter=${filter}`)).json.rows;
    expect(entry?.at('documentNumber').value).toBe('COUNT');
    const again = await client.get(`~/itemLedgerEntries(${entry?.at('id').text ?? ''})`);
    expect(again.json.at('entryNumber').value).toBe(entry?.at('entryNumber').value);
    expect(entry?.names).not.toContain('locationCode');
    expect((await client.send('POST', '~/itemLedgerEntries', {})).status).toBe(405);
  });

  it('stand on sales lines with their unit and location', async () => {
    const order = await client.send('POST', '~/salesOrders', {
      customerNumber: '10000',
      requestedDeliveryDate: '2026-08-03',
      salesOrderLines: [{ lineType: 'Item', lineObjectNumber: '70104', quantity: 2, unitOfMeasureCode: 'BOX' }],
    });
    const lines = (await client.get(`~/salesOrders(${order.json.at('id').text})/salesOrderLines?$expand=item,location`))
      .json;
    const line = lines.at('value').at(0);
    expect(line.at('shipmentDate').value).toBe('2026-08-03');
    expect(line.at('unitPrice').value).toBe(27);
    expect(line.at('location').at('code').value).toBe('MAIN');
    expect(line.at('item').at('number').value).toBe('70104');
    const orderPath = `~/salesOrders(${order.json.at('id').text})`;
    await client.send('PATCH', orderPath, { requestedDeliveryDate: '2026-08-10' }, { 'if-match': '*' });
    const moved = (await client.get(`${orderPath}/salesOrderLines`)).json;
    expect(moved.column('shipmentDate')).toEqual(['2026-08-10']);
    const wrong = await client.send(
      'PATCH',
      `~/salesOrderLines(${line.at('id').text})`,
      { unitOfMeasureCode: 'KG' },
      { 'if-match': '*' },
    );
    expect(errorOf(wrong)[2]).toContain('The Item Unit of Measure does not exist.');
  });
});
