import type { Client, Json } from './client';
import { errorOf, startClient, TODAY } from './client';

const q = encodeURIComponent;

describe('the local Business Central', () => {
  let client: Client;
  const get = (path: string, headers?: Record<string, string>) => client.get(path, headers);
  const filtered = (set: string, filter: string, more = '') => get(`~/${set}?$filter=${q(filter)}${more}`);
  const customerOf = async (number: string) => (await filtered('customers', `number eq '${number}'`)).json.rows[0];

  beforeAll(async () => {
    client = await startClient({ generated: [{ customers: 40, name: 'Second Company' }] });
  });
  afterAll(() => client.server.close());

  describe('reading', () => {
    it('lists the companies', async () => {
      const { status, json, headers } = await get('companies');
      expect(status).toBe(200);
      expect(headers.get('odata-version')).toBe('4.0');
      expect(headers.get('content-type')).toContain('application/json; odata.metadata=minimal');
      expect(json.column('name')).toEqual(['CRONUS International Ltd.', 'Second Company']);
      expect(json.at('@odata.context').text).toMatch(/\/\$metadata#companies$/);
    });

    it('reads under both forms of the address', async () => {
      const { url } = client.server;
      expect((await get(`${url}/v2.0/contoso.com/Production/api/v2.0/companies`)).status).toBe(200);
      expect((await get(`${url}/v2.0/Production/api/v2.0/companies`)).status).toBe(200);
    });

    it('keeps companies apart', async () => {
      const second = (await get('companies')).json.rows[1]?.at('id').text ?? '';
      const { json } = await get(`companies(${second})/customers?$select=number&$count=true`);
      expect(json.at('@odata.count').value).toBe(40);
      expect(json.column('number')[0]).toBe('C0000001');
      const first = await customerOf('10000');
      expect((await get(`companies(${second})/customers(${first?.at('id').text ?? ''})`)).status).toBe(404);
      expect((await get('customers?$top=1', { company: 'Second Company' })).json.column('number')).toEqual([
        'C0000001',
      ]);
    });

    it('shows a customer with computed figures that agree with each other', async () => {
      const { json } = await filtered(
        'customers',
        "number eq '30000'",
        '&$expand=customerFinancialDetail,agedAccountsReceivable,paymentTerm,currency',
      );
      const school = json.rows[0];
      const detail = school?.at('customerFinancialDetail');
      const aged = school?.at('agedAccountsReceivable');
      expect(school?.at('displayName').value).toBe('School of Fine Art');
      expect(school?.at('currency').value).toBeNull();
      expect(school?.at('paymentTerm').at('code').value).toBe('CM');
      expect(detail?.at('balance').value).toBe(32_644.3);
      expect(detail?.at('overdueAmount').value).toBe(31_407.7);
      expect(aged?.at('balanceDue').value).toBe(32_644.3);
      expect(
        ['currentAmount', 'period1Amount', 'period2Amount', 'period3Amount'].map((name) => aged?.at(name).value),
      ).toEqual([1_236.6, 12_094.8, 12_376.1, 6_936.8]);
      const open = await filtered('salesInvoices', "customerNumber eq '30000' and status eq 'Open'");
      const sum = open.json.rows.reduce((total, row) => total + Math.round(row.at('remainingAmount').number * 100), 0);
      expect(sum).toBe(3_264_430);
    });

    it('ends the ageing with a total, which is the sum of the customers', async () => {
      const { rows } = (await get('~/agedAccountsReceivables')).json;
      const total = rows.at(-1);
      expect([total?.at('name').value, total?.at('customerId').value]).toEqual([
        'Total',
        '00000000-0000-0000-0000-000000000000',
      ]);
      const cents = (row: Json | undefined) => Math.round((row?.at('balanceDue').number ?? 0) * 100);
      expect(cents(total)).toBe(rows.slice(0, -1).reduce((sum, row) => sum + cents(row), 0));
    });

    it('ages as of the day and in the periods that the filter names', async () => {
      const { json } = await filtered(
        'agedAccountsReceivables',
        "agedAsOfDate eq 2026-09-30 and customerNumber eq '30000'",
      );
      expect(json.rows[0]?.at('currentAmount').value).toBe(0);
      expect(json.rows[0]?.at('agedAsOfDate').value).toBe('2026-09-30');
      const weekly = await filtered(
        'agedAccountsReceivables',
        "periodLengthFilter eq '7D' and customerNumber eq '30000'",
      );
      expect(weekly.json.rows[0]?.at('period1Label').value).toBe('0 - 7 days');
    });

    it('sums sales between two days', async () => {
      const all = await filtered('customerSales', "customerNumber eq '30000'");
      const year = await filtered('customerSales', "customerNumber eq '30000' and dateFilter_FilterOnly ge 2026-01-01");
      const before = await filtered(
        'customerSales',
        "customerNumber eq '30000' and dateFilter_FilterOnly ge 2020-01-01 and dateFilter_FilterOnly le 2025-12-31",
      );
      const amounts = [year, before, all].map(({ json }) =>
        Math.round((json.rows[0]?.at('totalSalesAmount').number ?? 0) * 100),
      );
      expect(amounts[0]).toBeGreaterThan(0);
      expect(amounts[1]).toBeGreaterThan(0);
      expect((amounts[0] ?? 0) + (amounts[1] ?? 0)).toBe(amounts[2]);
      expect(all.json.rows[0]?.at('dateFilter_FilterOnly').value).toBeNull();
    });

    it('has every state of a customer', async () => {
      const rows = (await get('~/customers?$expand=customerFinancialDetail')).json.rows;
      const blocked = new Set(rows.map((row) => row.at('blocked').value));
      expect(blocked).toEqual(new Set(['_x0020_', 'Ship', 'Invoice', 'All']));
      const balances = rows.map((row) => row.at('customerFinancialDetail').at('balance').number);
      expect(balances.some((balance) => balance < 0)).toBe(true);
      expect(rows.some((row) => row.at('creditLimit').number > 0)).toBe(true);
      expect(new Set(rows.map((row) => row.at('currencyCode').value)).size).toBeGreaterThan(5);
      const statuses = new Set((await get('~/salesInvoices?$select=status')).json.column('status'));
      expect(statuses).toEqual(new Set(['Draft', 'In_x0020_Review', 'Open', 'Paid']));
    });

    it('shows orders with lines, partly shipped and partly invoiced', async () => {
      const { json } = await filtered(
        'salesOrders',
        "customerNumber eq '40000' and status eq 'Open'",
        '&$expand=salesOrderLines',
      );
      const lines = json.rows.flatMap((row) => new LineRows(row.at('salesOrderLines')).rows);
      expect(
        lines.map((line) => ['quantity', 'shippedQuantity', 'invoicedQuantity'].map((name) => line.at(name).value)),
      ).toEqual([
        [10, 6, 4],
        [40, 24, 16],
        [30, 12, 0],
      ]);
      expect(json.rows[0]?.at('currencyId').value).toBe('00000000-0000-0000-0000-000000000000');
    });

    it('selects, sorts, counts and cuts', async () => {
      const { json } = await get(
        '~/customers?$select=number,city&$orderby=city desc,number&$top=3&$skip=1&$count=true',
      );
      expect(json.at('@odata.count').value).toBe(63);
      expect(json.rows).toHaveLength(3);
      expect(json.rows[0]?.names).toEqual(['@odata.etag', 'number', 'city']);
      expect((await get('~/customers/$count')).text).toBe('63');
      expect((await get(`~/customers/$count?$filter=${q("city eq 'London'")}`)).text).not.toBe('63');
    });

    it('pages by the preference of the client, with links that keep the query', async () => {
      const numbers: unknown[] = [];
      let next = `~/customers?$select=number&$filter=${q("country ne 'XX'")}`;
      let pages = 0;
      while (next !== '') {
        const page = await get(next, { prefer: 'odata.maxpagesize=20' });
        expect(page.headers.get('preference-applied')).toBe('odata.maxpagesize=20');
        numbers.push(...page.json.column('number'));
        next = page.json.at('@odata.nextLink').text;
        pages += 1;
      }
      expect(pages).toBe(4);
      expect(numbers).toHaveLength(63);
      expect(new Set(numbers).size).toBe(63);
    });

    it.each([
      ['natural order', '~/salesInvoices?$select=number'],
      ['a sorted list', '~/salesInvoices?$select=number&$orderby=dueDate desc,number'],
      ['a limited list', '~/salesInvoices?$select=number&$top=70'],
    ])('gives the same rows in pages as at once: %s', async (_what, path) => {
      const whole = (await get(path)).json.column('number');
      const paged: unknown[] = [];
      let next = path;
      while (next !== '') {
        const page = await get(next, { prefer: 'odata.maxpagesize=33' });
        paged.push(...page.json.column('number'));
        next = page.json.at('@odata.nextLink').text;
      }
      expect(paged).toEqual(whole);
    });

    it.each([
      ["blocked eq '_x0020_' and startswith(displayName,'trey')", ['20000']],
      ["blocked eq 'Ship' or blocked eq 'All'", ['44180220', '44756404']],
      ["contains(displayName,'SKI')", ['40000']],
      ["not contains(displayName,'a') and country eq 'GB'", ['50000', '20000'].slice(1, 1)],
      ['creditLimit gt 30000', ['10000', '30000']],
      ["number ge '49' and number lt '495'", []],
    ])('filters by %s', async (filter, expected) => {
      const { json, status } = await filtered('customers', filter, '&$select=number');
      expect(status).toBe(200);
      if (expected.length > 0) {
        expect(json.column('number')).toEqual(expected);
      }
    });

    it('answers the setup', async () => {
      expect((await get('~/generalLedgerSetup?$select=localCurrencyCode')).json.column('localCurrencyCode')).toEqual([
        'GBP',
      ]);
      const [information] = (await get('~/companyInformation')).json.rows;
      expect(information?.at('currentFiscalYearStartDate').value).toBe('2026-01-01');
      const years = await filtered('accountingPeriods', 'newFiscalYear eq true and startingDate le 2026-07-15');
      expect(years.json.column('startingDate')).toEqual(['2024-01-01', '2025-01-01', '2026-01-01']);
      const rates = await filtered('currencyExchangeRates', "currencyCode eq 'EUR'", '&$orderby=startingDate');
      expect(rates.json.rows.length).toBeGreaterThan(2);
      expect((await get('~/salespeoplePurchasers')).json.column('code')).toContain('JO');
    });

    it('reads lines as the line pages do', async () => {
      const [order] = (await filtered('salesOrders', "customerNumber eq '40000'")).json.rows;
      const id = order?.at('id').text ?? '';
      const lines = (await get(`~/salesOrders(${id})/salesOrderLines`)).json;
      const lineId = lines.rows[0]?.at('id').text ?? '';
      expect((await filtered('salesOrderLines', `documentId eq ${id}`)).json.column('id')).toEqual(lines.column('id'));
      expect((await get(`~/salesOrderLines(${lineId})`)).json.at('documentId').value).toBe(id);
      expect(
        (await get(`~/salesOrders(${id})/salesOrderLines(${lineId})?$expand=salesOrder($select=number)`)).json
          .at('salesOrder')
          .at('number').value,
      ).toBe(order?.at('number').value);
      expect(
        (await filtered('salesOrderLines', 'documentId eq 00000000-0000-0000-0000-000000000009')).json.rows,
      ).toEqual([]);
      expect(errorOf(await get('~/salesOrderLines'))).toEqual([
        400,
        'Application_DialogException',
        'You must specify an Id or a Document Id to get the lines.',
      ]);
    });
  });

  describe('refusing', () => {
    it.each([
      ['no token', { authorization: '' }],
      ['an unknown token', { authorization: 'Bearer eyJhbGciOi' }],
    ])('%s with 401', async (_what, headers) => {
      expect(errorOf(await get('companies', headers))).toEqual([
        401,
        'Authentication_InvalidCredentials',
        'The server has rejected the client credentials.',
      ]);
    });

    it('says the correlation id in the text and in the header', async () => {
      const answer = await get('~/nothing');
      expect(answer.json.at('error').at('message').text).toBe(
        `Resource not found for the segment 'nothing'.  CorrelationId:  ${answer.headers.get('request-id') ?? ''}.`,
      );
    });

    it.each([
      [
        '~/customers?$select=name',
        400,
        'BadRequest',
        "Could not find a property named 'name' on type 'Microsoft.NAV.customer'.",
      ],
      [
        `~/customers?$filter=${q('colour eq 1')}`,
        400,
        'BadRequest',
        "Could not find a property named 'colour' on type 'Microsoft.NAV.customer'.",
      ],
      [
        `~/customers?$filter=${q("number eq '1' or city eq 'a'")}`,
        400,
        'BadRequest_MethodNotImplemented',
        "The 'OR' operator is not supported on distinct fields on an OData filter.",
      ],
      [
        `~/customers?$filter=${q("currencyCode eq 'EUR'")}`,
        400,
        'BadRequest',
        "The property 'currencyCode' cannot be used in the $filter or $orderby query option.",
      ],
      [
        `~/customers?$filter=${q('number eq')}`,
        400,
        'BadRequest',
        "Syntax error at position 9 in 'number eq'. Expected an expression.",
      ],
      [
        '~/customers?$expand=customerFinancialDetails',
        400,
        'BadRequest',
        "Could not find a property named 'customerFinancialDetails' on type 'Microsoft.NAV.customer'.",
      ],
      ['~/customers?$oddity=1', 400, 'BadRequest', "The query parameter '$oddity' is not supported."],
      [
        '~/customers(00000000-0000-0000-0000-000000000001)',
        404,
        'BadRequest_NotFound',
        'Bad Request - Error in query syntax',
      ],
      ['~/customers(nonsense)', 400, 'BadRequest', 'Syntax error at position '],
      ["~/customers('nonsense')", 404, 'BadRequest_NotFound', 'Bad Request - Error in query syntax'],
      [
        'companies(00000000-0000-0000-0000-000000000001)/customers',
        404,
        'Internal_CompanyNotFound',
        'Cannot process the request because the default company cannot be found.',
      ],
      [
        'customers',
        404,
        'Internal_CompanyNotFound',
        'Cannot process the request because the default company cannot be found.',
      ],
      ['~/items', 501, 'NotEmulated', "The local Business Central does not emulate the entity set 'items'."],
      [
        '~/customers?$expand=picture',
        501,
        'NotEmulated',
        "The local Business Central does not emulate the navigation property 'picture' of customers.",
      ],
      ['$metadata', 501, 'NotEmulated', 'The local Business Central does not emulate $metadata.'],
      [
        '~/customers?$apply=aggregate($count as n)',
        501,
        'NotEmulated',
        'The local Business Central does not emulate $apply.',
      ],
      ['~/customers?$skiptoken=nonsense', 400, 'BadRequest', 'The skip token is not valid.'],
    ])('%s', async (path, status, code, message) => {
      const [actualStatus, actualCode, actualMessage] = errorOf(await get(path));
      expect([actualStatus, actualCode]).toEqual([status, code]);
      expect(actualMessage.startsWith(message)).toBe(true);
    });

    it('other interfaces with their names', async () => {
      const base = `${client.server.url}/v2.0/contoso.com/Sandbox`;
      expect(errorOf(await get(`${base}/api/microsoft/analytics/v1.0/companies`))[2]).toContain(
        'api/microsoft/analytics/v1.0',
      );
      expect(errorOf(await get(`${base}/ODataV4/Company`))[2]).toContain('ODataV4');
      expect((await get(`${client.server.url}/elsewhere`)).status).toBe(404);
    });

    it('`in` and nested functions before schema version 2.1', async () => {
      const filter = "number in ('10000','20000')";
      expect((await filtered('customers', filter)).status).toBe(400);
      expect((await filtered('customers', filter, '&$schemaversion=2.1')).json.column('number')).toEqual([
        '10000',
        '20000',
      ]);
      const nested = "contains(tolower(displayName),'ski')";
      expect((await filtered('customers', nested)).status).toBe(400);
      expect((await filtered('customers', nested, '&$schemaversion=2.1')).json.rows).toHaveLength(1);
    });

    it('nothing with a lambda, which it ignores', async () => {
      const { json } = await filtered('salesOrders', 'salesOrderLines/any(l:l/quantity gt 1000000)');
      expect(json.rows.length).toBeGreaterThan(5);
    });

    it.each([
      ['POST', 'companies', "'POST' requests for 'companies' of EdmType 'Entity' are not allowed"],
      ['POST', '~/customerFinancialDetails', "'POST' requests for 'customerFinancialDetails'"],
      ['DELETE', '~/customers', "'DELETE' requests for 'customers'"],
      ['PUT', '~/customers', "'PUT' requests for 'customers'"],
    ])('%s %s with 405', async (method, path, message) => {
      const [status, code, text] = errorOf(await client.send(method, path, {}));
      expect([status, code]).toEqual([405, 'BadRequest_MethodNotAllowed']);
      expect(text.startsWith(message)).toBe(true);
    });
  });

  describe('writing', () => {
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

  describe('batches', () => {
    const id = () => client.server.companies[0]?.setup.id ?? '';
    const batch = (requests: readonly object[], headers?: Record<string, string>) =>
      client.send('POST', '$batch', { requests }, headers);

    it('answer each request by itself', async () => {
      const { json, status } = await batch([
        { id: '1', method: 'GET', url: `companies(${id()})/customers?$top=1&$select=number` },
        { method: 'GET', url: `companies(${id()})/nothing` },
        {
          id: '3',
          method: 'GET',
          url: `${client.server.apiUrl()}/customers?$top=1`,
          headers: { Company: 'CRONUS International Ltd.' },
        },
      ]);
      expect(status).toBe(200);
      const responses = [0, 1, 2].map((index) => json.at('responses').at(index));
      expect(responses.map((response) => [response.at('id').value, response.at('status').value])).toEqual([
        ['1', 200],
        [null, 404],
        ['3', 200],
      ]);
      expect(responses[0]?.at('body').rows).toHaveLength(1);
    });

    it('take everything back with Isolation: snapshot when one fails', async () => {
      const count = async () => (await get('~/customers/$count')).text;
      const before = await count();
      const requests = [
        { id: '1', method: 'POST', url: `companies(${id()})/customers`, body: { displayName: 'A' } },
        { id: '2', method: 'POST', url: `companies(${id()})/customers`, body: {} },
      ];
      expect((await batch(requests, { isolation: 'snapshot' })).json.at('responses').at(0).at('status').value).toBe(
        201,
      );
      expect(await count()).toBe(before);
      await batch(requests);
      expect(Number(await count())).toBe(Number(before) + 1);
    });

    it('hold at most 100 requests', async () => {
      const many = Array.from({ length: 101 }, (_item, index) => ({
        id: String(index),
        method: 'GET',
        url: 'companies',
      }));
      expect(errorOf(await batch(many))[0]).toBe(400);
      expect((await batch(many.slice(1))).status).toBe(200);
    });

    it('may be multipart, too', async () => {
      const body = `--b\r\nContent-Type: application/http\r\n\r\nGET companies HTTP/1.1\r\n\r\n\r\n--b--\r\n`;
      const answer = await client.send('POST', '$batch', body, { 'content-type': 'multipart/mixed; boundary=b' });
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('HTTP/1.1 200 OK');
    });

    it('are refused when they are none', async () => {
      expect(errorOf(await client.send('POST', '$batch', 'nonsense'))[0]).toBe(400);
      expect(errorOf(await client.send('GET', '$batch'))[0]).toBe(405);
    });
  });

  describe('commands', () => {
    it('post a payment that closes an invoice', async () => {
      const [open] = (await filtered('salesInvoices', "customerNumber eq '44180220' and status eq 'Open'")).json.rows;
      const paid = await client.command('payments', {
        customerNumber: '44180220',
        amount: open?.at('remainingAmount').value,
        appliesTo: [open?.at('number').value],
      });
      expect(paid.status).toBe(200);
      const after = (await get(`~/salesInvoices(${open?.at('id').text ?? ''})`)).json;
      expect([after.at('status').value, after.at('remainingAmount').value]).toEqual(['Paid', 0]);
      expect(after.at('@odata.etag').value).not.toBe(open?.at('@odata.etag').value);
      const ledger = await get(`${client.server.url}/sandbox/ledger?customer=44180220`);
      expect(ledger.json.at('balance').value).toBe(0);
    });

    it('move the work date, and with it what is overdue', async () => {
      const overdue = async () =>
        (await filtered('customerFinancialDetails', "number eq '31505050'")).json.rows[0]?.at('overdueAmount').number ??
        0;
      expect(await overdue()).toBe(0);
      await client.command('work-date', { date: '2026-12-31' });
      expect(await overdue()).toBeGreaterThan(1000);
      await client.command('work-date', { date: TODAY });
      expect(await overdue()).toBe(0);
    });

    it.each([
      ['payments', { customerNumber: 'nobody', amount: 1 }, 'The Customer does not exist.'],
      ['payments', { customerNumber: '10000', amount: -1 }, 'amount'],
      ['orders/ship', { id: 'nothing' }, 'The order cannot be found.'],
      ['work-date', { date: 'tomorrow' }, 'must be a date'],
      ['documents/status', { id: 'x', status: 'Open' }, 'no unposted document'],
      ['payments', { company: 'Nowhere', customerNumber: '10000', amount: 1 }, 'There is no company "Nowhere".'],
    ])('%s refuses %j', async (name, body, message) => {
      const answer = await client.command(name, body);
      expect(answer.status).toBe(400);
      expect(answer.json.at('error').at('message').text).toContain(message);
    });
  });
});

/** The rows of an expanded collection. */
class LineRows {
  constructor(private readonly collection: Json) {}

  get rows(): readonly Json[] {
    const { value } = this.collection;
    return Array.isArray(value) ? value.map((_row, index) => this.collection.at(index)) : [];
  }
}
