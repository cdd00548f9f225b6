import { z } from 'zod';
import { registerWebhook } from '../../../service/webhook/registerWebhook';
import { startService, type RunningService } from '../../../service/serve/startService';
import { systemTiming } from '../../../service/http/timing';
import { startBothSides, withSolution, type BothSides, type Connected } from '../sync/bothSides';

const KEY = 'a-key-that-nobody-guesses';
const COMPANY = 'CRONUS International Ltd.';
const options = { lane: 'onDemand', signal: new AbortController().signal } as const;
const row = z.record(z.string(), z.unknown());

const DONE = 727_000_002;
const WAITING = 727_000_000;

withSolution('a refresh that a seller asks for in Dataverse', () => {
  let sides: BothSides;
  let connected: Connected;
  let administrator: Connected;
  let seller: Connected;
  let service: RunningService;
  const events: string[] = [];

  async function start(): Promise<void> {
    events.length = 0;
    const note = (event: string): void => void events.push(event);
    service = await startService({
      dependencies: connected.dependencies,
      company: null,
      host: '127.0.0.1',
      port: 0,
      scheduleMinutes: 60,
      webhookKey: KEY,
      organization: new URL(sides.dataverse.url).hostname,
      log: { info: note, warn: note, failure: note },
    });
    while (!events.includes('synchronized')) await new Promise((resolve) => setTimeout(resolve, 5));
    await registerWebhook(administrator.api, { url: `http://127.0.0.1:${service.port}/webhook`, key: KEY }, options);
  }

  beforeAll(async () => {
    sides = await startBothSides();
    connected = sides.connect({ timing: systemTiming });
    administrator = sides.connect({ dataverseUser: 'admin@cronus.example' });
    seller = sides.connect({ dataverseUser: 'seller@cronus.example' });
    await start();
  }, 60_000);
  afterAll(async () => {
    await service.stop();
    for (const one of [connected, administrator, seller]) one.close();
    await sides.close();
  });

  async function customer(number: string): Promise<Record<string, unknown>> {
    const found = await seller.api.list(`bci_customers?$filter=bci_number eq '${number}'`, row, options);
    return found[0] ?? {};
  }

  function ask(customerId: unknown): Promise<string> {
    const request = { bci_name: 'Refresh', 'bci_CustomerId@odata.bind': `/bci_customers(${String(customerId)})` };
    return seller.api.create('bci_refreshrequests', request, options);
  }

  async function answered(ids: readonly string[]): Promise<Record<string, unknown>[]> {
    for (;;) {
      const rows = await Promise.all(ids.map((id) => seller.api.find(`bci_refreshrequests(${id})`, row, options)));
      const found = rows.flatMap((one) => (one === null ? [] : [one]));
      if (found.every((one) => Number(one.bci_state) >= DONE)) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('brings a payment of this minute to the form, in a handful of requests', async () => {
    const before = await customer('10000');
    sides.businessCentral.calls.reset();
    await fetch(`${sides.businessCentral.url}/sandbox/payments`, {
      method: 'POST',
      body: JSON.stringify({ company: COMPANY, customerNumber: '10000', amount: 1.25 }),
    });
    const [request] = await answered([await ask(before.bci_customerid)]);
    expect(request).toMatchObject({ bci_state: DONE, bci_errorcode: null });
    expect(request?.bci_message).toMatch(/^The figures are as of \d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC\.$/);
    const after = await customer('10000');
    expect(Number(after.bci_balance)).toBeCloseTo(Number(before.bci_balance) - 1.25, 3);
    const companyReads = sides.businessCentral.calls.summary().calls.filter(({ url }) => url.includes('/api/'));
    expect(companyReads.length).toBeLessThanOrEqual(14);
  }, 30_000);

  it('40 at once are one reading', async () => {
    const { bci_customerid: customerId } = await customer('20000');
    const runsBefore = await administrator.api.list('bci_syncruns?$filter=bci_trigger eq 727000001', row, options);
    const ids = await Promise.all(Array.from({ length: 40 }, () => ask(customerId)));
    await answered(ids);
    const runs = await administrator.api.list('bci_syncruns?$filter=bci_trigger eq 727000001', row, options);
    expect(runs.length - runsBefore.length).toBe(1);
  }, 30_000);

  it('is answered after a restart when it was asked while the service was down', async () => {
    const { bci_customerid: customerId } = await customer('30000');
    await service.stop();
    const id = await ask(customerId);
    const waiting = await seller.api.find(`bci_refreshrequests(${id})`, row, options);
    expect(waiting?.bci_state ?? WAITING).toBe(WAITING);
    await start();
    const [request] = await answered([id]);
    expect(request?.bci_state).toBe(DONE);
  }, 30_000);

  it('registering twice leaves one webhook', async () => {
    const address = { url: `http://127.0.0.1:${service.port}/webhook`, key: KEY };
    const first = await registerWebhook(administrator.api, address, options);
    expect(await registerWebhook(administrator.api, address, options)).toEqual(first);
    const endpoints = await administrator.api.list('serviceendpoints?$select=name,url', row, options);
    expect(endpoints).toMatchObject([{ url: address.url }]);
  }, 30_000);

  it('nobody without the rights registers a webhook', async () => {
    const address = { url: 'http://127.0.0.1:1/webhook', key: KEY };
    const registering = registerWebhook(seller.api, address, options);
    await expect(registering).rejects.toMatchObject({ kind: 'permission', status: 403 });
    await expect(registering).rejects.toThrow('the role "System Customizer"');
  }, 30_000);
});
