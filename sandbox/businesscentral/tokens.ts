import { ApiError } from './api/apiError';
import type { Permissions } from './api/requestContext';

/** The bearer token that always works. */
export const SANDBOX_TOKEN = 'sandbox-business-central';

/** Tokens with what their users may not read; `denied: ['*']` = a user without any rights. */
export type TokenPermissions = Readonly<Record<string, { readonly denied: readonly string[] }>>;

export interface Caller {
  /** Who the limits count for. */
  readonly user: string;
  readonly permissions: Permissions;
}

/** Who calls, by the bearer token: a configured one, or any that begins with `sandbox-`. Throws ApiError (401). */
export function callerOf(authorization: string | undefined, tokens: TokenPermissions): Caller {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const configured = token !== undefined && Object.hasOwn(tokens, token) ? tokens[token] : undefined;
  if (token === undefined || (configured === undefined && !/^sandbox-./.test(token))) {
    throw new ApiError(401, 'Authentication_InvalidCredentials', 'The server has rejected the client credentials.', {
      'www-authenticate': 'Bearer',
    });
  }
  const denied = configured?.denied ?? [];
  if (denied.includes('*')) {
    throw new ApiError(
      401,
      'Authentication_InvalidCredentials',
      'Web service call failed because user could not be authenticated or authorized.',
    );
  }
  return { user: token, permissions: { denied: new Set(denied) } };
}
