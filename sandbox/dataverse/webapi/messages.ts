import type { QueryOptions, ResourceSegment } from '../../odata/syntax';

/** One operation, whether it came alone or as a part of a batch. */
export interface ApiRequest {
  readonly method: string;
  /** Path behind `/api/data/v9.2/`, percent-encoded, and query without `?`. */
  readonly path: string;
  readonly query: string;
  readonly segments: readonly ResourceSegment[];
  readonly options: QueryOptions;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Address of the service root with its version, e.g. `http://127.0.0.1:4700/api/data/v9.2/`. */
  readonly root: string;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Text goes out as it is, undefined is no body, all else as JSON. */
  readonly body?: unknown;
}

/** 200 with a JSON body. */
export function ok(body: unknown, headers: Readonly<Record<string, string>> = {}): ApiResponse {
  return { status: 200, headers, body };
}

/** 204; `entity` is the address of the row that was written. */
export function noContent(entity?: string): ApiResponse {
  return { status: 204, headers: entity === undefined ? {} : { 'OData-EntityId': entity, Location: entity } };
}
