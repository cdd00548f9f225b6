import type { ItemLedgerEntry } from '../ledger/itemEntries';
import type { Account } from '../model/account';
import type { Company } from '../model/company';
import type { SalesDocument, SalesLine } from '../model/documents';
import type { ItemRecord } from '../model/items';

/** A customer with the company it is in. */
export interface AccountRow {
  readonly company: Company;
  readonly account: Account;
}

/** A sales document with its account. */
export interface DocumentRow extends AccountRow {
  readonly document: SalesDocument;
}

/** A line with its document. */
export interface LineRow extends DocumentRow {
  readonly line: SalesLine;
}

/** An item with the company it is in. */
export interface ItemRow {
  readonly company: Company;
  readonly record: ItemRecord;
}

/** An item ledger entry with its item. */
export interface ItemEntryRow extends ItemRow {
  readonly entry: ItemLedgerEntry;
}
