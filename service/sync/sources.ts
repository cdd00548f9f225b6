import type { UnavailableReason } from '../../domain/customerStatistics';
import { isServiceError, type ServiceError } from '../http/serviceError';

/** Entity sets of Business Central that synchronization reads. */
export const sourceNames = [
  'companyInformation',
  'accountingPeriods',
  'currencies',
  'currencyExchangeRates',
  'paymentTerms',
  'salespeoplePurchasers',
  'customers',
  'customerFinancialDetails',
  'agedAccountsReceivables',
  'customerSales',
  'salesOrders',
  'salesInvoices',
  'locations',
  'items',
  'itemLedgerEntries',
  'outstandingSalesLines',
  'outstandingPurchaseLines',
  'transferLines',
] as const;

export type SourceName = (typeof sourceNames)[number];

/** Those of the analytics API, which is permitted and installed apart from API v2.0. */
export const analyticsSources = [
  'itemLedgerEntries',
  'outstandingSalesLines',
  'outstandingPurchaseLines',
  'transferLines',
] as const satisfies readonly SourceName[];

export type AnalyticsSource = (typeof analyticsSources)[number];

/** True when this version of Business Central does not offer the source. */
export function isMissing({ kind, status }: ServiceError): boolean {
  return kind === 'refused' && (status === 404 || status === 405);
}

/** Why what a source feeds is not available. */
export function reasonOf(error: ServiceError): UnavailableReason {
  if (error.kind === 'permission') return 'permissionDenied';
  return isMissing(error) ? 'sourceMissing' : 'readFailed';
}

/**
 * Which sources could not be read in this run, and why. What they feed is "not available"; the others go on.
 */
export class SourceFailures {
  private readonly failures = new Map<SourceName, ServiceError>();

  /**
   * Reads one source. `null` when it cannot be read.
   * @throws {ServiceError} what stops every source alike: a wrong setting, no sign-in, an exhausted limit, cancellation
   */
  async attempt<T>(source: SourceName, read: () => Promise<T>): Promise<T | null> {
    try {
      return await read();
    } catch (error) {
      if (!isServiceError(error, 'permission', 'transient', 'refused', 'protocol')) throw error;
      this.failures.set(source, error);
      return null;
    }
  }

  record(source: SourceName, error: ServiceError): void {
    this.failures.set(source, error);
  }

  reason(source: SourceName): UnavailableReason | null {
    const error = this.failures.get(source);
    return error === undefined ? null : reasonOf(error);
  }

  has(source: SourceName): boolean {
    return this.failures.has(source);
  }

  [Symbol.iterator](): IterableIterator<[SourceName, ServiceError]> {
    return this.failures.entries();
  }
}
