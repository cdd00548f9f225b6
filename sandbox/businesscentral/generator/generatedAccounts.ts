import type { CalendarDate } from '../ledger/dates';
import type { LedgerEntry } from '../ledger/entries';
import type { Account, AccountSource, Customer } from '../model/account';
import { placesOfItems } from '../model/accountList';
import type { SalesDocument } from '../model/documents';
import type { CompanySetup } from '../model/setup';
import { generatedCustomer } from './generatedCustomer';
import { generatedInvoices, generatedOrders } from './generatedDocuments';
import { generatedEntries } from './generatedEntries';
import { Generation } from './generation';
import type { Assortment } from './generation';

/** Accounts kept at hand: those that one row is made of, few enough that they are gone before they grow old. */
const KEPT = 16;

/**
 * Customers with their documents and entries made up from a seed when they are looked at, and only the part of them
 * that is looked at. The same seed, setup and date give the same company.
 */
export class GeneratedAccounts implements AccountSource {
  readonly idsAscend = true;
  private readonly generation: Generation;
  private kept = new Map<number, Account>();
  private sellers: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(
    seed: string,
    readonly count: number,
    setup: CompanySetup,
    private readonly assortment: Assortment,
    today: CalendarDate,
  ) {
    this.generation = new Generation(seed, setup, assortment, today);
  }

  at(index: number): Account {
    const known = this.kept.get(index);
    if (known !== undefined) {
      return known;
    }
    if (this.kept.size >= KEPT) {
      this.kept = new Map();
    }
    const account = new LazyAccount(this.generation, index);
    this.kept.set(index, account);
    return account;
  }

  indexOfNumber(customerNumber: string): number | undefined {
    const index = /^C\d{7}$/.test(customerNumber) ? Number(customerNumber.slice(1)) - 1 : -1;
    return index >= 0 && index < this.count ? index : undefined;
  }

  indexOfCustomer(id: string): number | undefined {
    const place = this.generation.ids.parse(id);
    return place?.document === 0 && place.line === 0 && this.holds(place.account) ? place.account : undefined;
  }

  indexOfDocument(id: string): number | undefined {
    const place = this.generation.ids.parse(id);
    return place !== undefined && place.document > 0 && this.holds(place.account) ? place.account : undefined;
  }

  /** As the plan says; without one found by looking through all accounts, once. */
  indexesOfItem(itemNumber: string): readonly number[] {
    const { plan } = this.assortment;
    if (plan !== undefined) {
      const item = this.assortment.indexOfNumber(itemNumber);
      return item === undefined ? [] : plan.customersOf(item);
    }
    this.sellers ??= placesOfItems(this.all());
    return this.sellers.get(itemNumber) ?? [];
  }

  private *all(): Iterable<Account> {
    for (let index = 0; index < this.count; index += 1) {
      yield this.at(index);
    }
  }

  private holds(index: number): boolean {
    return index >= 0 && index < this.count;
  }
}

/**
 * An account whose parts are made when they are first read. A class, because an object literal with getters has a
 * hidden class of its own each time, which keeps the account alive until the next full garbage collection.
 */
class LazyAccount implements Account {
  private madeCustomer: Customer | undefined;
  private madeOrders: readonly SalesDocument[] | undefined;
  private madeInvoices: readonly SalesDocument[] | undefined;
  private madeEntries: readonly LedgerEntry[] | undefined;

  constructor(
    private readonly generation: Generation,
    private readonly index: number,
  ) {}

  get customer(): Customer {
    return (this.madeCustomer ??= generatedCustomer(this.generation, this.index));
  }

  get orders(): readonly SalesDocument[] {
    return (this.madeOrders ??= generatedOrders(this.generation, this.index, this.customer));
  }

  get invoices(): readonly SalesDocument[] {
    return (this.madeInvoices ??= generatedInvoices(this.generation, this.index, this.customer));
  }

  get entries(): readonly LedgerEntry[] {
    return (this.madeEntries ??= generatedEntries(this.generation, this.index, this.invoices));
  }
}
