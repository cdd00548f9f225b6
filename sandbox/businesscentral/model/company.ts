import type { Hundredths } from '../ledger/amounts';
import { addMonths, applyDateFormula } from '../ledger/dates';
import type { CalendarDate } from '../ledger/dates';
import type { Account, AccountSource } from './account';
import { AccountStore } from './accountStore';
import { exchangeRateOn, toLocalCurrency } from './exchange';
import { NumberedIds, stableId } from './identifiers';
import { ItemStore } from './itemStore';
import type { ItemRecord, ItemSource } from './items';
import type { CompanySetup, ExchangeRate, NumberSeriesName } from './setup';

/** Milliseconds since 1970; a test gives its own. */
export type Clock = () => number;

const DAY = 86_400_000;

/** What a company begins with. */
export interface CompanySources {
  readonly accounts: AccountSource;
  readonly items: ItemSource;
}

/** One company of the environment: its setup, its accounts, its items and its work date. */
export class Company {
  readonly accounts: AccountStore;
  readonly items: ItemStore;
  /** Ids of item ledger entries are made of their numbers. */
  readonly itemEntryIds: NumberedIds;
  private setWorkDate: CalendarDate | undefined;
  /** The day of the clock, which is asked for row by row. */
  private today = { day: Number.NaN, date: '' };
  private lastNumbers = new Map<string, number>();
  /** Counts every change; part of ETags and of what is remembered between pages. */
  private changes = 0;

  constructor(
    readonly setup: CompanySetup,
    sources: CompanySources,
    private readonly clock: Clock,
    workDate?: CalendarDate,
  ) {
    this.accounts = new AccountStore(sources.accounts);
    this.items = new ItemStore(sources.items);
    this.itemEntryIds = new NumberedIds(`${setup.id} item ledger entry`);
    this.setWorkDate = workDate;
  }

  /** The day that counts as today for due dates, ageing and sales. */
  get workDate(): CalendarDate {
    if (this.setWorkDate !== undefined) {
      return this.setWorkDate;
    }
    const day = Math.floor(this.clock() / DAY);
    if (day !== this.today.day) {
      this.today = { day, date: this.now().slice(0, 10) };
    }
    return this.today.date;
  }

  set workDate(date: CalendarDate) {
    this.setWorkDate = date;
    this.changes += 1;
  }

  /** This instant, to the millisecond, in UTC. */
  now(): string {
    return new Date(this.clock()).toISOString();
  }

  get changeCount(): number {
    return this.changes;
  }

  /** Puts a changed account (or none) in its place and returns the number of the change, for its records' versions. */
  change(index: number, make: (version: number) => Account | undefined): void {
    this.changes += 1;
    this.accounts.replace(index, make(this.changes));
  }

  addAccount(make: (version: number) => Account): void {
    this.changes += 1;
    this.accounts.add(make(this.changes));
  }

  /** Puts a changed item (or none) in its place. */
  changeItem(index: number, make: (version: number) => ItemRecord | undefined): void {
    this.changes += 1;
    this.items.replace(index, make(this.changes));
  }

  addItem(make: (version: number) => ItemRecord): void {
    this.changes += 1;
    this.items.add(make(this.changes));
  }

  /** Does all of `work` or, when it throws, nothing. */
  transaction<T>(work: () => T): T {
    const back = this.savepoint();
    try {
      return work();
    } catch (error) {
      back();
      throw error;
    }
  }

  /** The way back to the present state. */
  savepoint(): () => void {
    const accountsBack = this.accounts.snapshot();
    const itemsBack = this.items.snapshot();
    const { setWorkDate, changes } = this;
    const lastNumbers = new Map(this.lastNumbers);
    return () => {
      accountsBack();
      itemsBack();
      this.setWorkDate = setWorkDate;
      this.lastNumbers = lastNumbers;
      this.changes = changes + 1;
    };
  }

  /** The next number of a document or customer. */
  nextNumber(series: NumberSeriesName): string {
    const { prefix, first } = this.setup.numberSeries[series];
    return `${prefix}${this.count(series, first)}`;
  }

  nextLedgerEntryNumber(): number {
    return this.count('ledger entry', this.setup.firstLedgerEntryNumber);
  }

  nextItemEntryNumber(): number {
    return this.count('item ledger entry', this.setup.firstItemEntryNumber);
  }

  newId(kind: string): string {
    return stableId(this.setup.id, 'new', kind, this.count(`id ${kind}`, 1));
  }

  private count(counter: string, first: number): number {
    const next = (this.lastNumbers.get(counter) ?? first - 1) + 1;
    this.lastNumbers.set(counter, next);
    return next;
  }

  /** The rate in force on a day; throws ExchangeRateError. */
  exchangeRate(currencyCode: string, date: CalendarDate): ExchangeRate {
    return exchangeRateOn(this.setup, currencyCode, date);
  }

  /** An amount of a currency in local currency at the rate of a day; throws ExchangeRateError. */
  toLocal(amount: Hundredths, currencyCode: string, date: CalendarDate): Hundredths {
    return toLocalCurrency(this.setup, amount, currencyCode, date);
  }

  /** When a document of a day is due under payment terms; without terms, at once. */
  dueDate(paymentTermsCode: string, documentDate: CalendarDate): CalendarDate {
    const terms = this.setup.paymentTerms.find(({ code }) => code === paymentTermsCode);
    return applyDateFormula(documentDate, terms?.dueDateCalculation ?? '0D');
  }

  /** The smallest unit of a document's currency. */
  precisionOf(currencyCode: string): number {
    return this.setup.currencies.find(({ code }) => code === currencyCode)?.amountRoundingPrecision ?? 0.01;
  }

  /** The first day of the fiscal year that a day is in. */
  fiscalYearStart(date: CalendarDate): CalendarDate {
    const start = `${date.slice(0, 4)}-${String(this.setup.fiscalYearStartMonth).padStart(2, '0')}-01`;
    return start <= date ? start : addMonths(start, -12);
  }
}
