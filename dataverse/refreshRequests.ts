import * as customer from './generated/bciCustomer';
import * as refreshRequest from './generated/bciRefreshRequest';
import { RowReader } from './rowReader';

export interface RefreshProgress {
  readonly state: keyof typeof refreshRequest.StateChoice;
  /** One sentence of the service, when it has something to say. */
  readonly message: string | null;
}

/** What shall be read again, by row ids. Items: at most `ITEMS_AT_MOST`. */
export type RefreshSubject =
  { readonly kind: 'customer'; readonly id: string } | { readonly kind: 'items'; readonly ids: readonly string[] };

/** The service refuses a request for more. */
export const ITEMS_AT_MOST = 200;

/** How a user asks the service for fresh figures. Every failure is a rejection with what the platform gave. */
export interface RefreshRequests {
  /**
   * @param name what the request is listed under for the administrator
   * @returns row id of the request
   */
  create(subject: RefreshSubject, name: string): Promise<string>;
  /** @throws UnreadableRowError when the answer is not such a row */
  progress(requestId: string): Promise<RefreshProgress>;
}

/** The row that asks for it. A name too long for its column is cut. */
export function refreshRequestRow(subject: RefreshSubject, name: string): Readonly<Record<string, string>> {
  const [column, value] =
    subject.kind === 'customer'
      ? [refreshRequest.customerIdBind, `/${customer.entitySetName}(${subject.id})`]
      : [refreshRequest.itemIds, subject.ids.join()];
  return { [refreshRequest.name]: name.slice(0, refreshRequest.nameMaxLength), [column]: value };
}

export const refreshProgressQuery = `?$select=${refreshRequest.state},${refreshRequest.message}`;

/** @throws UnreadableRowError */
export function readRefreshProgress(answer: unknown): RefreshProgress {
  const row = new RowReader(refreshRequest.logicalName, answer);
  return {
    state: row.choice(refreshRequest.state, refreshRequest.StateChoice) ?? 'waiting',
    message: row.text(refreshRequest.message),
  };
}
