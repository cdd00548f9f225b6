import type { AccountingPeriod, DateRange } from '../../domain/fiscalYear';
import type { CalendarDate } from '../../domain/calendarDate';
import type { CustomerBlocked } from '../../domain/customerStatistics';
import type { ExchangeRate } from '../../domain/exchangeRate';
import type { SalesInvoiceStatus } from '../../domain/salesInvoiceState';
import type { SalesLineQuantities } from '../../domain/salesLine';
import type { BusinessCentralItemReader } from './itemPorts';

/**
 * What synchronization needs from Business Central. Implemented by service/businesscentral.
 * Every read throws ServiceError. A stream that ends normally was complete: a page that is missing, cut off or not
 * what was asked for is an error and never "no rows".
 */

/** Work that a person waits for goes before periodic work, at the queue and at the request gate. */
export type Lane = 'onDemand' | 'periodic';

export interface ReadOptions {
  readonly lane: Lane;
  readonly signal: AbortSignal;
  /** Only this customer, by systemId, in one request per source. Absent: the whole company. */
  readonly customerId?: string;
}

/** A record that Business Central sent but that does not hold what its type promises. */
export interface RefusedRecord {
  readonly systemId: string | null;
  readonly number: string | null;
  /** The customer whose figures lack this record (customer, or bill-to customer); `null` when that is unreadable too. */
  readonly customerId: string | null;
  /** One sentence: which field, and what was found. */
  readonly reason: string;
}

/** Records in any order: a page edge or another order changes nothing. */
export interface Page<T> {
  readonly records: readonly T[];
  readonly refused: readonly RefusedRecord[];
}

export type Pages<T> = AsyncIterable<Page<T>>;

/** GUIDs are in lower case without braces everywhere. Amounts are the decimal text that Business Central sent. */
export interface CompanyRecord {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
}

export interface CustomerRecord {
  readonly systemId: string;
  readonly number: string;
  readonly name: string;
  /** '' when the customer has none. */
  readonly salespersonCode: string;
  readonly blocked: CustomerBlocked;
  /** In local currency; 0 means no limit. */
  readonly creditLimit: string;
  /** ISO code; the local currency's when the customer has none of its own. */
  readonly currencyCode: string;
  readonly paymentTermsId: string | null;
}

/** Source: customerFinancialDetails. */
export interface FinancialDetailRecord {
  readonly customerId: string;
  readonly balance: string;
  readonly overdueAmount: string;
}

/** Source: agedAccountsReceivables, without its last row "Total" (customer id all zeros). */
export interface AgedReceivableRecord {
  readonly customerId: string;
  readonly currentAmount: string;
  readonly period1Amount: string;
  readonly period2Amount: string;
  readonly period3Amount: string;
  /** Business Central's own today. */
  readonly agedAsOf: CalendarDate;
  readonly periodDays: number;
}

/** Source: customerSales with a date filter; customers without sales are missing. */
export interface CustomerSalesRecord {
  readonly customerId: string;
  /** Excluding tax, local currency. */
  readonly salesAmount: string;
}

/** Source: salesOrders with their lines. */
export interface SalesOrderRecord {
  readonly systemId: string;
  readonly number: string;
  readonly billToCustomerId: string;
  readonly currencyCode: string;
  readonly orderDate: CalendarDate | null;
  readonly postingDate: CalendarDate | null;
  readonly lines: readonly SalesLineQuantities[];
}

/** Source: salesInvoices. */
export interface SalesInvoiceRecord {
  readonly systemId: string;
  readonly number: string;
  readonly billToCustomerId: string;
  readonly status: SalesInvoiceStatus;
  readonly invoiceDate: CalendarDate | null;
  readonly postingDate: CalendarDate | null;
  readonly dueDate: CalendarDate | null;
  readonly currencyCode: string;
  readonly totalAmountIncludingTax: string;
  readonly remainingAmount: string;
}

/** What the last invoice of a customer is found by. */
export interface PostedInvoiceRecord {
  readonly systemId: string;
  readonly number: string;
  readonly billToCustomerId: string;
  readonly postingDate: CalendarDate;
}

export interface SalespersonRecord {
  readonly systemId: string;
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly blocked: boolean;
}

export interface PaymentTermsRecord {
  readonly systemId: string;
  readonly code: string;
  readonly name: string;
}

export interface CurrencyRecord {
  readonly code: string;
  /** Decimal places of the amount rounding precision, 2 for 0.01. */
  readonly decimals: number;
}

export interface CompanyInformationRecord {
  /** ISO code of the local currency. */
  readonly localCurrencyCode: string;
  readonly currentFiscalYearStart: CalendarDate | null;
}

/** Which posted invoices: those changed since an instant, or those posted from a day on. */
export type PostedInvoiceFilter = { readonly modifiedSince: string } | { readonly postedFrom: CalendarDate };

/** One company of one environment. `customerId` of the options narrows every source that is told per customer. */
export interface BusinessCentralReader {
  readonly company: CompanyRecord;
  companyInformation(options: ReadOptions): Promise<CompanyInformationRecord>;
  accountingPeriods(options: ReadOptions): Promise<readonly AccountingPeriod[]>;
  currencies(options: ReadOptions): Promise<readonly CurrencyRecord[]>;
  /** Only rates whose relational currency is the local one ('' in Business Central). */
  exchangeRates(options: ReadOptions): Promise<readonly ExchangeRate[]>;
  paymentTerms(options: ReadOptions): Promise<readonly PaymentTermsRecord[]>;
  salespeople(options: ReadOptions): Pages<SalespersonRecord>;
  customers(options: ReadOptions): Pages<CustomerRecord>;
  financialDetails(options: ReadOptions): Pages<FinancialDetailRecord>;
  agedAccountsReceivables(options: ReadOptions): Pages<AgedReceivableRecord>;
  customerSales(range: DateRange, options: ReadOptions): Pages<CustomerSalesRecord>;
  /** Every order that exists (Business Central deletes an order that is invoiced), by bill-to customer. */
  salesOrders(options: ReadOptions): Pages<SalesOrderRecord>;
  /** Invoices whose status is Draft, In Review or Open, by bill-to customer. */
  openSalesInvoices(options: ReadOptions): Pages<SalesInvoiceRecord>;
  /** Posted invoices of every status but Draft and In Review, by bill-to customer. For one customer: the last alone. */
  postedSalesInvoices(filter: PostedInvoiceFilter, options: ReadOptions): Pages<PostedInvoiceRecord>;
}

/** One environment as the configuration names it. */
export interface BusinessCentralEnvironment {
  readonly tenantId: string | null;
  readonly environmentName: string;
  /** Address of the web client without company and page. */
  readonly webClientUrl: string;
  companies(options: ReadOptions): Promise<readonly CompanyRecord[]>;
  reader(company: CompanyRecord): BusinessCentralReader;
  itemReader(company: CompanyRecord): BusinessCentralItemReader;
}

/** Time as synchronization sees it; tests give it another. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** @throws ServiceError of kind cancelled when the signal aborts first. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}
