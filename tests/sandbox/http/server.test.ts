import { createSandboxServer } from '../../../sandbox/http/server';
import type { SandboxServer } from '../../../sandbox/http/server';

const BODY = JSON.stringify({ value: Array.from({ length: 50 }, (_item, index) => ({ index })) });

describe('a sandbox server', () => {
  let server: SandboxServer;
  let address: string;
  let worked: number;

  beforeEach(async () => {
    worked = 0;
    server = createSandboxServer({
      entitySetOf: (url) => /^\/api\/(\w+)/.exec(url)?.[1],
      errorBody: (status, correlationId) => JSON.stringify({ error: { code: String(status), message: correlationId } }),
      responseHeaders: (correlationId) => ({ 'request-id': correlationId }),
    });
    server.app.all('/api/*', async (_request, reply) => {
      worked += 1;
      return reply.type('application/json').send(BODY);
    });
    address = await server.listen(0);
  });

  afterEach(() => server.close());

  const get = (path: string, init?: RequestInit) => fetch(`${address}${path}`, init);

  it('answers as the service does when no rule is set', async () => {
    const response = await get('/api/customers?$top=1');
    expect(response.status).toBe(200);
    expect(response.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await response.text()).toBe(BODY);
  });

  it('counts calls by method, entity set and status, control calls apart', async () => {
    await (await get('/api/customers')).text();
    await (await get('/api/customers')).text();
    await (await get('/api/items', { method: 'POST', body: '{}' })).text();
    const summary: unknown = await (await get('/sandbox/calls')).json();
    expect(summary).toMatchObject({
      total: 3,
      counts: { 'GET customers 200': 2, 'POST items 200': 1 },
      calls: [{ number: 1 }, { number: 2 }, { number: 3, method: 'POST', url: '/api/items' }],
    });
    expect((await get('/sandbox/calls', { method: 'DELETE' })).status).toBe(204);
    expect(server.calls.total).toBe(0);
  });

  it('answers a status of the rule as often as it says, with its headers', async () => {
    const installed = await get('/sandbox/faults', {
      method: 'POST',
      body: JSON.stringify({
        when: { entitySet: 'Customers' },
        fault: { kind: 'status', status: 503, headers: { 'Retry-After': '7' } },
        times: 2,
      }),
    });
    expect(installed.status).toBe(201);
    expect((await get('/api/items')).status).toBe(200);
    const refused = await get('/api/customers');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '7']);
    expect(await refused.json()).toMatchObject({ error: { code: '503' } });
    expect((await get('/api/customers')).status).toBe(503);
    expect((await get('/api/customers')).status).toBe(200);
    expect(worked).toBe(2);
  });

  it('picks calls by number, method, address and header', async () => {
    server.faults.add({ when: { call: 2 }, fault: { kind: 'status', status: 500 } });
    server.faults.add({ when: { method: 'DELETE' }, fault: { kind: 'status', status: 504 } });
    server.faults.add({ when: { urlContains: 'skiptoken' }, fault: { kind: 'status', status: 429 } });
    server.faults.add({ when: { headers: { Prefer: 'maxpagesize' } }, fault: { kind: 'status', status: 408 } });
    const statuses = [
      (await get('/api/a')).status,
      (await get('/api/a')).status,
      (await get('/api/a', { method: 'DELETE' })).status,
      (await get('/api/a?$skiptoken=x')).status,
      (await get('/api/a', { headers: { prefer: 'odata.maxpagesize=5' } })).status,
    ];
    expect(statuses).toEqual([200, 500, 504, 429, 408]);
  });

  it('cuts the connection before the work is done', async () => {
    server.faults.add({ fault: { kind: 'cut', at: 'beforeWork' } });
    await expect(get('/api/a')).rejects.toThrow('fetch failed');
    expect(worked).toBe(0);
  });

  it('cuts the connection after the work and before the headers', async () => {
    server.faults.add({ fault: { kind: 'cut', at: 'beforeHeaders' } });
    await expect(get('/api/a')).rejects.toThrow('fetch failed');
    expect(worked).toBe(1);
  });

  it.each([0, 10])('cuts the connection after %i bytes of the body', async (bytes) => {
    server.faults.add({ fault: { kind: 'cut', at: bytes } });
    const response = await get('/api/a');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it('stalls until the client gives up, and closes all the same', async () => {
    server.faults.add({ fault: { kind: 'stall' } });
    const abort = new AbortController();
    const answer = get('/api/a', { signal: abort.signal });
    await new Promise((resolve) => setTimeout(resolve, 50));
    abort.abort();
    await expect(answer).rejects.toThrow('aborted');
    expect(worked).toBe(0);
  });

  it('sends half a page as a complete answer', async () => {
    server.faults.add({ fault: { kind: 'halfPage' } });
    const text = await (await get('/api/a')).text();
    expect(text).toBe(BODY.slice(0, Math.ceil(BODY.length / 2)));
  });

  it('sends malformed JSON and sign-in pages with status 200', async () => {
    server.faults.add({ fault: { kind: 'malformedJson' }, times: 1 });
    server.faults.add({ fault: { kind: 'signInPage' } });
    const malformed = await get('/api/a');
    expect(malformed.status).toBe(200);
    await expect(malformed.json()).rejects.toThrow('JSON');
    const page = await get('/api/a');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('Sign in');
  });

  it('drips the whole body in pieces, and delays', async () => {
    server.faults.add({ fault: { kind: 'drip', bytes: 100, everyMilliseconds: 1 }, delayMilliseconds: 5 });
    expect(await (await get('/api/a')).text()).toBe(BODY);
  });

  it('refuses a rule it does not understand and names the property', async () => {
    const response = await get('/sandbox/faults', { method: 'POST', body: '{"fault":{"kind":"status"}}' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('status');
    expect((await get('/sandbox/faults', { method: 'POST', body: 'nonsense' })).status).toBe(400);
  });

  it('lists and clears rules', async () => {
    const { id } = server.faults.add({ fault: { kind: 'delay' } });
    server.faults.add({ fault: { kind: 'stall' } });
    expect(await (await get('/sandbox/faults')).json()).toMatchObject({ rules: [{ id, applied: 0 }, {}] });
    await get(`/sandbox/faults?id=${id}`, { method: 'DELETE' });
    expect(server.faults.list()).toHaveLength(1);
    await get('/sandbox/faults', { method: 'DELETE' });
    expect(server.faults.list()).toEqual([]);
  });
});
