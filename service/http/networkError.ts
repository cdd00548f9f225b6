import type { ApiDescription } from './apiDescription';
import type { AttemptFailure } from './retryRules';
import { ServiceError } from './serviceError';

const NEVER_ARRIVED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|ERR_TLS|ERR_SSL|EPROTO/;
const TOO_LARGE = /maxContentLength|maxBodyLength/;

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the name is not known',
  EAI_AGAIN: 'the name server does not answer',
  ECONNRESET: 'the connection was cut',
  ECONNABORTED: 'the connection was cut',
  ERR_BAD_RESPONSE: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ETIMEDOUT: 'no connection came about in time',
};

function textProperty(error: unknown, name: 'code' | 'message'): string {
  if (typeof error !== 'object' || error === null || !(name in error)) return '';
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : '';
}

/**
 * Names what went wrong below HTTP. Only the error's code is looked at: the rest of it holds the token.
 * @param host host and port of the API
 */
export function failureOfNetwork(error: unknown, api: ApiDescription, host: string): AttemptFailure {
  const code = textProperty(error, 'code');
  if (TOO_LARGE.test(textProperty(error, 'message'))) {
    return {
      error: new ServiceError({
        kind: 'protocol',
        message: `${api.name} at ${host} sent more than 50 MB in one answer.`,
      }),
      untouched: false,
    };
  }
  if (CERTIFICATE.test(code)) {
    return {
      error: new ServiceError({
        kind: 'config',
        code,
        message: `The certificate of ${host} is not accepted (${code}). Check ${api.addressSetting} and any proxy.`,
      }),
      untouched: true,
    };
  }
  const reason = REASONS[code] ?? 'the connection failed';
  return {
    error: new ServiceError({
      kind: 'transient',
      code: code === '' ? undefined : code,
      message: `${api.name} at ${host} cannot be reached: ${reason}. Check ${api.addressSetting} and the network.`,
    }),
    untouched: NEVER_ARRIVED.has(code),
  };
}
