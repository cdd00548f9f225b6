import { randomUUID } from 'node:crypto';
import type { HttpMethod } from '../http/httpClient';

/** One request inside a `$batch`, outside any change set: it succeeds or fails on its own. */
export interface BatchOperation {
  readonly method: HttpMethod;
  /** Below the API's base address. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

export interface BatchAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const LINE = '\r\n';
const CONTENT_ID = 'content-id';

/** The text of a `$batch` and its content type. Source: OData 4.0 Part 1, 11.7; Dataverse takes up to 1,000 parts. */
export function batchBody(
  operations: readonly BatchOperation[],
  basePath: string,
): { text: string; contentType: string } {
  const boundary = `batch_${randomUUID()}`;
  const parts = operations.map((operation, index) => {
    const headers = Object.entries(operation.headers ?? {}).map(([name, value]) => `${name}: ${value}`);
    if (operation.json !== undefined) headers.push('Content-Type: application/json; charset=utf-8');
    return [
      `--${boundary}`,
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      `Content-ID: ${index + 1}`,
      '',
      `${operation.method} ${basePath}${operation.path} HTTP/1.1`,
      ...headers,
      '',
      operation.json === undefined ? '' : JSON.stringify(operation.json),
    ].join(LINE);
  });
  return {
    text: `${parts.join(LINE)}${LINE}--${boundary}--${LINE}`,
    contentType: `multipart/mixed; boundary=${boundary}`,
  };
}

function splitAtBlankLine(text: string): [string, string] {
  const found = /\r?\n\r?\n/.exec(text);
  if (!found) return [text, ''];
  return [text.slice(0, found.index), text.slice(found.index + found[0].length)];
}

function headersOf(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return headers;
}

function answerOf(part: string): { readonly id: number | null; readonly answer: BatchAnswer } | null {
  const [partHead, http] = splitAtBlankLine(part.replace(/^\r?\n/, ''));
  const [httpHead, body] = splitAtBlankLine(http);
  const [statusLine = '', ...headerLines] = httpHead.split(/\r?\n/);
  const status = /^HTTP\/\d\.\d (\d{3})/.exec(statusLine.trim())?.[1];
  if (status === undefined) return null;
  const headers = headersOf(headerLines);
  const id = headersOf(partHead.split(/\r?\n/))[CONTENT_ID] ?? headers[CONTENT_ID];
  return {
    id: id === undefined ? null : Number(id),
    answer: { status: Number(status), headers, body: body.replace(/\r?\n$/, '') },
  };
}

/**
 * The answers in the order of the operations; `null` where there is none: that operation counts as not done.
 * Answers are matched by Content-ID where Dataverse gives it back, else by their place.
 * @throws {Error} when the text is no multipart answer at all
 */
export function parseBatchAnswer(text: string, operationCount: number): readonly (BatchAnswer | null)[] {
  const boundary = /^\s*(--\S+)/.exec(text)?.[1];
  if (boundary === undefined) throw new Error('The answer of $batch is not multipart.');
  const end = text.lastIndexOf(`${boundary}--`);
  const parts = text
    .slice(0, end < 0 ? text.length : end)
    .split(boundary)
    .slice(1);
  const answers: (BatchAnswer | null)[] = Array.from({ length: operationCount }, () => null);
  // A part after which the text breaks off may itself be cut short.
  const whole = end < 0 ? parts.slice(0, -1) : parts;
  whole.forEach((part, place) => {
    const parsed = answerOf(part);
    const index = parsed?.id === null || parsed?.id === undefined ? place : parsed.id - 1;
    if (parsed && index >= 0 && index < operationCount) answers[index] = parsed.answer;
  });
  return answers;
}
