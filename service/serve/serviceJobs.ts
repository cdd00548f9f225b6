import type { RunTrigger } from '../sync/snapshotStore';

/** What the running service works on. */
export interface ServiceJobs {
  /** Look at one refresh request: is it there, and whom is it about? */
  readonly acceptRequest: { readonly requestId: string };
  /** Look for refresh requests that no webhook told of. */
  readonly findRequests: Record<string, never>;
  /** Refresh one customer, for everyone who asked. */
  readonly refreshCustomer: { readonly customerId: string };
  /** Refresh the items that wait, for everyone who asked. */
  readonly refreshItems: Record<string, never>;
  readonly synchronize: { readonly trigger: RunTrigger };
}
