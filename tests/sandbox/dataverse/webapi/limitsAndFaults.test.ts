import { startHarbour } from './harbour';
import type { Harbour } from './harbour';

let harbour: Harbour;
afterEach(() => harbour.close());

it('answers 429 with Retry-After when a user sends too many requests, and lets others be', async () => {
  harbour = await startHarbour({ limits: { requests: 3 } });
  for (let number = 1; number <= 3; number += 1) expect((await harbour.admin.get('WhoAmI')).status).toBe(200);
  const refused = await harbour.admin.get('WhoAmI');
  expect([refused.status, refused.code]).toEqual([429, '0x80072322']);
  expect(refused.message).toBe('Number of requests exceeded the limit of 3 over time window of 300 seconds.');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await harbour.as('seller').get('WhoAmI')).status).toBe(200);
  harbour.limits.adjust({ requests: 10 });
  const after = await harbour.admin.get('WhoAmI');
  expect([after.status, after.headers.get('x-ms-ratelimit-burst-remaining-xrm-requests')]).toEqual([200, '6']);
});

it('refuses more than so many requests at a time, at once', async () => {
  harbour = await startHarbour({ limits: { concurrentRequests: 0 } });
  const refused = await harbour.admin.get('WhoAmI');
  expect([refused.status, refused.code]).toEqual([429, '0x80072326']);
});

it('refuses when the combined execution time is used up', async () => {
  harbour = await startHarbour({ limits: { executionMilliseconds: 0 } });
  await harbour.admin.get('WhoAmI');
  const refused = await harbour.admin.get('WhoAmI');
  expect([refused.status, refused.code]).toEqual([429, '0x80072321']);
});

it('fails when it is told to, by call number, set and status, and logs its calls', async () => {
  harbour = await startHarbour();
  harbour.faults.add({
    when: { entitySet: 'tst_ships', method: 'GET' },
    fault: { kind: 'status', status: 503 },
    times: 1,
  });
  expect((await harbour.admin.get('tst_ports')).status).toBe(200);
  const failed = await harbour.admin.get('tst_ships');
  expect([failed.status, failed.code]).toEqual([503, '0x80040216']);
  expect((await harbour.admin.get('tst_ships')).status).toBe(200);
  const response = await fetch(`${harbour.url}/sandbox/calls`);
  expect(await response.json()).toMatchObject({ total: 3, counts: { 'GET tst_ships 503': 1, 'GET tst_ships 200': 1 } });
});

it('carries the request’s id on every answer', async () => {
  harbour = await startHarbour();
  const { headers } = await harbour.admin.get('WhoAmI');
  expect(headers.get('odata-version')).toBe('4.0');
  expect(headers.get('x-ms-service-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

it('lets other routes share its origin', async () => {
  harbour = await startHarbour({
    extraRoutes: (app, organization) => {
      app.get('/', () => ({ organization: organization.uniqueName }));
    },
  });
  expect(await (await fetch(`${harbour.url}/`)).json()).toEqual({ organization: 'cronus' });
});

it('lets an upsert of a new key lose a race when told to, with the row there then', async () => {
  harbour = await startHarbour();
  const armed = await fetch(`${harbour.url}/sandbox/races`, { method: 'POST', body: '{"entitySet":"tst_ports"}' });
  expect(armed.status).toBe(204);
  const first = await harbour.admin.patch("tst_ports(tst_code='R')", { tst_name: 'Raced' });
  expect([first.status, first.code]).toEqual([412, '0x80040237']);
  expect(
    (await harbour.admin.patch("tst_ports(tst_code='R')", { tst_name: 'Again' }, { 'if-match': '*' })).status,
  ).toBe(204);
  expect((await harbour.admin.get("tst_ports(tst_code='R')?$select=tst_name")).json.tst_name).toBe('Again');
  expect((await fetch(`${harbour.url}/sandbox/races`, { method: 'POST', body: '{}' })).status).toBe(400);
});

it('reads addresses of up to 32,768 characters', async () => {
  harbour = await startHarbour();
  const filter = (length: number): string => `accounts?$filter=name eq '${'x'.repeat(length)}'`;
  expect((await harbour.admin.get(filter(32_000))).status).toBe(200);
  expect((await harbour.admin.get(filter(33_000))).status).toBe(414);
});
