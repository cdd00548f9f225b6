import { badRequest } from './apiError';
import { isRecord } from './body';
import type { Continuation } from './entity';

/** The opaque text of a `$skiptoken`. */
export function formatSkipToken(continuation: Continuation): string {
  return Buffer.from(JSON.stringify(continuation)).toString('base64url');
}

/** Throws ApiError when the token is not one of ours. */
export function parseSkipToken(token: string | undefined): Continuation {
  if (token === undefined) {
    return {};
  }
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (isRecord(value)) {
      const { after, offset, left } = value;
      return {
        ...(typeof after === 'string' ? { after } : {}),
        ...(typeof offset === 'number' ? { offset } : {}),
        ...(typeof left === 'number' ? { left } : {}),
      };
    }
  } catch {
    // The text is not a token; said below.
  }
  throw badRequest('The skip token is not valid.');
}
