import type { Dialect } from '../../odata/evaluation';
import type { Company } from '../model/company';

/** What the caller may not see; nothing is denied when a list is empty. */
export interface Permissions {
  /** Entity sets that answer 403 (salesOrders: its own error; salesInvoices: rows are hidden). */
  readonly denied: ReadonlySet<string>;
}

/** What every part of a request needs to know. */
export interface RequestContext {
  readonly company: Company;
  /** Absolute address of the API's root, without a slash at its end. */
  readonly endpoint: string;
  readonly schemaVersion: string;
  readonly permissions: Permissions;
  readonly dialect: Dialect;
}
