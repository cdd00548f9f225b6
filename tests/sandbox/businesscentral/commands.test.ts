import type { Client } from './client';
import { startClient, TODAY } from './client';

describe('commands of the local Business Central', () => {
  let client: Client;
  const get = (path: string, headers?: Record<string, string>) => client.get(path, headers);
  const filtered = (set: string, filter: string, more = '') =>
    client.get(`~/${set}?$filter=${encodeURIComponent(filter)}${more}`);

  beforeAll(async () => {
    client = await startClient();
  });
  afterAll(() => client.server.close());

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
