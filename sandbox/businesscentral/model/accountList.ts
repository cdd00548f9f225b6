import type { Account, AccountSource } from './account';

/** Accounts that are all in memory, in the order of their customer numbers. */
export function accountList(accounts: readonly Account[]): AccountSource {
  const sorted = [...accounts].sort((left, right) => (left.customer.number < right.customer.number ? -1 : 1));
  const numbers = new Map(sorted.map(({ customer }, index) => [customer.number, index]));
  const ids = new Map(sorted.map(({ customer }, index) => [customer.id, index]));
  const documents = new Map(
    sorted.flatMap((account, index) =>
      [...account.orders, ...account.invoices].flatMap((document) =>
        [document.id, ...document.lines.map(({ id }) => id)].map((id) => [id, index] as const),
      ),
    ),
  );
  return {
    count: sorted.length,
    idsAscend: sorted.every(
      (account, index) => index === 0 || (sorted[index - 1]?.customer.id ?? '') < account.customer.id,
    ),
    at: (index) => {
      const account = sorted[index];
      if (account === undefined) {
        throw new RangeError(`There is no account ${index}.`);
      }
      return account;
    },
    indexOfNumber: (number) => numbers.get(number),
    indexOfCustomer: (id) => ids.get(id),
    indexOfDocument: (id) => documents.get(id),
  };
}
