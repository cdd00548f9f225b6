import type { Expression } from '../../odata/syntax';
import type { Company } from '../model/company';
import { requiredValues } from './conditions';

/** Properties by which the account of a row can be found without looking at every row. */
export interface AccountKeys {
  readonly customerIds: readonly string[];
  readonly customerNumbers: readonly string[];
  readonly documentIds: readonly string[];
}

/** Indexes of the accounts to look at, ascending: all, or those that the filter can be about. */
export function* accountIndexes(company: Company, filter: Expression | undefined, keys: AccountKeys, from: number) {
  const candidates = candidateIndexes(company, filter, keys);
  if (candidates === undefined) {
    for (let index = from; index < company.accounts.end; index += 1) {
      yield index;
    }
    return;
  }
  yield* [...new Set(candidates)].filter((index) => index >= from).sort((left, right) => left - right);
}

function candidateIndexes(
  { accounts }: Company,
  filter: Expression | undefined,
  keys: AccountKeys,
): readonly number[] | undefined {
  const lookups: readonly (readonly [readonly string[], (value: string) => number | undefined])[] = [
    [keys.customerIds, (value) => accounts.indexOfCustomer(value)],
    [keys.customerNumbers, (value) => accounts.indexOfNumber(value)],
    [keys.documentIds, (value) => accounts.indexOfDocument(value)],
  ];
  for (const [properties, indexOf] of lookups) {
    for (const property of properties) {
      const values = requiredValues(filter, property);
      if (values !== undefined) {
        return values.flatMap((value) => withPayer(accounts, indexOf(value)));
      }
    }
  }
  return undefined;
}

/** Documents lie in the account of who pays, which is not always the customer they were sold to. */
function withPayer(accounts: Company['accounts'], index: number | undefined): readonly number[] {
  if (index === undefined) {
    return [];
  }
  const payer = accounts.at(index)?.customer.billToCustomerNumber ?? '';
  const payerIndex = payer === '' ? undefined : accounts.indexOfNumber(payer);
  return payerIndex === undefined ? [index] : [index, payerIndex];
}
