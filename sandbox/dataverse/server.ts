import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { WebHooks } from './events/webHooks';
import { ServiceProtection } from './limits';
import { createOrganization } from './organization';
import { routerPorts } from './ports';
import { answerBatch } from './webapi/batch';
import { signInName } from './webapi/caller';
import { errorBody, errorResponse } from './webapi/errorResponse';
import { WebApi } from './webapi/service';
import { registerRaces, UpsertRaces } from './upsertRaces';
import { registerWebResources } from './webResources';
import { createSandboxServer } from '../http/server';
import type { ServiceProtectionLimits } from './limits';
import type { KeyActivation } from './solution/keyIndex';
import type { SolutionService } from './solution/solutionService';
import type { Organization } from './records/session';
import type { ApiResponse } from './webapi/messages';
import type { IncomingRequest } from './webapi/service';
import type { CallLog } from '../http/calls';
import type { FaultSwitch } from '../http/faults';

export interface DataverseOptions {
  /** 0 takes a free port. */
  readonly port: number;
  readonly host?: string;
  /** Scheme and host that answers name; the address that is listened on when left out. */
  readonly baseUrl?: string;
  /** The present instant of the organization's rows. */
  readonly clock?: () => Date;
  readonly limits?: Partial<ServiceProtectionLimits>;
  readonly faults?: FaultSwitch;
  readonly calls?: CallLog;
  /** More routes of the same origin, such as the Sales client; registered before listening. */
  readonly extraRoutes?: (app: FastifyInstance, organization: Organization) => void | Promise<void>;
}

/** A local Dataverse that is listening. */
export interface RunningDataverse {
  /** e.g. `http://127.0.0.1:4700`. */
  readonly url: string;
  readonly organization: Organization;
  readonly faults: FaultSwitch;
  readonly calls: CallLog;
  readonly limits: ServiceProtection;
  readonly races: UpsertRaces;
  /** Imports a packed solution as the administrator would. Throws SolutionRefused with the reason. */
  readonly importSolution: (bytes: Uint8Array) => void;
  readonly solutions: SolutionService;
  /** What becomes of the indexes of alternate keys that are imported from now on. */
  readonly setKeyActivation: (activation: KeyActivation) => void;
  /** Resolves when no web hook is being called. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts a local Dataverse with Sales, the sandbox's users, and the Web API v9.2 under `/api/data/v9.2/`. */
export async function startDataverse(options: DataverseOptions): Promise<RunningDataverse> {
  const clock = options.clock ?? (() => new Date());
  const hooks: { current: WebHooks | undefined } = { current: undefined };
  const organization = createOrganization(clock, (events) => hooks.current?.publish(events));
  const limits = new ServiceProtection(options.limits ?? {}, () => performance.now());
  const keys: { activation: KeyActivation } = { activation: 'immediate' };
  const ports = routerPorts(organization, { keyActivation: () => keys.activation });
  const api = new WebApi(organization, ports.router, answerBatch);
  const server = createSandboxServer({
    ...(options.faults === undefined ? {} : { faults: options.faults }),
    ...(options.calls === undefined ? {} : { calls: options.calls }),
    entitySetOf: (url) => /^\/api\/data\/v\d+\.\d+\/([\w$]+)/.exec(url)?.[1],
    errorBody: (status) =>
      JSON.stringify(errorBody(faultCodes[status] ?? '0x80040216', `The sandbox was told to answer ${status}.`)),
    responseHeaders: (correlationId) => ({
      'OData-Version': '4.0',
      REQ_ID: correlationId,
      'x-ms-service-request-id': correlationId,
    }),
  });
  const origin = { current: options.baseUrl ?? '' };
  const races = new UpsertRaces(organization);
  const respond = (incoming: IncomingRequest): Promise<ApiResponse> => races.run(incoming, () => api.answer(incoming));
  server.app.all('/api/data/*', (request, reply) => answer(respond, limits, origin.current, request, reply));
  registerRaces(server.app, races);
  registerWebResources(server.app, organization);
  await options.extraRoutes?.(server.app, organization);
  const address = await server.listen(options.port, options.host);
  if (options.baseUrl === undefined) origin.current = address;
  hooks.current = new WebHooks(organization, new URL(origin.current).host);
  return {
    url: origin.current,
    organization,
    faults: server.faults,
    calls: server.calls,
    limits,
    races,
    importSolution: ports.importSolution,
    solutions: ports.solutions,
    setKeyActivation: (activation) => {
      keys.activation = activation;
    },
    settled: async () => hooks.current?.settled(),
    close: async () => {
      hooks.current?.close();
      await server.close();
    },
  };
}

/** Codes that a fault answers with when it is told a status only. */
const faultCodes: Readonly<Record<number, string>> = { 401: '0x80041d52', 403: '0x80040220', 429: '0x80072322' };

async function answer(
  respond: (incoming: IncomingRequest) => Promise<ApiResponse>,
  limits: ServiceProtection,
  origin: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const incoming = incomingFrom(request, origin);
  const user = signInName(incoming.headers);
  let leave: () => void = () => undefined;
  try {
    if (user !== undefined) {
      const admitted = await limits.admit(user.toLowerCase());
      leave = admitted.leave;
      void reply.header('x-ms-ratelimit-burst-remaining-xrm-requests', String(admitted.remainingRequests));
    }
    return await send(reply, await respond(incoming));
  } catch (error) {
    return await send(reply, errorResponse(error));
  } finally {
    leave();
  }
}

function incomingFrom(request: FastifyRequest, origin: string): IncomingRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return {
    method: request.method,
    url: request.url,
    headers,
    body: typeof request.body === 'string' ? request.body : undefined,
    correlationId: request.id,
    origin,
  };
}

async function send(reply: FastifyReply, { status, headers, body }: ApiResponse): Promise<FastifyReply> {
  reply.code(status).headers(headers);
  if (body === undefined) return reply.send();
  if (typeof body === 'string') return reply.send(body);
  return reply.type('application/json; odata.metadata=minimal').send(JSON.stringify(body));
}
