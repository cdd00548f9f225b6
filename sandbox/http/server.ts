import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { applyBodyFault } from './bodyFaults';
import { CallLog } from './calls';
import { registerControlRoutes } from './controlRoutes';
import { FaultSwitch } from './faults';
import type { CallDescription, FaultRule } from './faults';

/** Where the control endpoints are; calls to them are neither counted nor made to fail. */
export const CONTROL_PATH = '/sandbox/';

export interface SandboxServerOptions {
  readonly faults?: FaultSwitch;
  readonly calls?: CallLog;
  /** The entity set or table that a path addresses, for fault rules and the call log. */
  readonly entitySetOf: (url: string) => string | undefined;
  /** The server's own body for a status that a fault asks for; sent as application/json. */
  readonly errorBody: (status: number, correlationId: string) => string;
  /** Headers that every answer carries. */
  readonly responseHeaders?: (correlationId: string) => Readonly<Record<string, string>>;
  /** Bytes of the largest request body. */
  readonly bodyLimit?: number;
  readonly newCorrelationId?: () => string;
}

export interface SandboxServer {
  readonly app: FastifyInstance;
  readonly faults: FaultSwitch;
  readonly calls: CallLog;
  /** Starts listening and returns the address, `http://127.0.0.1:<port>`. Port 0 takes a free one. */
  readonly listen: (port: number, host?: string) => Promise<string>;
  /** Closes every connection, stalled ones included. */
  readonly close: () => Promise<void>;
}

interface OngoingCall {
  readonly description: CallDescription;
  readonly rule: FaultRule | undefined;
  readonly startedAt: number;
}

/**
 * A Fastify server with what both local services share: correlation ids (`request.id`), the fault switch, the call
 * log and their control endpoints. Bodies arrive as text, because a service words its own complaint about bad JSON.
 */
export function createSandboxServer(options: SandboxServerOptions): SandboxServer {
  const { faults = new FaultSwitch(), calls = new CallLog(), newCorrelationId = randomUUID } = options;
  const app = fastify({
    forceCloseConnections: true,
    bodyLimit: options.bodyLimit ?? 350 * 1024 * 1024,
    genReqId: () => newCorrelationId(),
    routerOptions: { maxParamLength: 65_536 },
    requestTimeout: 0,
    // Addresses of Dataverse may have 32,768 characters; Node's own limit for all headers is 16 KB.
    http: { maxHeaderSize: 65_536 },
    return503OnClosing: false,
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  const ongoing = new WeakMap<FastifyRequest, OngoingCall>();

  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith(CONTROL_PATH)) {
      return;
    }
    const call = begin(request, options, faults, calls);
    ongoing.set(request, call);
    reply.raw.once('close', () => finish(request, reply, call, calls));
    reply.headers(options.responseHeaders?.(request.id) ?? {});
    if (call.rule !== undefined) {
      await applyBeforeWork(call.rule, request, reply, options);
    }
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const fault = ongoing.get(request)?.rule?.fault;
    return fault === undefined ? payload : applyBodyFault(fault, payload, reply);
  });
  registerControlRoutes(app, faults, calls);

  return {
    app,
    faults,
    calls,
    listen: (port, host = '127.0.0.1') => app.listen({ port, host }),
    close: () => app.close(),
  };
}

function begin(
  request: FastifyRequest,
  options: SandboxServerOptions,
  faults: FaultSwitch,
  calls: CallLog,
): OngoingCall {
  const description: CallDescription = {
    number: calls.begin(),
    method: request.method,
    url: request.url,
    entitySet: options.entitySetOf(request.url),
    headers: request.headers,
  };
  return { description, rule: faults.take(description), startedAt: performance.now() };
}

function finish(request: FastifyRequest, reply: FastifyReply, call: OngoingCall, calls: CallLog): void {
  const { number, method, url, entitySet } = call.description;
  calls.end({
    number,
    method,
    url,
    entitySet,
    status: reply.raw.headersSent ? reply.raw.statusCode : undefined,
    correlationId: request.id,
    fault: call.rule?.fault.kind,
    duration: performance.now() - call.startedAt,
  });
}

/** What happens before the service sees the call. */
async function applyBeforeWork(
  { fault, delayMilliseconds }: FaultRule,
  request: FastifyRequest,
  reply: FastifyReply,
  options: SandboxServerOptions,
): Promise<void> {
  if (delayMilliseconds > 0) {
    await sleep(delayMilliseconds, undefined, { ref: false });
  }
  if (fault.kind === 'stall') {
    reply.hijack();
  } else if (fault.kind === 'cut' && fault.at === 'beforeWork') {
    reply.hijack();
    request.raw.socket.destroy();
  } else if (fault.kind === 'status') {
    reply
      .code(fault.status)
      .type('application/json')
      .headers(fault.headers ?? {});
    await reply.send(fault.body ?? options.errorBody(fault.status, request.id));
  }
}
