import Big from 'big.js';
import { toStoredNumber } from './decimal';

/**
 * Credit left before the limit is reached; negative when it is exceeded; `null` when there is no limit.
 * A credit limit of 0 means "no limit", not "no credit".
 * Source: Business Central, Customer.CalcAvailableCredit = Credit Limit (LCY) - Total (LCY).
 */
export function availableCredit(creditLimit: number, total: number): number | null {
  return creditLimit === 0 ? null : toStoredNumber(new Big(creditLimit).minus(total));
}
