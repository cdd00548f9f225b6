import type { Client } from './client';
import { errorOf, startClient, TODAY } from './client';

const q = encodeURIComponent;

describe('writing to the local Business Central', () => {
  let client: Client;
  const get = (path: string, headers?: Record<string, string>) => client.get(path, headers);
  const filtered = (set: string, filter: string, more = '') =>
    client.get(`~/${set}?$filter=${encodeURIComponent(filter)}${more}`);
  const customerOf = async (number: string) => (await filtered('customers', `number eq '${number}'`)).json.rows[0];

  beforeAll(async () => {
    client = await startClient();
  });
  afterAll(() => client.server.close());

  it('changes a customer only with its present ETag', async () => {
    const row = await customerOf('31669966');
    const path = `~/customers(${row?.at('id').text ?? ''})`;
    const etag = row?.at('@odata.etag').text ?? '';
    expect(errorOf(await client.send('PATCH', path, { creditLimit: 10 }))[1]).toBe('BadRequest_InvalidToken');
    const changed = await client.send('PATCH', path, { creditLimit: 1234.5, blocked: 'Ship' }, { 'if-match': etag });
    expect(changed.status).toBe(200);
    expect(['creditLimit', 'blocked'].map((name) => changed.json.at(name).value)).toEqual([1234.5, 'Ship']);
    expect(changed.json.at('lastModifiedDateTime').value).toBe('2026-07-15T10:00:00.000Z');
    expect(changed.json.at('@odata.etag').value).not.toBe(etag);
    expect(errorOf(await client.send('PATCH', path, { creditLimit: 1 }, { 'if-match': etag })).slice(0, 2)).toEqual([
      409,
      'Request_EntityChanged',
    ]);
    expect((await client.send('PATCH', path, { blocked: ' ' }, { 'if-match': '*' })).json.at('blocked').value).toBe(
      '_x0020_',
    );
  });

  it.each([
    [{ colour: 1 }, 'BadRequest', "The property 'colour' does not exist on type 'Microsoft.NAV.customer'."],
    [{ balanceDue: 1 }, 'BadRequest_InvalidOperation', "Control 'balanceDue' is read-only"],
    [{ creditLimit: 'much' }, 'BadRequest', "Cannot convert the literal 'much' to the expected type 'Edm.Decimal'."],
    [{ blocked: 'Maybe' }, 'Unknown', "'Maybe' is not an option. The existing options are:  ,Ship,Invoice,All"],
    [{ displayName: '' }, 'Application_DialogException', 'The blank "displayName" is not allowed.'],
    [{ city: 'x'.repeat(31) }, 'Application_StringExceededLength', 'The length of the string is 31, but it must be'],
    ['nonsense', 'BadRequest', 'Invalid Request Body'],
  ])('refuses the change %j', async (body, code, message) => {
    const row = await customerOf('31669966');
    const answer = await client.send('PATCH', `~/customers(${row?.at('id').text ?? ''})`, body, { 'if-match': '*' });
    const [status, actual, text] = errorOf(answer);
    expect([status, actual]).toEqual([400, code]);
    expect(text.startsWith(message)).toBe(true);
  });

  it('makes, finds and deletes a customer', async () => {
    expect(errorOf(await client.send('POST', '~/customers', {}))[2]).toBe('A "displayName" must be provided.');
    const made = await client.send('POST', '~/customers', {
      displayName: 'New',
      number: 'NEW1',
      currencyCode: 'USD',
    });
    expect(made.status).toBe(201);
    expect(made.headers.get('etag')).toBe(made.json.at('@odata.etag').value);
    const path = `~/customers(${made.json.at('id').text})`;
    expect((await get(path)).json.at('currencyCode').value).toBe('USD');
    expect(errorOf(await client.send('POST', '~/customers', { displayName: 'N', number: 'NEW1' }))[1]).toBe(
      'Internal_EntityWithSameKeyExists',
    );
    expect((await client.send('DELETE', path, undefined, { 'if-match': '*' })).status).toBe(204);
    expect((await get(path)).status).toBe(404);
    const owing = await customerOf('30000');
    expect(
      errorOf(
        await client.send('DELETE', `~/customers(${owing?.at('id').text ?? ''})`, undefined, { 'if-match': '*' }),
      )[0],
    ).toBe(400);
  });

  it('makes an invoice with lines, posts it, and every figure follows', async () => {
    const before = (await get(`~/customerFinancialDetails?$filter=${q("number eq '33002984'")}`)).json.rows[0];
    const made = await client.send('POST', '~/salesInvoices', {
      customerNumber: '33002984',
      invoiceDate: TODAY,
      salesInvoiceLines: [{ lineType: 'Item', lineObjectNumber: '1896-S', quantity: 2, unitPrice: 500 }],
    });
    expect(made.status).toBe(201);
    const path = `~/salesInvoices(${made.json.at('id').text})`;
    expect(['status', 'totalAmountIncludingTax', 'currencyCode'].map((name) => made.json.at(name).value)).toEqual([
      'Draft',
      1000,
      'EUR',
    ]);
    const line = await client.send('POST', `${path}/salesInvoiceLines`, {
      itemId: made.json.at('id').text,
      quantity: 1,
    });
    expect(errorOf(line)[2]).toBe('Item does not exist.');
    const added = await client.send('POST', `${path}/salesInvoiceLines`, {
      lineObjectNumber: '1900-S',
      quantity: 1,
      unitPrice: 30,
    });
    expect([added.status, added.json.at('sequence').value]).toEqual([201, 20_000]);
    const posted = await client.send('POST', `${path}/Microsoft.NAV.post`);
    expect(posted.status).toBe(204);
    const invoice = (await get(path)).json;
    expect(['status', 'remainingAmount', 'totalAmountIncludingTax'].map((name) => invoice.at(name).value)).toEqual([
      'Open',
      1030,
      1030,
    ]);
    const after = (await get(`~/customerFinancialDetails?$filter=${q("number eq '33002984'")}`)).json.rows[0];
    const rate = (
      await get(`~/currencyExchangeRates?$filter=${q("currencyCode eq 'EUR'")}&$orderby=startingDate desc&$top=1`)
    ).json.rows[0];
    const local = Math.round(1030 * 100 * (rate?.at('relationalExchangeRateAmount').number ?? 0));
    expect(
      Math.round((after?.at('balance').number ?? 0) * 100) - Math.round((before?.at('balance').number ?? 0) * 100),
    ).toBe(local);
    expect(errorOf(await client.send('POST', `${path}/Microsoft.NAV.post`))[2]).toBe(
      'The action can be applied to a draft invoice only.',
    );
    expect(errorOf(await client.send('PATCH', path, { postingDate: TODAY }, { 'if-match': '*' }))[2]).toBe(
      'The invoice has been posted and can no longer be modified.',
    );
    expect(errorOf(await client.send('POST', `${path}/Microsoft.NAV.send`))[0]).toBe(501);
    expect(errorOf(await client.send('POST', `${path}/Microsoft.NAV.fly`))[0]).toBe(404);
  });

  it('makes an order, ships and invoices it', async () => {
    const made = await client.send('POST', '~/salesOrders', {
      customerNumber: '10000',
      salesOrderLines: [{ lineType: 'Item', lineObjectNumber: '1896-S', quantity: 3 }],
    });
    const path = `~/salesOrders(${made.json.at('id').text})`;
    expect(made.json.at('totalAmountIncludingTax').value).toBe(2435.25);
    const shipped = await client.command('orders/ship', { id: made.json.at('id').text, lines: { '10000': 1 } });
    expect(shipped.status).toBe(200);
    expect((await get(`${path}/salesOrderLines`)).json.column('shipQuantity')).toEqual([2]);
    expect((await client.send('POST', `${path}/Microsoft.NAV.shipAndInvoice`)).status).toBe(204);
    expect((await get(path)).status).toBe(404);
    const invoices = await filtered('salesInvoices', `orderId eq ${made.json.at('id').text}`);
    expect(invoices.json.column('remainingAmount')).toEqual([2435.25]);
  });

  it.each([
    [{}, 'A "customerNumber" or a "customerId" must be provided.'],
    [{ customerNumber: 'nobody' }, 'The sell-to customer cannot be found.'],
    [{ customerNumber: '10000', currencyCode: 'XXX' }, 'The "currencyCode" does not match to a Currency.'],
    [
      { customerNumber: '10000', paymentTermsId: '00000000-0000-0000-0000-000000000009' },
      'The "paymentTermsId" does not match to a Payment Terms.',
    ],
    [
      { customerNumber: '44756404' },
      'You cannot create this type of document when Customer 44756404 is blocked with type All',
    ],
  ])('refuses the order %j', async (body, message) => {
    expect(errorOf(await client.send('POST', '~/salesOrders', body))).toEqual([
      400,
      'Application_DialogException',
      message,
    ]);
  });
});
