import type { Hundredths } from '../ledger/amounts';
import type { LedgerEntry } from '../ledger/entries';
import type { SalesDocument } from './documents';

export type CustomerBlocked = ' ' | 'Ship' | 'Invoice' | 'All';

export interface Customer {
  readonly id: string;
  readonly number: string;
  readonly displayName: string;
  readonly type: 'Company' | 'Person';
  readonly addressLine1: string;
  readonly addressLine2: string;
  readonly city: string;
  readonly state: string;
  readonly country: string;
  readonly postalCode: string;
  readonly contactName: string;
  readonly phoneNumber: string;
  readonly email: string;
  readonly website: string;
  readonly salespersonCode: string;
  /** In local currency; 0 = no limit. */
  readonly creditLimit: Hundredths;
  readonly taxLiable: boolean;
  readonly taxRegistrationNumber: string;
  /** The rate that the customer's VAT group gives. */
  readonly taxPercent: number;
  /** Empty = local currency. */
  readonly currencyCode: string;
  readonly paymentTermsCode: string;
  readonly shipmentMethodCode: string;
  readonly blocked: CustomerBlocked;
  /** Who pays; empty = the customer. */
  readonly billToCustomerNumber: string;
  readonly modifiedAt: string;
  readonly version: number;
}

/**
 * A customer with everything that is billed to it. A value: a change makes a new one, which is what lets a
 * transaction go back and a figure be remembered as long as its account lives.
 */
export interface Account {
  readonly customer: Customer;
  readonly orders: readonly SalesDocument[];
  /** Drafts and posted invoices. */
  readonly invoices: readonly SalesDocument[];
  readonly entries: readonly LedgerEntry[];
}

/** The account with other parts; not by spreading, because an account may make its parts only when they are read. */
export function accountWith(account: Account, changes: Partial<Account>): Account {
  return {
    customer: changes.customer ?? account.customer,
    orders: changes.orders ?? account.orders,
    invoices: changes.invoices ?? account.invoices,
    entries: changes.entries ?? account.entries,
  };
}

/** Where the accounts of a company come from: a list in memory, or a generator. */
export interface AccountSource {
  readonly count: number;
  /** `index` from 0; in the order of customer numbers. */
  at(index: number): Account;
  indexOfNumber(customerNumber: string): number | undefined;
  indexOfCustomer(id: string): number | undefined;
  /** The account that a sales document or one of its lines belongs to. */
  indexOfDocument(id: string): number | undefined;
  /** The accounts with orders of an item, and perhaps some without. */
  indexesOfItem(itemNumber: string): readonly number[];
  /** Whether ids ascend with the index, too. */
  readonly idsAscend: boolean;
}
