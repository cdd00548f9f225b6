import { z } from 'zod';
import type { ApiDescription } from './apiDescription';
import { ServiceError, type ServiceErrorKind } from './serviceError';

const LONGEST_QUOTE = 300;
const CORRELATION_IN_TEXT = /\s*CorrelationId:\s*([0-9a-f-]{36})\.?\s*$/i;
const CORRELATION_HEADERS = [
  'x-ms-service-request-id',
  'ms-correlation-x',
  'request-id',
  'x-ms-correlation-request-id',
];

const errorBodySchema = z.object({ error: z.object({ code: z.string().catch(''), message: z.string().catch('') }) });

interface ErrorBody {
  readonly code: string | undefined;
  readonly text: string;
  readonly correlationId: string | undefined;
}

/** The OData error in a body; empty when there is none, as with a gateway's HTML page. */
export function readErrorBody(body: string): ErrorBody {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return { code: undefined, text: '', correlationId: undefined };
  }
  const parsed = errorBodySchema.safeParse(json);
  if (!parsed.success) return { code: undefined, text: '', correlationId: undefined };
  const { code, message } = parsed.data.error;
  const correlationId = CORRELATION_IN_TEXT.exec(message)?.[1];
  const text = message
    .replace(CORRELATION_IN_TEXT, '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST_QUOTE);
  return { code: code === '' ? undefined : code, text, correlationId };
}

/** The id under which the other side keeps the request: from its headers. */
export function correlationIdOf(headers: Readonly<Record<string, string>>): string | undefined {
  for (const name of CORRELATION_HEADERS) if (headers[name] !== undefined) return headers[name];
  return undefined;
}

/**
 * Business Central refuses a page for lack of rights with 400 and a text of its own.
 * Source: BCApps APIV2, "You do not have permissions to read Sales Orders." (we always ask for English texts).
 */
function saysPermission(body: ErrorBody): boolean {
  return (
    body.code?.startsWith('Authorization_') === true || /^You do not have (the following )?permission/.test(body.text)
  );
}

function kindOf(status: number, body: ErrorBody): ServiceErrorKind {
  if (status === 401) return 'signIn';
  if (status === 403 || saysPermission(body)) return 'permission';
  if (status === 429) return 'throttled';
  // 501 says that it will never work.
  if (status === 408 || (status >= 500 && status !== 501)) return 'transient';
  return status >= 300 && status < 400 ? 'config' : 'refused';
}

function advice(kind: ServiceErrorKind, status: number, api: ApiDescription): string {
  switch (kind) {
    case 'signIn':
      return api.signInAdvice;
    case 'permission':
      return api.permissionAdvice;
    case 'throttled':
      return 'Its limit of requests is reached; run again later, or give the service an application of its own.';
    case 'transient':
      return 'It was tried several times; run again later.';
    case 'config':
      return `Redirects are not followed; set ${api.addressSetting} to the API's own address.`;
    case 'refused':
      return status === 404
        ? `Check ${api.addressSetting}, the environment and the company, and that the version offers it.`
        : 'The request will be refused again until its cause is removed.';
    case 'protocol':
    case 'cancelled':
      return '';
  }
}

export interface ErrorAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What was asked for, e.g. `customers`. */
  readonly subject: string;
  readonly retryAfterMs: number | undefined;
  /** Our own id of the request. */
  readonly requestId: string;
}

/** The typed error of an answer whose status is not one of success. */
export function errorOfAnswer(answer: ErrorAnswer, api: ApiDescription): ServiceError {
  const body = readErrorBody(answer.body);
  const kind = kindOf(answer.status, body);
  const correlationId = body.correlationId ?? correlationIdOf(answer.headers) ?? answer.requestId;
  const what = `${api.name} answered ${answer.status}${body.code === undefined ? '' : ` ${body.code}`} for ${answer.subject}`;
  const why = body.text === '' ? '.' : `: "${body.text}"`;
  return new ServiceError({
    kind,
    message: `${what}${why} ${advice(kind, answer.status, api)} (Correlation id ${correlationId}.)`,
    status: answer.status,
    code: body.code,
    correlationId,
    retryAfterMs: answer.retryAfterMs,
  });
}
