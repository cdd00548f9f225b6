import { inspect } from 'node:util';
import { z } from 'zod';
import type { HttpRequest } from '../../../service/http/httpClient';
import { ServiceError } from '../../../service/http/serviceError';
import { createClient, type ClientUnderTest } from './fakes';
import { answerJson, startLoopbackServer, type Answering, type LoopbackServer } from './loopbackServer';

const rows = z.object({ value: z.array(z.object({ id: z.string() })) });

function read(path = 'companies(1)/customers'): HttpRequest<z.infer<typeof rows>> {
  return { method: 'GET', path, lane: 'periodic', parse: (body) => rows.parse(body) };
}

let server: LoopbackServer;
let under: ClientUnderTest;

async function serve(answering: Answering, deadlineMs?: number): Promise<void> {
  server = await startLoopbackServer(answering);
  under = createClient(server.url, deadlineMs === undefined ? {} : { deadlineMs });
}

async function failure(request: HttpRequest<unknown> = read()): Promise<ServiceError> {
  const error: unknown = await under.client.send(request).catch((caught: unknown) => caught);
  if (!(error instanceof ServiceError)) throw new Error('expected a ServiceError');
  return error;
}

afterEach(async () => {
  under.client.close();
  await server.close();
});

describe('a request that succeeds', () => {
  it('is answered with the parsed body and the correlation id of the other side', async () => {
    await serve((response) => {
      answerJson(response, { value: [{ id: 'a' }] }, 200, { 'x-ms-service-request-id': 'abc' });
    });
    const response = await under.client.send(read());
    expect(response.body).toEqual({ value: [{ id: 'a' }] });
    expect(response.correlationId).toBe('abc');
  });

  it('carries the token, a user agent and an id of its own', async () => {
    await serve((response) => {
      answerJson(response, { value: [] });
    });
    await under.client.send(read());
    const headers = server.received[0]?.headers;
    expect(headers?.authorization).toBe('Bearer planted-token-1');
    expect(headers?.['user-agent']).toMatch(/^BusinessCentralIntegration\/\d+\.\d+\.\d+$/);
    expect(headers?.['x-ms-client-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('sends JSON and text bodies with their content type', async () => {
    await serve((response) => {
      response.writeHead(204).end();
    });
    const parse = (body: unknown): unknown => body;
    await under.client.send({ method: 'PATCH', path: 'a', json: { name: 'Grün' }, lane: 'periodic', parse });
    const text = { text: '--batch', contentType: 'multipart/mixed; boundary=batch' };
    const answer = await under.client.send({ method: 'POST', path: '$batch', text, lane: 'periodic', parse });
    expect(server.received.map((request) => [request.headers['content-type'], request.body])).toEqual([
      ['application/json; charset=utf-8', '{"name":"Grün"}'],
      ['multipart/mixed; boundary=batch', '--batch'],
    ]);
    expect(answer.body).toBeUndefined();
  });

  it('keeps every digit of a number when asked to', async () => {
    await serve((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"amount":123456789012345678.91}');
    });
    const response = await under.client.send({
      method: 'GET',
      path: 'a',
      lane: 'periodic',
      exactNumbers: true,
      parse: (body) => String(z.object({ amount: z.unknown() }).parse(body).amount),
    });
    expect(response.body).toBe('123456789012345678.91');
  });

  it('is not changed by keys that would reach into every object', async () => {
    await serve((response) => {
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"__proto__":{"polluted":true},"value":[{"id":"a","__proto__":{"polluted":true}}]}');
    });
    await under.client.send({ ...read(), exactNumbers: true });
    await under.client.send(read());
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('faults that pass', () => {
  it.each([500, 502, 503, 504, 408])('a %s is tried again', async (status) => {
    await serve((response, _request, number) => {
      if (number < 5) response.writeHead(status).end();
      else answerJson(response, { value: [] });
    });
    await under.client.send(read());
    expect(under.client.requestCount).toBe(5);
    expect(under.timing.waits).toEqual([250, 500, 1000, 2000]);
  });

  it('a connection cut before the answer is tried again', async () => {
    await serve((response, _request, number, incoming) => {
      if (number === 1) incoming.socket.destroy();
      else answerJson(response, { value: [] });
    });
    await under.client.send(read());
    expect(under.client.requestCount).toBe(2);
  });

  it('a connection cut in the body is tried again', async () => {
    await serve((response, _request, number, incoming) => {
      if (number > 1) {
        answerJson(response, { value: [{ id: 'whole' }] });
        return;
      }
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"value":[');
      setImmediate(() => incoming.socket.destroy());
    });
    const response = await under.client.send(read());
    expect(response.body.value).toEqual([{ id: 'whole' }]);
  });

  it('a body that stalls ends at the deadline and is tried again', async () => {
    await serve((response, _request, number) => {
      if (number > 1) {
        answerJson(response, { value: [] });
        return;
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"value":[');
    }, 150);
    await under.client.send(read());
    expect(under.client.requestCount).toBe(2);
  });

  it('a body that drips for ever ends at the deadline', async () => {
    const drips: NodeJS.Timeout[] = [];
    await serve((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      drips.push(setInterval(() => response.write(' '), 20));
    }, 150);
    const error = await failure();
    drips.forEach(clearInterval);
    expect(error).toMatchObject({ kind: 'transient', code: 'deadline' });
    expect(error.message).toContain('did not answer completely within 0.15 s for customers');
    expect(under.client.requestCount).toBe(5);
  });

  it('garbled JSON is asked for once more', async () => {
    await serve((response, _request, number) => {
      if (number === 1) response.writeHead(200, { 'content-type': 'application/json' }).end('{"value":[{"id":');
      else answerJson(response, { value: [{ id: 'a' }] });
    });
    const response = await under.client.send(read());
    expect(response.body.value).toHaveLength(1);
  });
});

describe('throttling', () => {
  it('after 429 without a header everyone pauses: 1 s, doubling, six tries', async () => {
    await serve((response) => {
      answerJson(response, { error: { code: 'Application_TooManyRequests', message: 'Too many requests.' } }, 429);
    });
    const error = await failure();
    expect(error).toMatchObject({ kind: 'throttled', status: 429, code: 'Application_TooManyRequests' });
    expect(under.gate.pauses).toEqual([1000, 2000, 4000, 8000, 16_000]);
    expect(under.client.requestCount).toBe(6);
  });

  it.each([
    ['7', [7000]],
    ['0', []],
    ['Tue, 30 Jun 2026 12:00:30 GMT', [30_000]],
    ['Tue, 30 Jun 2026 11:00:00 GMT', []],
    ['soon', [1000]],
    ['-5', [1000]],
    ['61,60', [1000]],
    ['', [1000]],
  ])('Retry-After "%s" pauses for %j ms', async (header, pauses) => {
    await serve((response, _request, number) => {
      if (number === 1) response.writeHead(429, { 'retry-after': header }).end();
      else answerJson(response, { value: [] });
    });
    await under.client.send(read());
    expect(under.gate.pauses).toEqual(pauses);
  });

  it('a wait of days ends the request at once and says for how long', async () => {
    await serve((response) => {
      response.writeHead(429, { 'retry-after': '2592000' }).end();
    });
    const error = await failure();
    expect(error).toMatchObject({ kind: 'throttled', retryAfterMs: 2_592_000_000 });
    expect(under.client.requestCount).toBe(1);
  });

  it('a POST that was throttled is sent again, one that may have been carried out is not', async () => {
    await serve((response, _request, number) => {
      response.writeHead(number === 1 ? 429 : 503).end();
    });
    const error = await failure({ method: 'POST', path: 'a', json: {}, lane: 'periodic', parse: (body) => body });
    expect(error.status).toBe(503);
    expect(under.client.requestCount).toBe(2);
  });

  it('a POST marked as repeatable is sent again', async () => {
    await serve((response, _request, number) => {
      if (number === 1) response.writeHead(503).end();
      else response.writeHead(204).end();
    });
    await under.client.send({ method: 'POST', path: 'a', lane: 'periodic', repeatable: true, parse: () => null });
    expect(under.client.requestCount).toBe(2);
  });
});

describe('sign-in', () => {
  it('a token refused once is renewed and the request repeated', async () => {
    await serve((response, request) => {
      if (request.headers.authorization === 'Bearer planted-token-1') response.writeHead(401).end();
      else answerJson(response, { value: [] });
    });
    await under.client.send(read());
    expect(under.tokens.forgotten).toEqual(['planted-token-1']);
    expect(under.timing.waits).toEqual([]);
  });

  it('a sign-in refused twice ends with what to check', async () => {
    await serve((response) => {
      const message =
        'The server has rejected the client credentials.  CorrelationId:  c32f628c-2b96-48c1-8b4b-7440366a21ef.';
      answerJson(response, { error: { code: 'Authentication_InvalidCredentials', message } }, 401);
    });
    const error = await failure();
    expect(error).toMatchObject({
      kind: 'signIn',
      status: 401,
      code: 'Authentication_InvalidCredentials',
      correlationId: 'c32f628c-2b96-48c1-8b4b-7440366a21ef',
    });
    expect(error.message).toContain('"The server has rejected the client credentials." Check BCI_TENANT_ID');
    expect(under.client.requestCount).toBe(2);
  });
});

describe('answers that are not the expected one', () => {
  it.each<[string, number, Record<string, string>, string]>([
    ['a sign-in page with status 200', 200, { 'content-type': 'text/html' }, '<html>Sign in</html>'],
    ['an empty answer', 200, { 'content-type': 'application/json' }, ''],
    ['truncated JSON', 200, { 'content-type': 'application/json' }, '{"value":[{"id":"a"},'],
    ['no list of rows', 200, { 'content-type': 'application/json' }, '{"items":[]}'],
    ['no content type', 200, {}, '{"value":[]}'],
    ['no content', 204, {}, ''],
  ])('%s is a protocol error and never "no rows"', async (_name, status, headers, body) => {
    await serve((response) => {
      response.writeHead(status, headers).end(body);
    });
    const error = await failure();
    expect(error.kind).toBe('protocol');
    expect(error.message).toContain('Business Central');
  });

  it('an answer beyond 50 MB is stopped', async () => {
    await serve((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const block = Buffer.alloc(1024 * 1024, 0x20);
      let sent = 0;
      const more = (): void => {
        while (sent < 600 && !response.destroyed && response.write(block)) sent += 1;
      };
      response.on('drain', more);
      more();
    });
    const error = await failure();
    expect(error).toMatchObject({ kind: 'protocol' });
    expect(error.message).toContain('50 MB');
  });

  it('a redirect is not followed and the token does not leave', async () => {
    const stranger = await startLoopbackServer((response) => {
      answerJson(response, { value: [] });
    });
    await serve((response) => {
      response.writeHead(302, { location: stranger.url }).end();
    });
    const error = await failure();
    expect(error).toMatchObject({ kind: 'config', status: 302 });
    expect(error.message).toContain('BCI_BUSINESS_CENTRAL_URL');
    expect(stranger.received).toEqual([]);
    await stranger.close();
  });

  it('a next page on another host is refused before anything is sent', async () => {
    await serve((response) => {
      answerJson(response, { value: [] });
    });
    const error = await failure(read('https://elsewhere.example/customers?page=2'));
    expect(error).toMatchObject({ kind: 'protocol' });
    expect(error.message).toContain('elsewhere.example');
    expect(server.received).toEqual([]);
  });
});

describe('refusals', () => {
  it.each<[number, string, string, string]>([
    [403, 'Authorization_RequestDenied', 'No access.', 'permission'],
    [400, 'Application_DialogException', 'You do not have permissions to read Sales Orders.', 'permission'],
    [400, 'Application_DialogException', 'A "displayName" must be provided.', 'refused'],
    [404, 'BadRequest_ResourceNotFound', "Resource not found for the segment 'x'.", 'refused'],
    [409, 'Request_EntityChanged', 'Another user has already changed the record.', 'refused'],
    [412, '0x80060882', 'The version does not match.', 'refused'],
    [501, '0x80060888', 'This is not implemented.', 'refused'],
  ])('%s %s "%s" is of kind %s and not repeated', async (status, code, message, kind) => {
    await serve((response) => {
      answerJson(response, { error: { code, message } }, status);
    });
    const error = await failure();
    expect(error).toMatchObject({ kind, status, code });
    expect(error.message).toContain(message);
    expect(under.client.requestCount).toBe(1);
  });
});

describe('stopping', () => {
  it('ends a running request at once', async () => {
    const controller = new AbortController();
    await serve(() => {
      controller.abort();
    });
    const error = await failure({ ...read(), signal: controller.signal });
    expect(error.kind).toBe('cancelled');
    expect(under.client.requestCount).toBe(1);
  });
});

describe('reaching the other side', () => {
  it('names host and setting when nothing listens there', async () => {
    await serve(() => undefined);
    await server.close();
    const error = await failure();
    expect(error).toMatchObject({ kind: 'transient', code: 'ECONNREFUSED' });
    expect(error.message).toContain(new URL(server.url).host);
    expect(error.message).toContain('nothing listens there. Check BCI_BUSINESS_CENTRAL_URL');
    expect(under.client.requestCount).toBe(5);
  });
});

describe('secrets', () => {
  it('no error shows the token, even when the other side repeats it', async () => {
    await serve((response, request) => {
      const message = `You sent ${request.headers.authorization ?? ''}`;
      answerJson(response, { error: { code: 'X', message } }, 400);
    });
    const error = await failure();
    const shown = [error.message, error.stack, JSON.stringify(error), inspect(error, { depth: 10 })].join('\n');
    expect(shown).toContain('You sent Bearer [token]');
    expect(shown).not.toContain('planted-token');
  });

  it('an error of the network holds neither the request nor a cause', async () => {
    await serve((_response, _request, _number, incoming) => incoming.socket.destroy());
    const error = await failure();
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('planted-token');
    expect(error.cause).toBeUndefined();
  });
});
