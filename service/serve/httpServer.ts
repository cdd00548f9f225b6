import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isRefreshRequestCreated, LARGEST_BODY_BYTES, refusalOf, rowIdOf } from '../webhook/webhookRequest';
import type { WebhookCall, WebhookExpectation } from '../webhook/webhookRequest';
import type { HealthReport } from './health';

/** Dataverse gives up after 60 s; nothing here takes that long. Source: Microsoft Learn, "Use webhooks". */
const REQUEST_TIMEOUT_MS = 10_000;

export interface HttpServerPorts {
  readonly webhook: WebhookExpectation;
  /** Takes note of a refresh request and returns at once. */
  readonly onRefreshRequest: (requestId: string) => Promise<void>;
  readonly health: () => Promise<HealthReport>;
  readonly onRefused: (status: number) => void;
}

function answer(response: ServerResponse, status: number, body?: object): void {
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    ...(body === undefined ? { 'Content-Length': '0' } : { 'Content-Type': 'application/json' }),
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** The body as text; `null` when it is larger than Dataverse ever sends. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY_BYTES) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const bytes of request) {
    if (!Buffer.isBuffer(bytes)) continue;
    length += bytes.length;
    if (length > LARGEST_BODY_BYTES) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function callOf(request: IncomingMessage): WebhookCall {
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = Array.isArray(value) ? value[0] : value;
  return { url: new URL(request.url ?? '/', 'http://service.invalid'), headers };
}

async function takeWebhook(request: IncomingMessage, response: ServerResponse, ports: HttpServerPorts): Promise<void> {
  const call = callOf(request);
  const refusal = refusalOf(call, ports.webhook);
  if (refusal !== null) {
    ports.onRefused(refusal);
    answer(response, refusal);
    return;
  }
  const body = await readBody(request);
  if (body === null) {
    answer(response, 413);
    return;
  }
  if (!isRefreshRequestCreated(call)) {
    answer(response, 204);
    return;
  }
  const requestId = rowIdOf(body);
  if (requestId === null) {
    answer(response, 400);
    return;
  }
  await ports.onRefreshRequest(requestId);
  answer(response, 202);
}

async function tellHealth(path: string, response: ServerResponse, ports: HttpServerPorts): Promise<void> {
  if (path === '/health/live') {
    answer(response, 200, { status: 'live' });
    return;
  }
  const report = await ports.health();
  answer(
    response,
    report.status === 'ready' ? 200 : 503,
    path === '/health/ready' ? { status: report.status } : report,
  );
}

async function route(request: IncomingMessage, response: ServerResponse, ports: HttpServerPorts): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://service.invalid').pathname;
  if (path === '/webhook') {
    if (request.method === 'POST') await takeWebhook(request, response, ports);
    else answer(response, 405);
  } else if (path === '/health' || path === '/health/live' || path === '/health/ready') {
    if (request.method === 'GET') await tellHealth(path, response, ports);
    else answer(response, 405);
  } else answer(response, 404);
}

/** `/webhook` for Dataverse, `/health`, `/health/live` and `/health/ready` for whoever runs the service. */
export function createHttpServer(ports: HttpServerPorts): Server {
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS },
    (request, response) => {
      route(request, response, ports).catch(() => {
        if (response.headersSent) response.destroy();
        else answer(response, 500);
      });
    },
  );
  server.keepAliveTimeout = 5000;
  return server;
}
