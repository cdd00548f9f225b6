import type { Secret } from '../configuration/secret';
import { isLoopback } from '../http/apiAddress';
import { ServiceError } from '../http/serviceError';
import type { TokenProvider } from './tokenProvider';

/**
 * The token of a sandbox on this machine.
 * @throws {ServiceError} `config` when `baseUrl` lies on another machine
 */
export function fixedTokenProvider(token: Secret, baseUrl: string, setting: string): TokenProvider {
  if (!URL.canParse(baseUrl) || !isLoopback(new URL(baseUrl))) {
    throw new ServiceError({
      kind: 'config',
      message: `${setting} is accepted for a sandbox on this machine only. Remove it and set a credential.`,
    });
  }
  return { getToken: () => Promise.resolve(token.reveal()), forget: () => undefined };
}
