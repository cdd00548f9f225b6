/** On-demand work goes before periodic work, and a share of the limits is kept free for it. */
export type RequestLane = 'onDemand' | 'periodic';

/**
 * Around every HTTP request. The limits of an API hold per connection, for all of its callers together.
 * In process it is a p-queue; over several processes it can be kept in Redis behind the same interface.
 */
export interface RequestGate {
  /**
   * Waits for a slot and runs `request` in it.
   * @param connection name of the limit, e.g. `businessCentral`
   * @throws {ServiceError} `cancelled` when `signal` is aborted while waiting
   */
  run<T>(connection: string, lane: RequestLane, signal: AbortSignal | undefined, request: () => Promise<T>): Promise<T>;
  /** Nothing starts on this connection for so long; a longer pause that already runs stays. */
  pause(connection: string, milliseconds: number): Promise<void>;
}
