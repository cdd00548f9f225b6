import { startBusinessCentral, type LocalBusinessCentral } from '../../../sandbox/businesscentral/server';
import { calendarDate } from '../../../domain/calendarDate';
import { ApiEnvironment, businessCentralApiUrl } from '../../../service/businesscentral/environment';
import { businessCentralLimits, InProcessRequestGate } from '../../../service/gate/inProcessRequestGate';
import { ApiClient } from '../../../service/http/apiClient';
import { businessCentralDescription } from '../../../service/http/apiDescription';
import { systemTiming } from '../../../service/http/timing';
import type { BusinessCentralReader, Pages, ReadOptions } from '../../../service/sync/ports';

const signal = new AbortController().signal;
const periodic: ReadOptions = { lane: 'periodic', signal };
const thisYear = { from: calendarDate('2026-01-01'), to: calendarDate('2026-12-31') };
const posted = { postedFrom: calendarDate('2020-01-01') };

let server: LocalBusinessCentral;
let client: ApiClient;
let reader: BusinessCentralReader;

async function records<T>(pages: Pages<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) {
    expect(page.refused).toEqual([]);
    all.push(...page.records);
  }
  return all;
}

beforeEach(async () => {
  server = await startBusinessCentral({ workDate: '2026-03-10', pageSize: 20, limits: { queued: 0 } });
  const settings = { url: server.url, tenantId: 'contoso.com', environmentName: 'Sandbox', company: null };
  client = new ApiClient({
    api: businessCentralDescription,
    baseUrl: businessCentralApiUrl(settings),
    tokens: { getToken: () => Promise.resolve('sandbox-business-central'), forget: () => undefined },
    gate: new InProcessRequestGate({ businessCentral: businessCentralLimits }, systemTiming),
    timing: systemTiming,
    connections: 5,
  });
  const environment = new ApiEnvironment(client, settings);
  const [company] = await environment.companies(periodic);
  if (company === undefined) throw new Error('no company');
  reader = environment.reader(company);
});

afterEach(async () => {
  client.close();
  await server.close();
});

describe('the local Business Central', () => {
  it('is read whole: every source tells of the same customers', async () => {
    const customers = await records(reader.customers(periodic));
    const ids = new Set(customers.map(({ systemId }) => systemId));
    expect(ids.size).toBe(customers.length);
    expect(customers.length).toBeGreaterThan(20);
    const details = await records(reader.financialDetails(periodic));
    expect(new Set(details.map(({ customerId }) => customerId))).toEqual(ids);
    for (const { customerId } of await records(reader.agedAccountsReceivables(periodic)))
      expect(ids).toContain(customerId);
    for (const { customerId } of await records(reader.customerSales(thisYear, periodic)))
      expect(ids).toContain(customerId);
    for (const order of await records(reader.salesOrders(periodic))) {
      expect(ids).toContain(order.billToCustomerId);
      expect(order.lines.length).toBeGreaterThan(0);
    }
  });

  it('adds up: the four ages of a customer are its balance', async () => {
    const balances = new Map(
      (await records(reader.financialDetails(periodic))).map(({ customerId, balance }) => [
        customerId,
        Number(balance),
      ]),
    );
    for (const row of await records(reader.agedAccountsReceivables(periodic))) {
      const aged = [row.currentAmount, row.period1Amount, row.period2Amount, row.period3Amount].map(Number);
      expect(aged.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(balances.get(row.customerId) ?? NaN, 2);
    }
  });

  it('is asked five things at a time and never more, however many are wanted', async () => {
    await Promise.all(Array.from({ length: 30 }, () => reader.paymentTerms(periodic)));
    expect(server.calls.count(({ status }) => status === 429)).toBe(0);
  });

  it('gives all figures of one customer in one request', async () => {
    const [customer] = await records(reader.customers(periodic));
    const options: ReadOptions = { lane: 'onDemand', signal, customerId: customer?.systemId ?? '' };
    const before = client.requestCount;
    const [one, details] = await Promise.all([
      records(reader.customers(options)),
      records(reader.financialDetails(options)),
      records(reader.agedAccountsReceivables(options)),
      records(reader.customerSales(thisYear, options)),
      records(reader.salesOrders(options)),
      records(reader.openSalesInvoices(options)),
      records(reader.postedSalesInvoices(posted, options)),
    ]);
    expect(client.requestCount - before).toBe(1);
    expect([one, details.map(({ customerId }) => customerId)]).toEqual([[customer], [options.customerId]]);
  });

  it('gives the last posted invoice of one customer, the same that the whole list ends with', async () => {
    const all = await records(reader.postedSalesInvoices(posted, periodic));
    const [first] = all;
    const own = all
      .filter(({ billToCustomerId }) => billToCustomerId === first?.billToCustomerId)
      .sort((a, b) => (`${a.postingDate} ${a.number}` < `${b.postingDate} ${b.number}` ? 1 : -1));
    const options: ReadOptions = { lane: 'onDemand', signal, customerId: first?.billToCustomerId ?? '' };
    const last = await records(reader.postedSalesInvoices(posted, options));
    expect(last).toEqual(own.slice(0, 1));
  });
});
