import { parse as parseLossless } from 'lossless-json';
import { z } from 'zod';
import type { HttpRequest } from './httpClient';
import { isServiceError, ServiceError } from './serviceError';

/** A successful answer as it came. */
export interface SuccessAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Thrown for JSON that breaks off or is garbled: the only unexpected answer that is worth asking for again. */
export class MalformedAnswer extends Error {}

/** Sixteen digits can be more than a double keeps: fifteen it always does. */
const LONG_NUMBER = /[\d.]{16,}/;

/** Numbers stay exact: as `number` where a double holds all of their digits, else as `LosslessNumber`. */
function parseExact(text: string): unknown {
  return LONG_NUMBER.test(text) ? parseLossless(text) : JSON.parse(text);
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
}

function readJson(answer: SuccessAnswer, exactNumbers: boolean, subject: string, apiName: string): unknown {
  const contentType = answer.headers['content-type'] ?? '';
  if (!/^application\/([\w.-]+\+)?json\b/i.test(contentType)) {
    const shown = contentType === '' ? 'no content type' : (contentType.split(';')[0] ?? '');
    const page = /html/i.test(contentType)
      ? ' It looks like a sign-in or error page of a gateway: check the address.'
      : '';
    throw new ServiceError({
      kind: 'protocol',
      status: answer.status,
      message: `${apiName}'s answer for ${subject} is not the expected JSON but ${shown}.${page}`,
    });
  }
  try {
    return exactNumbers ? parseExact(answer.text) : JSON.parse(answer.text);
  } catch {
    throw new MalformedAnswer(`The answer for ${subject} is not the expected JSON: it breaks off or is garbled.`);
  }
}

/**
 * What the caller expects, out of an answer with a status of success.
 * A broken answer is an error and never "no rows".
 * @throws {ServiceError} `protocol`
 * @throws {MalformedAnswer}
 */
export function readAnswer<T>(answer: SuccessAnswer, request: HttpRequest<T>, subject: string, apiName: string): T {
  if (answer.status === 200 && answer.text === '') {
    throw new MalformedAnswer(`The answer for ${subject} is empty.`);
  }
  try {
    if (answer.text === '') return request.parse(undefined, answer.headers);
    if (request.responseText === true) return request.parse(answer.text, answer.headers);
    return request.parse(readJson(answer, request.exactNumbers === true, subject, apiName), answer.headers);
  } catch (error) {
    if (isServiceError(error) || error instanceof MalformedAnswer) throw error;
    const where = error instanceof z.ZodError ? firstIssue(error) : '';
    throw new ServiceError({
      kind: 'protocol',
      status: answer.status,
      message: `${apiName}'s answer for ${subject} is not the expected one${where}. The API's version may not be supported.`,
    });
  }
}
