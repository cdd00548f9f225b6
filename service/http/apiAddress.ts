import { ServiceError } from './serviceError';

const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** True for this machine itself: the only place where http and fixed tokens are allowed. */
export function isLoopback(url: URL): boolean {
  return LOOPBACK_HOSTS.includes(url.hostname);
}

/**
 * The base address of an API, ending in a slash.
 * @param setting name of the setting that holds it, for the message
 * @throws {ServiceError} `config` when it is no address or is not encrypted
 */
export function parseBaseUrl(text: string, setting: string): URL {
  let url: URL;
  try {
    url = new URL(text.endsWith('/') ? text : `${text}/`);
  } catch {
    throw new ServiceError({
      kind: 'config',
      message: `${setting} is not an address. Set it to one such as https://example.com.`,
    });
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))) return url;
  throw new ServiceError({
    kind: 'config',
    message: `${setting} must begin with https:// (http:// is for a sandbox on this machine only).`,
  });
}

/**
 * The address of a host whose paths the service knows itself: scheme, name and port, nothing else.
 * The text is in no message: it may hold a password.
 * @param setting name of the setting that holds it, for the message
 * @param example an address as it should be, for the message
 * @throws {ServiceError} `config`
 */
export function parseHostUrl(text: string, setting: string, example: string): URL {
  // Looked for in the text: an empty query or user name leaves no trace in a URL.
  const isMore = /[?#@]/.test(text);
  const url = isMore ? undefined : parseBaseUrl(text, setting);
  if (url !== undefined && /^\/+$/.test(url.pathname)) return url;
  throw new ServiceError({
    kind: 'config',
    message: `${setting} must be the address of the host alone, without path, query, fragment and user name, e.g. ${example}.`,
  });
}

/**
 * The address of one request: below the base address, or a whole one (a next page) on the same host.
 * The token must never leave for another host.
 * @throws {ServiceError} `protocol` when the address lies on another host
 */
export function requestUrl(base: URL, path: string, apiName: string): URL {
  let url: URL;
  try {
    url = new URL(path, base);
  } catch {
    throw new ServiceError({ kind: 'protocol', message: `${apiName} sent a next page address that is not one.` });
  }
  if (url.origin === base.origin) return url;
  throw new ServiceError({
    kind: 'protocol',
    message: `${apiName} sent a next page address on another host (${url.host}); only ${base.host} is allowed.`,
  });
}

/** What is asked for, without keys, filters and amounts: for messages and logs. */
export function describePath(base: URL, url: URL): string {
  const path = decodeURIComponentSafely(url.pathname);
  const basePath = decodeURIComponentSafely(base.pathname);
  const below = path.startsWith(basePath) ? path.slice(basePath.length) : path;
  // The analytics API lies beside API v2.0 and not below it.
  const set = below.replace(/\([^)]*\)/g, '').replace(/^(.*\/)?companies\//, '');
  return set === '' ? 'the service document' : set;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
