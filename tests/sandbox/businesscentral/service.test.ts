import { errorOf, NOW, startClient } from './client';
import type { Client } from './client';

describe('limits', () => {
  it('refuse the request after the last of a window with 429 and without Retry-After, user by user', async () => {
    let now = NOW;
    const client = await startClient({ clock: () => now, limits: { requests: 3, windowMilliseconds: 1_000 } });
    const statuses = async (count: number) => {
      const answers = [];
      for (let left = count; left > 0; left -= 1) {
        answers.push(await client.get('companies'));
      }
      return answers;
    };
    const answers = await statuses(4);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    const [refused] = answers.slice(3);
    expect(refused && errorOf(refused)[1]).toBe('Application_TooManyRequests');
    expect(refused?.headers.get('retry-after')).toBeNull();
    expect((await client.get('companies', { authorization: 'Bearer sandbox-other' })).status).toBe(200);
    now += 1_000;
    expect((await client.get('companies')).status).toBe(200);
    await client.server.close();
  });

  it('let so many run, so many wait, and refuse the rest', async () => {
    const client = await startClient({ limits: { running: 1, queued: 2 }, latencyMilliseconds: 30 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => client.get('companies')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429, 429]);
    expect((await client.command('limits', { running: 6 })).status).toBe(200);
    const again = await Promise.all(Array.from({ length: 6 }, () => client.get('companies')));
    expect(again.every(({ status }) => status === 200)).toBe(true);
    await client.server.close();
  });
});

describe('faults', () => {
  it('come as Business Central words them, for the entity set that the rule names', async () => {
    const client = await startClient();
    client.server.faults.add({ when: { entitySet: 'salesOrders' }, fault: { kind: 'status', status: 429 }, times: 1 });
    expect((await client.get('~/customers?$top=1')).status).toBe(200);
    expect(errorOf(await client.get('~/salesOrders'))[1]).toBe('Application_TooManyRequests');
    expect((await client.get('~/salesOrders?$top=1')).status).toBe(200);
    expect(client.server.calls.summary().counts).toEqual({
      'GET customers 200': 1,
      'GET salesOrders 429': 1,
      'GET salesOrders 200': 1,
    });
    await client.server.close();
  });
});

describe('permissions', () => {
  let client: Client;
  beforeAll(async () => {
    client = await startClient({
      tokens: {
        nobody: { denied: ['*'] },
        limited: { denied: ['salesOrders', 'salesInvoices', 'customerFinancialDetails'] },
      },
    });
  });
  afterAll(() => client.server.close());

  it('without any right answer 401', async () => {
    expect(errorOf(await client.get('companies', { authorization: 'Bearer nobody' })).slice(0, 2)).toEqual([
      401,
      'Authentication_InvalidCredentials',
    ]);
  });

  it('that are missing refuse or hide, set by set', async () => {
    const limited = { authorization: 'Bearer limited' };
    expect((await client.get('~/customers?$top=1', limited)).status).toBe(200);
    expect((await client.get('~/customerFinancialDetails', limited)).status).toBe(403);
    expect(errorOf(await client.get('~/salesOrders', limited))).toEqual([
      400,
      'Application_DialogException',
      'You do not have permissions to read Sales Orders.',
    ]);
    expect((await client.get('~/salesInvoices', limited)).json.rows).toEqual([]);
  });
});

describe('an environment with a name', () => {
  it('is the only one', async () => {
    const client = await startClient({ environment: 'Production', tenant: 'contoso.com' });
    expect((await client.get('companies')).status).toBe(200);
    expect(errorOf(await client.get(`${client.server.apiUrl('contoso.com', 'Sandbox')}/companies`))).toEqual([
      404,
      'NoEnvironment',
      'Environment does not exist.',
    ]);
    await client.server.close();
  });
});

describe('a generated company', () => {
  const options = { demo: false, generated: [{ customers: 3_000, seed: 'one' }] };
  let client: Client;
  beforeAll(async () => {
    client = await startClient(options);
  });
  afterAll(() => client.server.close());

  const q = encodeURIComponent;

  it('is the same at every start and another for another seed', async () => {
    const path = '~/customers?$top=50&$expand=customerFinancialDetail';
    const again = await startClient(options);
    const other = await startClient({ demo: false, generated: [{ customers: 3_000, seed: 'two' }] });
    const rows = async (one: Client) => (await one.get(path)).json.at('value').value;
    expect(await rows(again)).toEqual(await rows(client));
    expect(await rows(other)).not.toEqual(await rows(client));
    await again.server.close();
    await other.server.close();
  });

  it('agrees with itself: balances, ageing and open invoices', async () => {
    const customers = (
      await client.get('~/customers?$select=id&$expand=customerFinancialDetail,agedAccountsReceivable')
    ).json.rows;
    const open = (
      await client.get(
        `~/salesInvoices?$filter=${q("status eq 'Open'")}&$select=customerId,remainingAmount,currencyCode`,
      )
    ).json.rows;
    const owed = new Map<string, number>();
    for (const row of open) {
      const id = row.at('customerId').text;
      owed.set(id, (owed.get(id) ?? 0) + Math.round(row.at('remainingAmount').number * 100));
    }
    expect(customers).toHaveLength(3_000);
    expect(open.length).toBeGreaterThan(300);
    const disagreeing = customers.filter((row) => {
      const balance = row.at('customerFinancialDetail').at('balance').number;
      const isOwed = (owed.get(row.at('id').text) ?? 0) !== 0;
      return row.at('agedAccountsReceivable').at('balanceDue').number !== balance || (balance !== 0) !== isOwed;
    });
    expect(disagreeing).toEqual([]);
  });

  it('finds customers, documents and lines by id and number, and pages in order', async () => {
    const [row] = (await client.get(`~/customers?$filter=${q("number eq 'C0002500'")}`)).json.rows;
    const id = row?.at('id').text ?? '';
    expect((await client.get(`~/customers(${id})`)).json.at('number').value).toBe('C0002500');
    const orders = (await client.get('~/salesOrders?$expand=salesOrderLines')).json.rows;
    expect(orders.length).toBeGreaterThan(500);
    const last = orders.at(-1);
    const line = last?.at('salesOrderLines').at(0);
    expect((await client.get(`~/salesOrders(${last?.at('id').text ?? ''})`)).json.at('number').value).toBe(
      last?.at('number').value,
    );
    expect((await client.get(`~/salesOrderLines(${line?.at('id').text ?? ''})`)).json.at('documentId').value).toBe(
      last?.at('id').value,
    );
    const mine = await client.get(`~/salesOrders?$filter=${q(`customerId eq ${last?.at('customerId').text ?? ''}`)}`);
    expect(mine.json.column('customerId').every((one) => one === last?.at('customerId').value)).toBe(true);
    const ids = (await client.get('~/customers?$select=id&$orderby=id')).json.column('id');
    expect(ids).toEqual([...ids].sort());
  });

  it('takes changes like any other', async () => {
    const [row] = (await client.get(`~/customers?$filter=${q("number eq 'C0000007'")}`)).json.rows;
    const path = `~/customers(${row?.at('id').text ?? ''})`;
    await client.send('PATCH', path, { displayName: 'Renamed' }, { 'if-match': '*' });
    expect((await client.get(path)).json.at('displayName').value).toBe('Renamed');
    const before = (await client.get(`${path}/customerFinancialDetail`)).json.at('balance').number;
    const currency = row?.at('currencyCode').text;
    await client.command('payments', {
      customerNumber: 'C0000007',
      amount: 10,
      ...(currency === 'GBP' ? {} : { currencyCode: currency }),
      appliesTo: [],
    });
    expect((await client.get(`${path}/customerFinancialDetail`)).json.at('balance').number).toBeLessThan(before);
  });
});

describe('the demo company', () => {
  it('has the same ids and figures at every start and states that move with the work date', async () => {
    const path = '~/customers?$select=id,number&$expand=customerFinancialDetail,agedAccountsReceivable';
    const [first, again, later] = await Promise.all([
      startClient(),
      startClient(),
      startClient({ clock: () => Date.parse('2028-02-29T23:00:00Z') }),
    ]);
    const rows = async (client: Client) => (await client.get(path)).json;
    expect((await rows(again)).at('value').value).toEqual((await rows(first)).at('value').value);
    expect((await rows(later)).column('id')).toEqual((await rows(first)).column('id'));
    for (const client of [first, later]) {
      const aged = (await rows(client)).rows.map((row) => row.at('agedAccountsReceivable'));
      for (const bucket of ['currentAmount', 'period1Amount', 'period2Amount', 'period3Amount']) {
        expect(aged.some((one) => one.at(bucket).number > 0)).toBe(true);
      }
    }
    await Promise.all([first, again, later].map((client) => client.server.close()));
  });
});
