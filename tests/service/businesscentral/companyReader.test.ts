import { calendarDate } from '../../../domain/calendarDate';
import { ApiEnvironment, businessCentralApiUrl, webClientUrl } from '../../../service/businesscentral/environment';
import type { BusinessCentralReader, Page, Pages, ReadOptions } from '../../../service/sync/ports';
import { createClient } from '../http/fakes';
import { answerJson, startLoopbackServer, type LoopbackServer, type ReceivedRequest } from '../http/loopbackServer';

const COMPANY = 'a0a0a0a0-bbbb-4ccc-8ddd-e1e1e1e1e1e1';
const CUSTOMER = 'f2a5738a-44e3-ea11-bb43-000d3a2feca1';
const NULL_GUID = '00000000-0000-0000-0000-000000000000';
const periodic: ReadOptions = { lane: 'periodic', signal: new AbortController().signal };

let server: LoopbackServer;

/** Answers by entity set; a list is wrapped into a page. */
async function serve(answers: Readonly<Record<string, unknown>>): Promise<BusinessCentralReader> {
  server = await startLoopbackServer((response, request) => {
    const set = /\)\/(\w+)/.exec(request.url)?.[1] ?? request.url.slice(1);
    const answer = answers[set];
    const body: unknown =
      typeof answer === 'function' ? (answer as (request: ReceivedRequest) => unknown)(request) : answer;
    if (body === undefined) answerJson(response, { error: { code: 'BadRequest_ResourceNotFound', message: set } }, 404);
    else answerJson(response, Array.isArray(body) ? { value: body } : body);
  });
  const { client } = createClient(server.url);
  const settings = { url: server.url, tenantId: null, environmentName: 'sandbox', company: null };
  return new ApiEnvironment(client, settings).reader({ id: COMPANY, name: 'CRONUS', displayName: 'CRONUS Ltd.' });
}

async function all<T>(pages: Pages<T>): Promise<{ records: T[]; refused: Page<T>['refused'] }> {
  const records: T[] = [];
  const refused: Page<T>['refused'][number][] = [];
  for await (const page of pages) {
    records.push(...page.records);
    refused.push(...page.refused);
  }
  return { records, refused };
}

function customer(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    '@odata.etag': 'W/"1"',
    id: CUSTOMER.toUpperCase(),
    number: '10000',
    displayName: 'Adatum Corporation',
    salespersonCode: 'PS',
    blocked: '_x0020_',
    creditLimit: 1000.5,
    currencyCode: 'GBP',
    paymentTermsId: NULL_GUID,
    ...changes,
  };
}

afterEach(() => server.close());

describe('customers', () => {
  it('are read with the properties that are needed, in pages, from a replica', async () => {
    const reader = await serve({ customers: [customer()] });
    const { records } = await all(reader.customers(periodic));
    expect(records).toEqual([
      {
        systemId: CUSTOMER,
        number: '10000',
        name: 'Adatum Corporation',
        salespersonCode: 'PS',
        blocked: 'none',
        creditLimit: '1000.5',
        currencyCode: 'GBP',
        paymentTermsId: null,
      },
    ]);
    const [request] = server.received;
    expect(decodeURIComponent(request?.url ?? '')).toBe(
      `/companies(${COMPANY})/customers?$select=id,number,displayName,salespersonCode,blocked,creditLimit,currencyCode,paymentTermsId`,
    );
    expect(request?.headers).toMatchObject({ prefer: 'odata.maxpagesize=5000', 'data-access-intent': 'ReadOnly' });
  });

  it.each([
    ['_x0020_', 'none'],
    [' ', 'none'],
    ['Ship', 'ship'],
    ['Invoice', 'invoice'],
    ['All', 'all'],
  ])('blocked "%s" means %s', async (blocked, expected) => {
    const reader = await serve({ customers: [customer({ blocked })] });
    const { records } = await all(reader.customers(periodic));
    expect(records[0]?.blocked).toBe(expected);
  });

  it.each<[string, unknown]>([
    ['creditLimit', '1,234.50'],
    ['creditLimit', null],
    ['number', ''],
    ['blocked', 'Payment_x0020_Hold'],
    ['paymentTermsId', 'x'],
  ])('one with %s = %j is refused by itself, the others are read', async (property, value) => {
    const reader = await serve({ customers: [customer({ [property]: value }), customer({ number: '20000' })] });
    const { records, refused } = await all(reader.customers(periodic));
    expect(records.map((record) => record.number)).toEqual(['20000']);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ systemId: CUSTOMER, customerId: CUSTOMER });
    expect(refused[0]?.reason).toContain(`: ${property}: `);
  });

  it('a property that is missing makes the whole answer unusable', async () => {
    const older = Object.fromEntries(Object.entries(customer()).filter(([name]) => name !== 'creditLimit'));
    const reader = await serve({ customers: [older] });
    await expect(all(reader.customers(periodic))).rejects.toMatchObject({
      kind: 'protocol',
      message: expect.stringContaining('creditLimit is missing') as string,
    });
  });

  it('keep every digit of an amount', async () => {
    server = await startLoopbackServer((response) => {
      const text = JSON.stringify({ value: [customer()] }).replace('1000.5', '90000000000000123.45');
      response.writeHead(200, { 'content-type': 'application/json' }).end(text);
    });
    const { client } = createClient(server.url);
    const settings = { url: server.url, tenantId: null, environmentName: 'sandbox', company: null };
    const reader = new ApiEnvironment(client, settings).reader({ id: COMPANY, name: '', displayName: '' });
    const { records } = await all(reader.customers(periodic));
    expect(records[0]?.creditLimit).toBe('90000000000000123.45');
  });
});

describe('pages', () => {
  function page(rows: unknown[], next?: string): unknown {
    return { value: rows, ...(next === undefined ? {} : { '@odata.nextLink': new URL(next, server.url).href }) };
  }

  it('are followed to the end, whatever their size, empty ones included', async () => {
    const reader = await serve({
      customers: ({ url }: ReceivedRequest) => {
        if (url.endsWith('page=2')) return page([], `companies(${COMPANY})/customers?page=3`);
        if (url.endsWith('page=3')) return page([customer({ number: '3' })]);
        return page([customer({ number: '1' })], `companies(${COMPANY})/customers?page=2`);
      },
    });
    const { records } = await all(reader.customers(periodic));
    expect(records.map((record) => record.number)).toEqual(['1', '3']);
  });

  it('that run in a circle end the reading', async () => {
    const reader = await serve({
      customers: () => page([customer()], `companies(${COMPANY})/customers?page=1`),
    });
    await expect(all(reader.customers(periodic))).rejects.toMatchObject({ kind: 'protocol' });
    expect(server.received).toHaveLength(2);
  });

  it('on another host are not read', async () => {
    const reader = await serve({ customers: () => page([customer()], 'https://evil.example/customers') });
    await expect(all(reader.customers(periodic))).rejects.toMatchObject({ kind: 'protocol' });
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ['is the end when the number of rows says so', 5000, true],
    ['is an error when rows are missing', 5001, false],
  ])('a full page without a next one %s', async (_name, count, complete) => {
    const rows = Array.from({ length: 5000 }, (_, index) => customer({ number: String(index) }));
    const reader = await serve({
      customers: ({ url }: ReceivedRequest) =>
        url.includes('count=true') ? { value: [customer()], '@odata.count': count } : page(rows),
    });
    const reading = all(reader.customers(periodic));
    if (complete) expect((await reading).records).toHaveLength(5000);
    else await expect(reading).rejects.toMatchObject({ kind: 'protocol' });
  });

  it('of another shape are an error and never an empty list', async () => {
    const reader = await serve({ customers: { items: [] } });
    await expect(all(reader.customers(periodic))).rejects.toMatchObject({ kind: 'protocol' });
  });
});

describe('figures of customers', () => {
  it('ageing leaves out the last row, which is the total', async () => {
    const row = (customerId: string, name: string): Record<string, unknown> => ({
      customerId,
      customerNumber: name,
      currentAmount: 1,
      period1Amount: 2.25,
      period2Amount: -3,
      period3Amount: 0,
      agedAsOfDate: '2026-06-30',
      periodLengthFilter: '30D',
    });
    const reader = await serve({ agedAccountsReceivables: [row(CUSTOMER, '10000'), row(NULL_GUID, 'Total')] });
    const { records, refused } = await all(reader.agedAccountsReceivables(periodic));
    expect(refused).toEqual([]);
    expect(records).toEqual([
      expect.objectContaining({
        customerId: CUSTOMER,
        period1Amount: '2.25',
        period2Amount: '-3',
        agedAsOf: '2026-06-30',
        periodDays: 30,
      }),
    ]);
  });

  it('sales are asked for by posting date, both days included', async () => {
    const reader = await serve({
      customerSales: [{ customerId: CUSTOMER, customerNumber: '10000', totalSalesAmount: 83956.45 }],
    });
    const range = { from: calendarDate('2026-01-01'), to: calendarDate('2026-06-30') };
    const { records } = await all(reader.customerSales(range, periodic));
    expect(records).toEqual([{ customerId: CUSTOMER, salesAmount: '83956.45' }]);
    expect(decodeURIComponent(server.received[0]?.url ?? '')).toContain(
      '$filter=dateFilter_FilterOnly ge 2026-01-01 and dateFilter_FilterOnly le 2026-06-30',
    );
  });

  it('orders carry all of their lines, also those of a next page', async () => {
    const line = (quantity: number): Record<string, unknown> => ({
      quantity,
      shippedQuantity: 0,
      invoicedQuantity: 0,
      netAmountIncludingTax: quantity * 10,
    });
    const reader = await serve({
      salesOrders: ({ url }: ReceivedRequest) =>
        url.includes('lines=2')
          ? { value: [line(2)] }
          : [
              {
                id: CUSTOMER,
                number: '101005',
                billToCustomerId: CUSTOMER,
                currencyCode: 'GBP',
                orderDate: '2026-01-31',
                postingDate: '0001-01-01',
                salesOrderLines: [line(1)],
                'salesOrderLines@odata.nextLink': `${server.url}companies(${COMPANY})/salesOrders?lines=2`,
              },
            ],
    });
    const { records } = await all(reader.salesOrders(periodic));
    expect(records[0]).toMatchObject({ orderDate: '2026-01-31', postingDate: null });
    expect(records[0]?.lines.map((each) => each.quantity)).toEqual(['1', '2']);
  });

  it('the last invoice of one customer is a posted one', async () => {
    const invoice = (number: string, status: string, remainingAmount: number): Record<string, unknown> => ({
      id: CUSTOMER,
      number,
      billToCustomerId: CUSTOMER,
      status,
      postingDate: '2026-05-01',
      remainingAmount,
    });
    const reader = await serve({
      salesInvoices: [invoice('draft', 'Draft', 5), invoice('paid', 'Paid', 0), invoice('open', 'Open', 5)],
    });
    const filter = { postedFrom: calendarDate('2025-01-01') };
    const { records } = await all(reader.postedSalesInvoices(filter, { ...periodic, customerId: CUSTOMER }));
    expect(records.map((record) => record.number)).toEqual(['paid']);
    expect(decodeURIComponent(server.received[0]?.url ?? '')).toContain(
      '$orderby=postingDate desc,number desc&$top=20',
    );
  });
});

describe('what a company shares', () => {
  it('is read whole', async () => {
    const reader = await serve({
      companyInformation: [{ currencyCode: 'GBP', currentFiscalYearStartDate: '2026-01-01' }],
      accountingPeriods: [{ startingDate: '2026-01-01', newFiscalYear: true }],
      currencies: [{ code: 'JPY', amountDecimalPlaces: '0:0' }],
      currencyExchangeRates: [
        {
          currencyCode: 'USD',
          startingDate: '2026-01-01',
          exchangeRateAmount: 1.0812345678,
          relationalCurrencyCode: '',
          relationalExchangeRateAmount: 0.93,
        },
        {
          currencyCode: 'XCD',
          startingDate: '2026-01-01',
          exchangeRateAmount: 1,
          relationalCurrencyCode: 'USD',
          relationalExchangeRateAmount: 0.37,
        },
      ],
      paymentTerms: [{ id: CUSTOMER, code: '10 DAYS', displayName: 'Net 10 days' }],
    });
    expect(await reader.companyInformation(periodic)).toEqual({
      localCurrencyCode: 'GBP',
      currentFiscalYearStart: '2026-01-01',
    });
    expect(await reader.accountingPeriods(periodic)).toEqual([{ startingDate: '2026-01-01', newFiscalYear: true }]);
    expect(await reader.currencies(periodic)).toEqual([{ code: 'JPY', decimals: 0 }]);
    expect((await reader.exchangeRates(periodic)).map((rate) => rate.exchangeRateAmount)).toEqual(['1.0812345678']);
    expect(await reader.paymentTerms(periodic)).toEqual([{ systemId: CUSTOMER, code: '10 DAYS', name: 'Net 10 days' }]);
  });

  it('with one wrong value is an error: no figure could be trusted', async () => {
    const reader = await serve({ accountingPeriods: [{ startingDate: '2026-02-30', newFiscalYear: true }] });
    await expect(reader.accountingPeriods(periodic)).rejects.toMatchObject({ kind: 'protocol' });
  });
});

describe('on-demand reads', () => {
  const onDemand: ReadOptions = { lane: 'onDemand', signal: periodic.signal, customerId: CUSTOMER };

  interface BatchRequest {
    readonly requests: readonly { readonly id: string; readonly url: string }[];
  }

  function parseBatch(request: ReceivedRequest): BatchRequest {
    return JSON.parse(request.body) as BatchRequest;
  }

  const detail = { id: CUSTOMER, number: '10000', balance: 12, overdueAmount: 3 };

  it('that are asked for together travel in one request', async () => {
    const reader = await serve({
      $batch: (request: ReceivedRequest) => ({
        responses: parseBatch(request)
          .requests.map(({ id, url }) => ({
            id,
            status: 200,
            headers: {},
            body: { value: url.includes('customerFinancialDetails') ? [detail] : [customer()] },
          }))
          .reverse(),
      }),
    });
    const [customers, details] = await Promise.all([
      all(reader.customers(onDemand)),
      all(reader.financialDetails(onDemand)),
    ]);
    expect(server.received).toHaveLength(1);
    expect(customers.records[0]?.number).toBe('10000');
    expect(details.records).toEqual([{ customerId: CUSTOMER, balance: '12', overdueAmount: '3' }]);
    const [batch] = server.received;
    if (batch === undefined) throw new Error('no request');
    expect(parseBatch(batch).requests.map(({ url }) => decodeURIComponent(url).split('$filter=')[1])).toEqual([
      `id eq ${CUSTOMER}`,
      `id eq ${CUSTOMER}`,
    ]);
  });

  it('that the batch does not answer are asked for by themselves', async () => {
    const reader = await serve({
      $batch: { responses: [{ id: '2', status: 429, body: { error: { code: 'x', message: 'y' } } }] },
      customers: [customer()],
      customerFinancialDetails: [detail],
    });
    const [customers, details] = await Promise.all([
      all(reader.customers(onDemand)),
      all(reader.financialDetails(onDemand)),
    ]);
    expect([customers.records.length, details.records.length]).toEqual([1, 1]);
    expect(server.received).toHaveLength(3);
  });

  it('work without batches too', async () => {
    const reader = await serve({ customers: [customer()], customerFinancialDetails: [detail] });
    const [customers] = await Promise.all([all(reader.customers(onDemand)), all(reader.financialDetails(onDemand))]);
    expect(customers.records).toHaveLength(1);
  });

  it('come from the original, not from a replica', async () => {
    const reader = await serve({ customers: [customer()] });
    await all(reader.customers(onDemand));
    expect(server.received[0]?.headers['data-access-intent']).toBeUndefined();
  });
});

describe('the environment', () => {
  const settings = {
    url: 'https://api.businesscentral.dynamics.com/',
    tenantId: 'contoso.onmicrosoft.com',
    environmentName: 'Production EU',
    company: null,
  };

  beforeEach(async () => {
    await serve({});
  });

  it('has its addresses', () => {
    expect(businessCentralApiUrl(settings)).toBe(
      'https://api.businesscentral.dynamics.com/v2.0/contoso.onmicrosoft.com/Production%20EU/api/v2.0/',
    );
    expect(webClientUrl(settings)).toBe('https://businesscentral.dynamics.com/contoso.onmicrosoft.com/Production%20EU');
    expect(
      webClientUrl({ ...settings, url: 'http://127.0.0.1:4701', tenantId: null, environmentName: 'sandbox' }),
    ).toBe('http://127.0.0.1:4701/sandbox');
  });
});

describe('the companies of an environment', () => {
  it('are read to the last page', async () => {
    server = await startLoopbackServer((response, request) => {
      if (request.url.endsWith('page=2')) {
        answerJson(response, { value: [{ id: CUSTOMER, name: 'My Company', displayName: '' }] });
        return;
      }
      const first = { id: COMPANY.toUpperCase(), name: 'CRONUS International Ltd.', displayName: 'CRONUS' };
      answerJson(response, { value: [first], '@odata.nextLink': `${server.url}companies?page=2` });
    });
    const settings = { url: server.url, tenantId: null, environmentName: 'sandbox', company: null };
    const environment = new ApiEnvironment(createClient(server.url).client, settings);
    expect(await environment.companies(periodic)).toEqual([
      { id: COMPANY, name: 'CRONUS International Ltd.', displayName: 'CRONUS' },
      { id: CUSTOMER, name: 'My Company', displayName: '' },
    ]);
  });
});
