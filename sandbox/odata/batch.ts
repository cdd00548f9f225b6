/** One request of a `$batch`. Header names are in lower case; `body` is text as it would have come over the wire. */
export interface BatchRequest {
  /** Empty when a JSON batch gave none. */
  readonly id: string;
  readonly method: string;
  /** As written: relative to the service root, rooted (`/api/…`), absolute, or beginning with a reference (`$1/…`). */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Ids of requests or groups that must have succeeded before (JSON batches). */
  readonly dependsOn: readonly string[];
}

export interface BatchResponse {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text; undefined when there is none. */
  readonly body: string | undefined;
}

/** A request by itself, or an atomicity group (a change set): all of it or nothing. */
export type BatchItem =
  | { readonly kind: 'request'; readonly request: BatchRequest }
  | { readonly kind: 'changeSet'; readonly id: string; readonly requests: readonly BatchRequest[] };

/** One response for a request or for each request of a change set; a change set that failed has one response for all. */
export type BatchItemResponse =
  | { readonly kind: 'request'; readonly response: BatchResponse }
  | { readonly kind: 'changeSet'; readonly id: string; readonly responses: readonly BatchResponse[] };

/** The body is not a batch. The message says what is wrong with which part. */
export class ODataBatchError extends Error {
  override readonly name = 'ODataBatchError';
}

/**
 * Replaces references to earlier requests of the batch, `$1` or `$1/lines`, by the addresses they created.
 * An unknown reference stays as it is.
 */
export function resolveReferences(text: string, locations: ReadonlyMap<string, string>): string {
  return text.replace(/\$([\w.-]+)(?=$|[/?"')])/g, (reference, id: string) => locations.get(id) ?? reference);
}
