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
  const sellers = placesOfItems(sorted);
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
    indexesOfItem: (itemNumber) => sellers.get(itemNumber) ?? [],
  };
}

/** The places of the accounts with orders of each item. */
export function placesOfItems(accounts: Iterable<Account>): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  let index = 0;
  for (const { orders } of accounts) {
    for (const itemNumber of itemsOnOrder(orders)) {
      const known = places.get(itemNumber);
      if (known === undefined) {
        places.set(itemNumber, [index]);
      } else {
        known.push(index);
      }
    }
    index += 1;
  }
  return places;
}

/** The numbers of the items that stand on orders. */
export function itemsOnOrder(orders: Account['orders']): ReadonlySet<string> {
  return new Set(orders.flatMap(({ lines }) => lines.flatMap(({ type, number }) => (type === 'Item' ? [number] : []))));
}
