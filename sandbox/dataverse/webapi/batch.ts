import { randomUUID } from 'node:crypto';

import { badQuery, DataverseError, notCovered } from '../records/dataverseError';
import { inTransaction, publishPending } from '../records/session';
import { errorResponse } from './errorResponse';
import { readPreferences } from './preferences';
import { parseMultipartBatch, formatMultipartBatch } from '../../odata/batchMultipart';
import type { ApiResponse } from './messages';
import type { IncomingRequest, WebApi } from './service';
import type { BatchItem, BatchItemResponse, BatchRequest, BatchResponse } from '../../odata/batch';

/** Dataverse takes no more operations in one batch. */
export const mostOperations = 1000;

/**
 * Carries out a `$batch`: operations in order, change sets as one transaction. It stops at the first error unless the
 * request prefers odata.continue-on-error; the error's status is then the batch's own.
 * Source: learn.microsoft.com, "Execute batch operations using the Web API".
 */
export async function answerBatch(api: WebApi, incoming: IncomingRequest): Promise<ApiResponse> {
  if (incoming.method.toUpperCase() !== 'POST') throw new DataverseError(405, '0x80060888', '$batch takes POST only.');
  const items = parseMultipartBatch(incoming.body ?? '', incoming.headers['content-type']);
  const operations = items.reduce((sum, item) => sum + (item.kind === 'request' ? 1 : item.requests.length), 0);
  if (operations > mostOperations) {
    throw badQuery(
      `The batch has ${operations} operations. A batch can contain up to ${mostOperations} individual requests.`,
    );
  }
  const { continueOnError } = readPreferences(incoming.headers.prefer);
  const answers: BatchItemResponse[] = [];
  let status = 200;
  for (const item of items) {
    const answer = item.kind === 'request' ? await single(api, incoming, item.request) : changeSet(api, incoming, item);
    answers.push(answer);
    const failed = failureOf(answer);
    if (failed !== undefined && !continueOnError) {
      status = failed;
      break;
    }
  }
  const boundary = `batchresponse_${randomUUID()}`;
  return {
    status,
    headers: { 'content-type': `multipart/mixed; boundary=${boundary}` },
    body: formatMultipartBatch(answers, boundary),
  };
}

async function single(api: WebApi, outer: IncomingRequest, request: BatchRequest): Promise<BatchItemResponse> {
  let response: ApiResponse;
  try {
    const incoming = inner(outer, request, new Map());
    const session = api.openSession(incoming);
    response = await api.operate(session, incoming);
    publishPending(session);
  } catch (error) {
    response = errorResponse(error);
  }
  return { kind: 'request', response: formatted(request.id, response) };
}

/** All operations of a change set take effect, or none: then the answer is that of the one that failed. */
function changeSet(
  api: WebApi,
  outer: IncomingRequest,
  item: Extract<BatchItem, { kind: 'changeSet' }>,
): BatchItemResponse {
  const responses: BatchResponse[] = [];
  let current = item.requests[0]?.id ?? '';
  try {
    const session = api.openSession(outer);
    const locations = new Map<string, string>();
    inTransaction(session, () => {
      for (const request of item.requests) {
        current = request.id;
        demandChange(request);
        const response = api.operate(session, inner(outer, request, locations));
        if (response instanceof Promise) throw notCovered(`${request.url} in a change set`);
        const location = response.headers['OData-EntityId'];
        if (location !== undefined) locations.set(request.id, location);
        responses.push(formatted(request.id, response));
      }
    });
    publishPending(session);
    return { kind: 'changeSet', id: item.id, responses };
  } catch (error) {
    return { kind: 'changeSet', id: item.id, responses: [formatted(current, errorResponse(error))] };
  }
}

function demandChange(request: BatchRequest): void {
  if (request.method === 'GET') throw badQuery('GET requests are not allowed in change sets.');
  // The parser numbers parts that have no Content-ID themselves, with a dot.
  if (/^\d+\.\d+$/.test(request.id)) throw badQuery('Content-ID header not present in a request of the change set.');
}

/** The operation as a request of its own: identity from the batch, address and references made whole. */
function inner(outer: IncomingRequest, request: BatchRequest, locations: ReadonlyMap<string, string>): IncomingRequest {
  if (/\/?\$batch/.test(request.url)) throw badQuery('A batch cannot contain other batch requests.');
  const base = /^\/api\/data\/v9\.[0-2]\//.exec(outer.url)?.[0] ?? '/api/data/v9.2/';
  const url = resolve(request.url, locations).replace(/^https?:\/\/[^/]+/i, '');
  return {
    method: request.method,
    url: url.startsWith('/api/') ? url : `${base}${url.replace(/^\//, '')}`,
    headers: { ...identityOf(outer.headers), ...withoutIdentity(request.headers) },
    body: request.body === undefined ? undefined : resolveBody(request.body, locations),
    correlationId: outer.correlationId,
    origin: outer.origin,
  };
}

const identityHeaders = ['authorization', 'cookie', 'callerobjectid', 'mscrmcallerid'];

function identityOf(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => identityHeaders.includes(name)));
}

function withoutIdentity(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization' && name !== 'cookie'));
}

/** Replaces a leading `$1` by the address that the operation with this Content-ID wrote. */
function resolve(uri: string, locations: ReadonlyMap<string, string>): string {
  const id = /^\/?\$([\w-]+)/.exec(uri)?.[1];
  if (id === undefined || id === 'metadata') return uri;
  const location = locations.get(id);
  if (location === undefined) throw badQuery(`Content-ID Reference: '$${id}' does not exist in the batch context.`);
  return uri.replace(/^\/?\$[\w-]+/, location);
}

/** References stand only where addresses stand: in bindings and ids. Other texts may hold a `$1` of their own. */
function resolveBody(body: string, locations: ReadonlyMap<string, string>): string {
  return body.replace(
    /("(?:[^"\\]*@odata\.bind|@odata\.id)"\s*:\s*)"(\/?\$[^"\\]*)"/g,
    (_whole, name: string, uri: string) => `${name}"${resolve(uri, locations)}"`,
  );
}

function formatted(id: string, response: ApiResponse): BatchResponse {
  const { body } = response;
  const headers: Record<string, string> = { 'OData-Version': '4.0', ...response.headers };
  if (body === undefined) return { id, status: response.status, headers, body: undefined };
  if (typeof body === 'string') return { id, status: response.status, headers, body };
  headers['Content-Type'] = 'application/json; odata.metadata=minimal';
  return { id, status: response.status, headers, body: JSON.stringify(body) };
}

function failureOf(item: BatchItemResponse): number | undefined {
  const responses = item.kind === 'request' ? [item.response] : item.responses;
  return responses.find((response) => response.status >= 400)?.status;
}
