/** Numbers kept free for the entries of each account: those of its invoices, then those of their payments. */
const ENTRIES_PER_ACCOUNT = 32;

/** The number of an account's first invoice entry. */
export function firstEntryNumber(index: number): number {
  return index * ENTRIES_PER_ACCOUNT + 1;
}

/** The number of an account's first payment entry. */
export function firstPaymentNumber(index: number): number {
  return index * ENTRIES_PER_ACCOUNT + ENTRIES_PER_ACCOUNT / 2;
}
