/** A request as the API handles it, whether it came by itself or in a batch. Header names are in lower case. */
export interface ApiRequest {
  readonly method: string;
  /** Path below the API's root, still percent-encoded: `companies(…)/customers`. */
  readonly path: string;
  /** The query string without its question mark. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string | undefined;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

const JSON_TYPE = 'application/json; odata.metadata=minimal';

/** `body` is JSON already. */
export function jsonTextResponse(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): ApiResponse {
  return { status, headers: { 'content-type': JSON_TYPE, 'odata-version': '4.0', ...headers }, body };
}

export function jsonResponse(status: number, value: unknown): ApiResponse {
  return jsonTextResponse(status, JSON.stringify(value));
}

/** 204, for what has no answer to give. */
export function emptyResponse(headers: Readonly<Record<string, string>> = {}): ApiResponse {
  return { status: 204, headers, body: undefined };
}
