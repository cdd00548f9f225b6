import { ODataBatchError } from './batch';
import type { BatchItem, BatchItemResponse, BatchRequest, BatchResponse } from './batch';

/** More parts than any server takes; keeps a hostile body from costing more than its length. */
const MOST_PARTS = 5_000;

interface Part {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: string;
}

/** The `boundary` of a multipart content type, without quotes; undefined when it is not multipart/mixed. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  const found = /^\s*multipart\/mixed\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType ?? '',
  );
  return found?.[1] ?? found?.[2];
}

/**
 * A multipart/mixed batch of a client: its items in order. Throws ODataBatchError.
 * Source: OData 4.01 Part 1, 11.7.7; a change set is a multipart/mixed part inside.
 */
export function parseMultipartBatch(body: string, contentType: string | undefined): readonly BatchItem[] {
  const parts = splitParts(body, contentType);
  return parts.map((part, index): BatchItem => {
    const id = String(index + 1);
    if (boundaryOf(part.headers['content-type']) === undefined) {
      return { kind: 'request', request: readRequest(part, id) };
    }
    const inner = splitParts(part.content, part.headers['content-type']);
    return {
      kind: 'changeSet',
      id: `changeset_${id}`,
      requests: inner.map((one, number) => readRequest(one, `${id}.${number + 1}`)),
    };
  });
}

/** The answer to a multipart batch; `boundary` is the one to announce in the content type. */
export function formatMultipartBatch(items: readonly BatchItemResponse[], boundary: string): string {
  const parts = items.map((item, index) => {
    if (item.kind === 'request') {
      return formatResponse(item.response, false);
    }
    const inner = `changesetresponse_${boundary}_${index + 1}`;
    const responses = item.responses.map((response) => formatResponse(response, true));
    return `Content-Type: multipart/mixed; boundary=${inner}\r\n\r\n${join(responses, inner)}`;
  });
  return join(parts, boundary);
}

function join(parts: readonly string[], boundary: string): string {
  return `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`;
}

function formatResponse({ id, status, headers, body }: BatchResponse, inChangeSet: boolean): string {
  const lines = [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(inChangeSet ? [`Content-ID: ${id}`] : []),
    '',
    `HTTP/1.1 ${status} ${REASONS.get(status) ?? 'Status'}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body ?? '',
  ];
  return lines.join('\r\n');
}

const REASONS: ReadonlyMap<number, string> = new Map([
  [200, 'OK'],
  [201, 'Created'],
  [204, 'No Content'],
  [304, 'Not Modified'],
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [409, 'Conflict'],
  [412, 'Precondition Failed'],
  [429, 'Too Many Requests'],
  [500, 'Internal Server Error'],
  [501, 'Not Implemented'],
  [503, 'Service Unavailable'],
]);

function splitParts(body: string, contentType: string | undefined): readonly Part[] {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) {
    throw new ODataBatchError('The content type is not multipart/mixed with a boundary.');
  }
  const delimiter = new RegExp(`\\n--${boundary.replace(/[^\w]/g, '\\$&')}(?=--|[ \\t]*(?:\\n|$))`);
  const sections = `\n${body.replaceAll('\r\n', '\n')}`.split(delimiter);
  const closing = sections.findIndex((section, index) => index > 0 && section.startsWith('--'));
  if (closing < 0) {
    throw new ODataBatchError(`The closing boundary --${boundary}-- is missing.`);
  }
  const parts = sections.slice(1, closing);
  if (parts.length > MOST_PARTS) {
    throw new ODataBatchError(`The batch has ${parts.length} parts; at most ${MOST_PARTS} are read.`);
  }
  return parts.map((section) => readPart(section.replace(/^[ \t]*\n/, '')));
}

/** Header lines, an empty line, content. */
function readPart(text: string): Part {
  const end = text.startsWith('\n') ? 0 : text.indexOf('\n\n');
  const head = end < 0 ? text : text.slice(0, end);
  const headers: Record<string, string> = {};
  for (const line of head.split('\n').filter((one) => one.trim() !== '')) {
    const colon = line.indexOf(':');
    if (colon <= 0) {
      throw new ODataBatchError(`Not a header line: "${line.slice(0, 80)}".`);
    }
    headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { headers, content: end < 0 ? '' : text.slice(end + (end === 0 ? 1 : 2)) };
}

function readRequest(part: Part, id: string): BatchRequest {
  if (!(part.headers['content-type'] ?? '').toLowerCase().startsWith('application/http')) {
    throw new ODataBatchError('A part of the batch is neither application/http nor multipart/mixed.');
  }
  const content = part.content.replace(/^\n+/, '');
  const lineEnd = content.indexOf('\n');
  const line = lineEnd < 0 ? content : content.slice(0, lineEnd);
  const found = /^([A-Za-z]+) (\S.*?)(?: HTTP\/\d(?:\.\d)?)?\s*$/.exec(line);
  const [, method, url] = found ?? [];
  if (method === undefined || url === undefined) {
    throw new ODataBatchError(`Not a request line: "${line.slice(0, 80)}".`);
  }
  const { headers, content: body } = readPart(lineEnd < 0 ? '' : content.slice(lineEnd + 1));
  const text = body.trim();
  return {
    id: part.headers['content-id'] ?? headers['content-id'] ?? id,
    method: method.toUpperCase(),
    url,
    headers,
    body: text === '' ? undefined : text,
    dependsOn: [],
  };
}
