import type { Account, AccountSource } from './account';
import { itemsOnOrder } from './accountList';

/** What changed since the source was made; a copy is a way back. */
interface Changes {
  readonly replaced: ReadonlyMap<number, Account | undefined>;
  readonly added: readonly Account[];
}

/** Accounts that are in the source, with what was changed, added or deleted on top. */
export class AccountStore {
  private changes: Changes = { replaced: new Map(), added: [] };
  private documentPlaces = new Map<string, number>();
  /** Accounts that had orders of an item at some time after the start. */
  private readonly itemPlaces = new Map<string, Set<number>>();

  constructor(private readonly source: AccountSource) {}

  /** One more than the largest index; deleted accounts keep their place. */
  get end(): number {
    return this.source.count + this.changes.added.length;
  }

  get count(): number {
    let deleted = 0;
    for (const account of this.changes.replaced.values()) {
      deleted += account === undefined ? 1 : 0;
    }
    return this.end - deleted;
  }

  /** Whether the natural order is also that of the ids. */
  get idsAscend(): boolean {
    return this.source.idsAscend && this.changes.added.length === 0;
  }

  /** Whether the natural order is that of the customer numbers. */
  get numbersAscend(): boolean {
    return this.changes.added.length === 0;
  }

  at(index: number): Account | undefined {
    if (this.changes.replaced.has(index)) {
      return this.changes.replaced.get(index);
    }
    if (index < this.source.count) {
      return index < 0 ? undefined : this.source.at(index);
    }
    return this.changes.added[index - this.source.count];
  }

  indexOfNumber(customerNumber: string): number | undefined {
    return this.existing(
      this.source.indexOfNumber(customerNumber) ??
        this.addedIndex((account) => account.customer.number === customerNumber),
    );
  }

  indexOfCustomer(id: string): number | undefined {
    return this.existing(this.source.indexOfCustomer(id) ?? this.addedIndex((account) => account.customer.id === id));
  }

  /** The account of a document or of one of its lines, whether it came with the source or later. */
  indexOfDocument(id: string): number | undefined {
    return this.existing(this.documentPlaces.get(id) ?? this.source.indexOfDocument(id));
  }

  /** The accounts with orders of an item, and perhaps some without; ascending. */
  indexesOfItem(itemNumber: string): readonly number[] {
    const later = this.itemPlaces.get(itemNumber);
    const first = this.source.indexesOfItem(itemNumber);
    return later === undefined ? first : [...new Set([...first, ...later])].sort((left, right) => left - right);
  }

  byNumber(customerNumber: string): Account | undefined {
    const index = this.indexOfNumber(customerNumber);
    return index === undefined ? undefined : this.at(index);
  }

  replace(index: number, account: Account | undefined): void {
    this.changes = { ...this.changes, replaced: new Map(this.changes.replaced).set(index, account) };
    for (const document of account === undefined ? [] : [...account.orders, ...account.invoices]) {
      this.documentPlaces.set(document.id, index);
      for (const line of document.lines) {
        this.documentPlaces.set(line.id, index);
      }
    }
    for (const itemNumber of itemsOnOrder(account?.orders ?? [])) {
      this.itemPlaces.set(itemNumber, (this.itemPlaces.get(itemNumber) ?? new Set()).add(index));
    }
  }

  add(account: Account): void {
    this.changes = { ...this.changes, added: [...this.changes.added, account] };
  }

  /** The state to go back to. */
  snapshot(): () => void {
    const { changes, documentPlaces } = this;
    this.documentPlaces = new Map(documentPlaces);
    return () => {
      this.changes = changes;
      this.documentPlaces = documentPlaces;
    };
  }

  private addedIndex(test: (account: Account) => boolean): number | undefined {
    const index = this.changes.added.findIndex(test);
    return index < 0 ? undefined : this.source.count + index;
  }

  private existing(index: number | undefined): number | undefined {
    return index === undefined || this.at(index) === undefined ? undefined : index;
  }
}
