import { ServiceError } from '../http/serviceError';

/**
 * Microsoft Entra's error numbers and what an administrator can do.
 * Source: Microsoft Entra authentication and authorization error codes.
 */
const CURES: Readonly<Record<string, string>> = {
  AADSTS7000222: 'The client secret has expired. Create a new one in the app registration and set BCI_CLIENT_SECRET.',
  AADSTS7000215: 'The client secret is wrong. Set BCI_CLIENT_SECRET to the value of the secret, not to its id.',
  AADSTS700016: 'The tenant does not know the application. Check BCI_CLIENT_ID and BCI_TENANT_ID.',
  AADSTS900023: 'The tenant is not known. Check BCI_TENANT_ID.',
  AADSTS90002: 'The tenant is not known. Check BCI_TENANT_ID.',
  AADSTS700027:
    'The certificate is not registered with the application, or has expired. Check BCI_CLIENT_CERTIFICATE_PATH.',
  AADSTS500011:
    'The tenant does not know the API. Check BCI_DATAVERSE_URL, and that Business Central is used in the tenant.',
  AADSTS7000112: 'The application is disabled in the tenant. Enable it in Microsoft Entra.',
};

function textOf(error: unknown, name: string): string {
  if (typeof error !== 'object' || error === null || !(name in error)) return '';
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : '';
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

/** What Node and the sign-in library behind `@azure/identity` (MSAL) call a network without a way to Microsoft Entra. */
const UNREACHABLE =
  /\b(network_error|endpoints_resolution_error|openid_config_error|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)\b/;

/** The library tells a network failure by words in its texts or by a code, of its own error or of the cause. */
function networkFailure(error: unknown): string | undefined {
  // Without a managed identity nothing answers at its address: that is no failure of the network.
  if (/^ManagedIdentityCredential\b/.test(textOf(error, 'message'))) return undefined;
  const cause = error instanceof Error ? error.cause : undefined;
  for (const each of [error, cause]) {
    for (const name of ['code', 'errorCode', 'message']) {
      const found = UNREACHABLE.exec(textOf(each, name))?.[1];
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function unreachable(what: string, details: { status: number | undefined; code: string | undefined }): ServiceError {
  const message = `${what}: Microsoft Entra cannot be reached (${details.code ?? 'network'}). Check the network and HTTPS_PROXY.`;
  return new ServiceError({ kind: 'transient', ...details, message });
}

/**
 * Our error for whatever `@azure/identity` throws. Only names and numbers of it are taken over:
 * its texts can repeat the request, and the request holds the secret.
 * @param apiName the side the token was for
 */
export function signInError(error: unknown, apiName: string): ServiceError {
  const name = textOf(error, 'name');
  const code = /AADSTS\d+/.exec(textOf(error, 'message'))?.[0];
  const status = statusOf(error);
  const what = `No token for ${apiName}`;
  const details = { status, code: code ?? (textOf(error, 'code') || undefined) };
  if (code !== undefined) {
    const cure = CURES[code] ?? 'Look the code up at https://login.microsoftonline.com/error.';
    return new ServiceError({ kind: 'signIn', ...details, message: `${what}: Microsoft Entra says ${code}. ${cure}` });
  }
  if (status === 429 || (status !== undefined && status >= 500)) {
    const kind = status === 429 ? 'throttled' : 'transient';
    return new ServiceError({
      kind,
      ...details,
      message: `${what}: Microsoft Entra answered ${status}. Run again later.`,
    });
  }
  const network = networkFailure(error);
  if (network !== undefined) return unreachable(what, { status, code: network });
  if (name === 'CredentialUnavailableError' || name === 'ChainedTokenCredentialUnavailable') {
    const message = `${what}: no managed identity is available here. Run where one is assigned, or set another credential.`;
    return new ServiceError({ kind: 'signIn', ...details, message });
  }
  if (textOf(error, 'code') === 'ENOENT') {
    const message = `${what}: the certificate file cannot be read. Check BCI_CLIENT_CERTIFICATE_PATH.`;
    return new ServiceError({ kind: 'config', ...details, message });
  }
  if (name === 'RestError' || /^E[A-Z]+$/.test(details.code ?? '')) return unreachable(what, details);
  const message = `${what}: the sign-in failed. Check BCI_TENANT_ID, BCI_CLIENT_ID and the credential.`;
  return new ServiceError({ kind: 'signIn', ...details, message });
}
