/** The emulated APIs by the paths of their roots. */
export const API_PATHS = { standard: 'api/v2.0', analytics: 'api/microsoft/analytics/v1.0' } as const;

export type ApiName = keyof typeof API_PATHS;

/** Where a request goes below the host. */
export interface ApiAddress {
  readonly tenant: string | undefined;
  readonly environment: string;
  readonly api: ApiName;
  /** The API's root as the client wrote it: `/v2.0/<tenant>/<environment>/api/v2.0`. */
  readonly root: string;
  /** What follows the root, without its slash; percent-encoded. */
  readonly path: string;
  readonly query: string;
}

const API = /^(\/v2\.0\/(?:([^/?]+)\/)?([^/?]+)\/api\/(v2\.0|microsoft\/analytics\/v1\.0))(?:\/([^?]*))?(?:\?(.*))?$/;

/** Reads `/v2.0/<tenant>/<environment>/<path of an API>/…` or the form without a tenant; undefined for any other address. */
export function parseApiAddress(url: string): ApiAddress | undefined {
  const found = API.exec(url);
  const [, root, tenant, environment, version, path = '', query = ''] = found ?? [];
  const api = version === 'v2.0' ? 'standard' : 'analytics';
  return root === undefined || environment === undefined ? undefined : { api, root, tenant, environment, path, query };
}

/** The other interfaces of Business Central that an address can mean. */
export function otherInterface(url: string): string | undefined {
  const found = /^\/v2\.0\/(?:[^/?]+\/){1,2}(api\/[^/?]+(?:\/[^/?]+){0,2}|ODataV4|WS)/i.exec(url);
  return found?.[1];
}

/** The entity set that an address is about, for fault rules and the call log: `items`, `analytics/locations`. */
export function entitySetOf(url: string): string | undefined {
  const address = parseApiAddress(url);
  const name =
    address === undefined ? undefined : /^(?:companies\([^)]*\)\/)?(\$?\w+)/.exec(safelyDecoded(address.path))?.[1];
  return name === undefined || address?.api === 'standard' ? name : `analytics/${name}`;
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
