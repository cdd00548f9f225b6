import { accountWith } from '../model/account';
import type { Account } from '../model/account';
import type { Company } from '../model/company';
import type { SalesDocument } from '../model/documents';
import { PostingError } from './postingError';

export interface DocumentPlace {
  readonly index: number;
  readonly account: Account;
  readonly document: SalesDocument;
}

/** The account with its place; throws PostingError when there is no such customer. */
export function accountOf(company: Company, customerNumber: string): { index: number; account: Account } {
  const index = company.accounts.indexOfNumber(customerNumber);
  const account = index === undefined ? undefined : company.accounts.at(index);
  if (index === undefined || account === undefined) {
    throw new PostingError(`The Customer does not exist. Identification fields and values: No.='${customerNumber}'`);
  }
  return { index, account };
}

/** A sales document by its id, with the account it is in. */
export function findDocument(company: Company, id: string): DocumentPlace | undefined {
  const index = company.accounts.indexOfDocument(id);
  const account = index === undefined ? undefined : company.accounts.at(index);
  const document = account && [...account.orders, ...account.invoices].find((candidate) => candidate.id === id);
  return index === undefined || account === undefined || document === undefined
    ? undefined
    : { index, account, document };
}

/** The account with one document put in the place of its former self, or taken out. */
export function withDocument(account: Account, id: string, document: SalesDocument | undefined): Account {
  const replace = (documents: readonly SalesDocument[]) =>
    documents.flatMap((candidate) => (candidate.id !== id ? [candidate] : document === undefined ? [] : [document]));
  return accountWith(account, { orders: replace(account.orders), invoices: replace(account.invoices) });
}
