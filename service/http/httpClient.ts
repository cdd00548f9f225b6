import type { RequestLane } from '../gate/requestGate';

export type HttpMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** A body that is not JSON, e.g. the multipart text of a Dataverse `$batch`. */
export interface TextBody {
  readonly text: string;
  readonly contentType: string;
}

export interface HttpRequest<T> {
  readonly method: HttpMethod;
  /** Below the API's base address (no leading slash), or a whole address such as an `@odata.nextLink`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is; not together with `json`. */
  readonly text?: TextBody | undefined;
  /**
   * Turns the answer into what is expected and throws when it is something else.
   * Gets the parsed JSON, the text when `responseText` is set, `undefined` when the answer has no content;
   * and the headers, names in lower case.
   */
  readonly parse: (body: unknown, headers: Readonly<Record<string, string>>) => T;
  readonly lane: RequestLane;
  readonly signal?: AbortSignal | undefined;
  /** The answer is text (multipart), not JSON. */
  readonly responseText?: boolean | undefined;
  /**
   * May be sent again when it is unknown whether the first one was carried out.
   * Default: true for every method but POST; set it for a POST that only reads or writes by key.
   */
  readonly repeatable?: boolean | undefined;
  /** Numbers keep their digits: those that a double would round may arrive as `LosslessNumber`. */
  readonly exactNumbers?: boolean | undefined;
  /** Total time of one attempt, in milliseconds; default: the client's (60 s). */
  readonly deadlineMs?: number | undefined;
}

export interface HttpResponse<T> {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: T;
  /** The other side's id of this request, for support. */
  readonly correlationId: string | undefined;
}

/** Says that a body is used up: nothing is expected in it. */
export const ignoreBody = (): undefined => undefined;

/** One API (a base address, its sign-in and its limits). */
export interface HttpClient {
  /** The address of the API, ending in a slash. */
  readonly baseUrl: string;
  /**
   * Sends, waits its turn, repeats what is worth repeating.
   * @throws {ServiceError} and nothing else
   */
  send<T>(request: HttpRequest<T>): Promise<HttpResponse<T>>;
  /** Attempts sent to this API so far, repeats included. */
  readonly requestCount: number;
}
