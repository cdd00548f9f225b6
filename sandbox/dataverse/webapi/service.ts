import { badQuery, DataverseError, notCovered } from '../records/dataverseError';
import { publishPending } from '../records/session';
import { callerOf } from './caller';
import { contextOf } from './context';
import { errorResponse } from './errorResponse';
import { readPreferences } from './preferences';
import { route } from './router';
import { parseEncodedResourcePath } from '../../odata/pathParser';
import { parseQueryOptions } from '../../odata/queryParser';
import type { ApiContext } from './context';
import type { ApiRequest, ApiResponse } from './messages';
import type { Answer, RouterPorts } from './router';
import type { Organization, Session } from '../records/session';

/** A request as HTTP brings it. */
export interface IncomingRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly correlationId: string;
  /** Scheme and host under which the client reaches the service. */
  readonly origin: string;
}

const servicePath = /^\/api\/data\/(v\d+\.\d+)\/?([^?]*)(?:\?(.*))?$/s;

/** The longest address that Dataverse reads outside a batch. */
const longestUrl = 32_768;

/** The Web API of one organization. */
export class WebApi {
  constructor(
    private readonly organization: Organization,
    private readonly ports: RouterPorts,
    private readonly batch: (api: WebApi, incoming: IncomingRequest) => Promise<ApiResponse>,
  ) {}

  /** Answers a request; errors become answers. */
  async answer(incoming: IncomingRequest): Promise<ApiResponse> {
    try {
      if (incoming.url.length > longestUrl) throw new DataverseError(414, '', 'The request URI is too long.');
      if (/^\/api\/data\/v9\.[0-2]\/\$batch\/?(\?|$)/.test(incoming.url)) {
        this.openSession(incoming);
        return await this.batch(this, incoming);
      }
      const session = this.openSession(incoming);
      const response = await this.operate(session, incoming);
      publishPending(session);
      return response;
    } catch (error) {
      return errorResponse(error);
    }
  }

  /** Signs the caller in. Throws 401 or 403. */
  openSession(incoming: IncomingRequest): Session {
    return {
      organization: this.organization,
      catalog: this.organization.catalog.current,
      caller: callerOf(this.organization.access, incoming.headers),
      correlationId: incoming.correlationId,
      pending: [],
      visibility: new Map(),
    };
  }

  /** Carries out one operation within a session. Throws DataverseError and errors of the OData core. */
  operate(session: Session, incoming: IncomingRequest): Answer {
    const request = readRequest(incoming);
    const context: ApiContext = contextOf(session, readPreferences(incoming.headers.prefer), request.root);
    if (context.preferences.trackChanges) throw notCovered('change tracking (Prefer: odata.track-changes)');
    const answer = route(context, request, this.ports);
    const { applied } = context.preferences;
    return answer instanceof Promise
      ? answer.then((one) => withPreference(one, applied))
      : withPreference(answer, applied);
  }
}

function withPreference(response: ApiResponse, applied: string | undefined): ApiResponse {
  if (applied === undefined) return response;
  return { ...response, headers: { ...response.headers, 'Preference-Applied': applied } };
}

/** Reads address and query. Throws 404 for other services, ODataSyntaxError for what is no OData. */
function readRequest(incoming: IncomingRequest): ApiRequest {
  const [, version = '', path = '', query = ''] = servicePath.exec(incoming.url) ?? [];
  if (!/^v9\.[0-2]$/.test(version)) {
    if (version !== '') throw notCovered(`version ${version} of the Web API`);
    throw new DataverseError(404, '', `No HTTP resource was found that matches the request URI '${incoming.url}'.`);
  }
  const options = parseQueryOptions(parametersOf(query));
  return {
    method: incoming.method.toUpperCase(),
    path,
    query,
    segments: parseEncodedResourcePath(path),
    options,
    headers: incoming.headers,
    body: incoming.body,
    root: `${incoming.origin}/api/data/${version}/`,
  };
}

/** Names and values of the query; a plus stands for a space. */
function parametersOf(query: string): readonly (readonly [string, string])[] {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      const name = equals < 0 ? part : part.slice(0, equals);
      return [decode(name), decode(equals < 0 ? '' : part.slice(equals + 1))] as const;
    });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    throw badQuery(`The query has characters that are not percent-encoded rightly: '${text.slice(0, 80)}'.`);
  }
}
