import * as refreshRequest from './generated/bciRefreshRequest';
import { RowReader } from './rowReader';

export interface RefreshProgress {
  readonly state: keyof typeof refreshRequest.StateChoice;
  /** One sentence of the service, when it has something to say. */
  readonly message: string | null;
}

/** How a user asks the service for fresh figures. Every failure is a rejection with what the platform gave. */
export interface RefreshRequests {
  /**
   * Asks for one customer.
   * @param customerId row id of bci_customer
   * @param name what the request is listed under for the administrator
   * @returns row id of the request
   */
  create(customerId: string, name: string): Promise<string>;
  /** @throws UnreadableRowError when the answer is not such a row */
  progress(requestId: string): Promise<RefreshProgress>;
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
