import { customerIdNavigation, logicalName as account } from '../../../dataverse/generated/account';
import { logicalName as customer, name, primaryKey } from '../../../dataverse/generated/bciCustomer';

/** A record that a lookup points to. */
export interface Reference {
  readonly id: string;
  readonly entityType: string;
  readonly name?: string;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** Form and Web API write ids differently: braces and capitals do not count. */
export function isSameRecord(one: Reference | undefined, other: Reference | undefined): boolean {
  const bare = (reference: Reference | undefined): string | undefined =>
    reference?.id.replace(/[{}]/g, '').toLowerCase();
  return bare(one) === bare(other) && one?.entityType === other?.entityType;
}

/** Only accounts are coupled with customers of Business Central. */
export function isAccount(reference: Reference | undefined): reference is Reference {
  return reference?.entityType === account;
}

/**
 * What is read of an account. The customer's own row is read with it, so that who may not read the row does not couple
 * it either: saving the quote would be refused.
 */
export const accountQuery = `?$select=accountid&$expand=${customerIdNavigation}($select=${primaryKey},${name})`;

/** The customer with which an account is coupled, from the answer to `accountQuery`; undefined when with none. */
export function coupledCustomer(accountRow: unknown): Reference | undefined {
  const row = property(accountRow, customerIdNavigation);
  const id = property(row, primaryKey);
  const rowName = property(row, name);
  if (typeof id !== 'string' || id === '') return undefined;
  return { id, entityType: customer, name: typeof rowName === 'string' ? rowName : '' };
}
