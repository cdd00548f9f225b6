import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CallLog } from '../http/calls';
import type { FaultSwitch } from '../http/faults';
import { createSandboxServer } from '../http/server';
import { API_PATHS, entitySetOf, otherInterface, parseApiAddress } from './addresses';
import type { ApiAddress, ApiName } from './addresses';
import { ApiError, errorBody, methodNotAllowed, notEmulated, segmentNotFound } from './api/apiError';
import { handleBatch } from './api/batch';
import { analyticsApi, standardApi } from './api/apiDefinition';
import { LARGEST_PAGE } from './api/listAnswers';
import type { ApiRequest, ApiResponse } from './api/request';
import { errorResponse } from './api/respond';
import { Router } from './api/router';
import { registerBusinessCentralControls } from './control';
import { cronusCompany } from './demo/cronus';
import { generatedCompany } from './generator/generatedCompany';
import type { GeneratedCompanyOptions } from './generator/generatedCompany';
import type { CalendarDate } from './ledger/dates';
import { RequestLimits } from './limits';
import type { BusinessCentralLimits } from './limits';
import type { Clock, Company } from './model/company';
import { callerOf } from './tokens';
import type { Caller, TokenPermissions } from './tokens';

export interface BusinessCentralOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  readonly host?: string;
  /** The demo company is there unless this is false. */
  readonly demo?: boolean;
  /** Companies made from seeds, after the demo company. */
  readonly generated?: readonly GeneratedCompanyOptions[];
  /** Companies of the caller's own, after those. */
  readonly companies?: readonly Company[];
  /** Milliseconds since 1970; also what "today" is when there is no work date. */
  readonly clock?: Clock;
  /** The day that counts as today, in every company. */
  readonly workDate?: CalendarDate;
  readonly limits?: Partial<BusinessCentralLimits>;
  readonly faults?: FaultSwitch;
  readonly tokens?: TokenPermissions;
  /** False: the API `microsoft/analytics` is not installed; all of it answers 404. */
  readonly analytics?: boolean;
  /** The only tenant that exists; any when left out. */
  readonly tenant?: string;
  /** The only environment that exists; any when left out. */
  readonly environment?: string;
  /** Rows of a page when the client does not ask for fewer. */
  readonly pageSize?: number;
  /** How long each request takes, which is what fills the queue. */
  readonly latencyMilliseconds?: number;
}

export interface LocalBusinessCentral {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** The API's root for a tenant and an environment. */
  readonly apiUrl: (tenant?: string, environment?: string) => string;
  /** The root of `api/microsoft/analytics/v1.0`. */
  readonly analyticsUrl: (tenant?: string, environment?: string) => string;
  readonly companies: readonly Company[];
  readonly faults: FaultSwitch;
  readonly calls: CallLog;
  readonly limits: RequestLimits;
  readonly close: () => Promise<void>;
}

/** Starts a local Business Central: API v2.0 over companies whose figures are computed from their ledgers. */
export async function startBusinessCentral(options: BusinessCentralOptions = {}): Promise<LocalBusinessCentral> {
  const clock = options.clock ?? Date.now;
  const companies: readonly Company[] = [
    ...(options.demo === false ? [] : [cronusCompany(clock, options.workDate)]),
    ...(options.generated ?? []).map((one) => generatedCompany(one, clock, options.workDate)),
    ...(options.companies ?? []),
  ];
  const limits = new RequestLimits(options.limits ?? {}, clock);
  const server = createSandboxServer({
    ...(options.faults === undefined ? {} : { faults: options.faults }),
    entitySetOf,
    errorBody: (status, correlationId) => errorBody(...codeFor(status), correlationId),
    responseHeaders: (correlationId) => ({ 'request-id': correlationId, 'ms-correlation-x': correlationId }),
  });
  const service = new Service(options, companies, limits);
  registerBusinessCentralControls(server.app, companies, limits, service);
  server.app.all('/*', (request, reply) => service.answer(request, reply));
  const url = await server.listen(options.port ?? 0, options.host);
  const rootOf =
    (api: ApiName) =>
    (tenant = options.tenant ?? 'contoso.com', environment = options.environment ?? 'Sandbox') =>
      `${url}/v2.0/${tenant}/${environment}/${API_PATHS[api]}`;
  return {
    url,
    apiUrl: rootOf('standard'),
    analyticsUrl: rootOf('analytics'),
    companies,
    faults: server.faults,
    calls: server.calls,
    limits,
    close: server.close,
  };
}

/** Code and text of an error that a fault rule asks for. */
function codeFor(status: number): readonly [string, string] {
  switch (status) {
    case 429:
      return ['Application_TooManyRequests', 'Too many requests reached. Actual (101). Maximum (100).'];
    case 401:
      return ['Authentication_InvalidCredentials', 'The server has rejected the client credentials.'];
    case 408:
      return ['Application_OperationTimeout', 'The operation was cancelled because it took longer than allowed.'];
    default:
      return ['Internal_ServerError', 'An error occurred while processing this request.'];
  }
}

class Service {
  private readonly routers: Readonly<Record<ApiName, Router>>;
  /** Whether the API `microsoft/analytics` is installed. */
  analytics: boolean;

  constructor(
    private readonly options: BusinessCentralOptions,
    private readonly companies: readonly Company[],
    private readonly limits: RequestLimits,
  ) {
    const pageSize = Math.min(options.pageSize ?? LARGEST_PAGE, LARGEST_PAGE);
    this.routers = {
      standard: new Router({ api: standardApi(companies), companies, pageSize }),
      analytics: new Router({ api: analyticsApi(companies), companies, pageSize }),
    };
    this.analytics = options.analytics ?? true;
  }

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    let leave: (() => void) | undefined;
    try {
      const address = this.addressOf(request.url);
      const caller = callerOf(request.headers.authorization, this.options.tokens ?? {});
      leave = await this.limits.enter(caller.user);
      await this.wait();
      return await send(reply, this.handle(request, address, caller));
    } catch (error) {
      const response = errorResponse(error, request.id);
      if (response === undefined) {
        throw error;
      }
      return await send(reply, response);
    } finally {
      leave?.();
    }
  }

  private async wait(): Promise<void> {
    if (this.options.latencyMilliseconds !== undefined && this.options.latencyMilliseconds > 0) {
      await sleep(this.options.latencyMilliseconds, undefined, { ref: false });
    }
  }

  private addressOf(url: string): ApiAddress {
    const address = parseApiAddress(url);
    if (address === undefined) {
      const other = otherInterface(url);
      throw other === undefined ? segmentNotFound(url.split('?')[0] ?? '') : notEmulated(`the interface ${other}`);
    }
    if (address.api === 'analytics' && !this.analytics) {
      throw segmentNotFound('microsoft');
    }
    const { tenant, environment } = this.options;
    if (
      (environment !== undefined && address.environment.toLowerCase() !== environment.toLowerCase()) ||
      (tenant !== undefined && address.tenant !== undefined && address.tenant.toLowerCase() !== tenant.toLowerCase())
    ) {
      throw new ApiError(404, 'NoEnvironment', 'Environment does not exist.');
    }
    return address;
  }

  private handle(request: FastifyRequest, address: ApiAddress, caller: Caller): ApiResponse {
    const endpoint = `${request.protocol}://${request.host}${address.root}`;
    const apiRequest: ApiRequest = {
      method: request.method,
      path: address.path,
      query: address.query,
      headers: textHeaders(request),
      body: typeof request.body === 'string' && request.body !== '' ? request.body : undefined,
    };
    const run = (inner: ApiRequest) => this.routers[address.api].handle(inner, endpoint, caller.permissions);
    if (address.path !== '$batch' && address.path.toLowerCase() !== '%24batch') {
      return run(apiRequest);
    }
    if (request.method !== 'POST') {
      throw methodNotAllowed(request.method, '$batch');
    }
    return handleBatch(apiRequest, this.companies, API_PATHS[address.api], (inner) => {
      try {
        return run(inner);
      } catch (error) {
        const response = errorResponse(error, request.id);
        if (response === undefined) {
          throw error;
        }
        return response;
      }
    });
  }
}

function textHeaders(request: FastifyRequest): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );
}

function send(reply: FastifyReply, { status, headers, body }: ApiResponse): FastifyReply {
  // As bytes, because Fastify would add a character set to the content type of a text.
  return reply
    .code(status)
    .headers(headers)
    .send(body === undefined ? undefined : Buffer.from(body));
}
