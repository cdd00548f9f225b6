import type { RefreshRequest } from '../sync/snapshotStore';
import { ITEMS_IN_ONE_READ } from '../sync/itemPorts';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a request asks for. */
export type RequestedSubject =
  | { readonly kind: 'customer'; readonly id: string }
  /** Each once, in lower case. */
  | { readonly kind: 'items'; readonly ids: readonly string[] }
  | { readonly kind: 'none'; readonly code: string; readonly message: string };

function none(code: string, message: string): RequestedSubject {
  return { kind: 'none', code, message };
}

/** Reads what a user's client wrote into the request, of which nothing is certain. */
export function subjectOf({ customerId, itemIds }: RefreshRequest): RequestedSubject {
  const named = itemIds?.trim() ?? '';
  if (named === '') {
    if (customerId !== null) return { kind: 'customer', id: customerId };
    return none(
      'subjectMissing',
      'The request names neither a customer nor items. Refresh from the form of an account, a product or a quote.',
    );
  }
  if (customerId !== null) {
    return none('subjectUnclear', 'The request names a customer and items. Make one request for each.');
  }
  const ids = new Set(named.split(',').map((id) => id.trim().toLowerCase()));
  if ([...ids].some((id) => !GUID.test(id))) {
    return none('itemsUnreadable', 'The request does not name its items by their row ids, separated by commas.');
  }
  if (ids.size > ITEMS_IN_ONE_READ) {
    return none('tooManyItems', `The request names ${ids.size} items; it may name ${ITEMS_IN_ONE_READ} at most.`);
  }
  return { kind: 'items', ids: [...ids] };
}
