import type { Freshness } from '../../domain/freshness';

/** Why figures cannot be read though a record is asked for. */
export type ReadFailure =
  /** Dataverse refuses the record to this user. */
  | { readonly kind: 'forbidden'; readonly by: 'role' | 'column' }
  /** The lookup leads to a record that is not there, or not for this user. */
  | { readonly kind: 'notCoupled'; readonly missing: boolean }
  | { readonly kind: 'offline' }
  /** @property retryAt milliseconds since 1970 */
  | { readonly kind: 'throttled'; readonly retryAt: number }
  /** @property reference what an administrator can search for: an activity id, an error code or a column */
  | { readonly kind: 'failed'; readonly reference: string };

/** Everything a control can have to show. Each kind has its words and, where there is one, a next step. */
export type ReadState<T> =
  | { readonly kind: 'loading'; readonly slow: boolean }
  | { readonly kind: 'ready'; readonly value: T; readonly freshness: Freshness }
  | { readonly kind: 'notSaved' }
  | ReadFailure;

/** Trouble that may be over at the next attempt. */
export function isPassing({ kind }: ReadState<unknown>): boolean {
  return kind === 'offline' || kind === 'throttled' || kind === 'failed';
}

/** What a form asks a control to show: a record, or the state that stands in its place. */
export type Subject =
  | { readonly kind: 'record'; readonly id: string }
  | { readonly kind: 'notCoupled'; readonly missing: boolean }
  | { readonly kind: 'notSaved' }
  | { readonly kind: 'forbidden'; readonly by: 'role' | 'column' };
