import { ODataBatchError } from './batch';
import type { BatchItem, BatchItemResponse, BatchRequest, BatchResponse } from './batch';

/** A JSON batch of a client: its items in order. Throws ODataBatchError. Source: OData JSON Format 4.01, chapter 19. */
export function parseJsonBatch(body: unknown): readonly BatchItem[] {
  const requests = isRecord(body) ? body.requests : undefined;
  if (!Array.isArray(requests)) {
    throw new ODataBatchError('The batch has no array "requests".');
  }
  const items: BatchItem[] = [];
  const ids = new Set<string>();
  for (const [index, candidate] of requests.entries()) {
    const request = readRequest(candidate, index);
    if (request.id !== '' && ids.has(request.id)) {
      throw new ODataBatchError(`The id "${request.id}" stands twice in the batch.`);
    }
    ids.add(request.id);
    const group = readGroup(candidate);
    const last = items.at(-1);
    if (group === undefined) {
      items.push({ kind: 'request', request });
    } else if (last?.kind === 'changeSet' && last.id === group) {
      items[items.length - 1] = { ...last, requests: [...last.requests, request] };
    } else if (ids.has(group)) {
      throw new ODataBatchError(`The requests of the atomicity group "${group}" do not stand together.`);
    } else {
      ids.add(group);
      items.push({ kind: 'changeSet', id: group, requests: [request] });
    }
  }
  return items;
}

/** The answer to a JSON batch. Bodies of a JSON content type are embedded as JSON, others as text. */
export function formatJsonBatch(items: readonly BatchItemResponse[]): { readonly responses: readonly object[] } {
  return {
    responses: items.flatMap((item) =>
      item.kind === 'request'
        ? [formatResponse(item.response, undefined)]
        : item.responses.map((response) => formatResponse(response, item.id)),
    ),
  };
}

function formatResponse({ id, status, headers, body }: BatchResponse, group: string | undefined): object {
  return {
    id: id === '' ? null : id,
    ...(group === undefined ? {} : { atomicityGroup: group }),
    status,
    headers,
    ...(body === undefined ? {} : { body: readBody(body, headers['content-type']) }),
  };
}

function readBody(body: string, contentType: string | undefined): unknown {
  if (contentType?.includes('json') !== true) {
    return body;
  }
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readGroup(candidate: unknown): string | undefined {
  const group = isRecord(candidate) ? candidate.atomicityGroup : undefined;
  return typeof group === 'string' ? group : undefined;
}

function readRequest(candidate: unknown, index: number): BatchRequest {
  if (!isRecord(candidate)) {
    throw new ODataBatchError(`Request ${index} of the batch is not an object.`);
  }
  const { id, method, url, headers, body, dependsOn } = candidate;
  if (typeof method !== 'string' || typeof url !== 'string' || !isId(id)) {
    throw new ODataBatchError(`Request ${index} of the batch needs "method" and "url", and "id" must be a text.`);
  }
  return {
    id: id === undefined || id === null ? '' : String(id),
    method: method.toUpperCase(),
    url,
    headers: readHeaders(headers),
    body: body === undefined || body === null ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    dependsOn: Array.isArray(dependsOn) ? dependsOn.map(String) : [],
  };
}

/** Some servers take requests without an id and answer them with a null one. */
function isId(id: unknown): id is string | number | null | undefined {
  return id === undefined || id === null || typeof id === 'string' || typeof id === 'number';
}

function readHeaders(headers: unknown): Readonly<Record<string, string>> {
  return isRecord(headers)
    ? Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]))
    : {};
}
