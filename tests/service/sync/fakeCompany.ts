import type { AccountingPeriod, DateRange } from '../../../domain/fiscalYear';
import { calendarDate, type CalendarDate } from '../../../domain/calendarDate';
import type { ExchangeRate } from '../../../domain/exchangeRate';
import { ServiceError } from '../../../service/http/serviceError';
import type {
  AgedReceivableRecord,
  BusinessCentralEnvironment,
  BusinessCentralReader,
  CompanyInformationRecord,
  CompanyRecord,
  CurrencyRecord,
  CustomerRecord,
  CustomerSalesRecord,
  FinancialDetailRecord,
  Page,
  PaymentTermsRecord,
  PostedInvoiceFilter,
  PostedInvoiceRecord,
  ReadOptions,
  RefusedRecord,
  SalesInvoiceRecord,
  SalesOrderRecord,
  SalespersonRecord,
} from '../../../service/sync/ports';
import type { BusinessCentralItemReader } from '../../../service/sync/itemPorts';
import { FakeItems } from './fakeItems';

export const TODAY = calendarDate('2026-03-10');
const PAGE = 2;

/** A systemId: `id(7)` ends in …000007. */
export function id(number: number, group = 1): string {
  return `${group.toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** A company whose answers a test writes down; every source can be made to fail. */
export class FakeCompany implements BusinessCentralReader, BusinessCentralEnvironment {
  tenantId: string | null = '7b3c2d1e-0000-4000-8000-00000000aaaa';
  environmentName = 'Sandbox';
  webClientUrl = 'https://businesscentral.dynamics.com/Sandbox';
  company: CompanyRecord = { id: id(1, 0xc0), name: 'CRONUS', displayName: 'CRONUS International Ltd.' };
  information: CompanyInformationRecord = {
    localCurrencyCode: 'GBP',
    currentFiscalYearStart: calendarDate('2026-01-01'),
  };
  periods: AccountingPeriod[] = [
    { startingDate: calendarDate('2025-01-01'), newFiscalYear: true },
    { startingDate: calendarDate('2026-01-01'), newFiscalYear: true },
  ];
  currencyList: CurrencyRecord[] = [{ code: 'EUR', decimals: 2 }];
  rates: ExchangeRate[] = [
    {
      currencyCode: 'EUR',
      startingDate: calendarDate('2026-01-01'),
      exchangeRateAmount: '100',
      relationalExchangeRateAmount: '85',
    },
  ];
  terms: PaymentTermsRecord[] = [{ systemId: id(1, 0xd0), code: '1M(8D)', name: '1 Month/2% 8 days' }];
  people: SalespersonRecord[] = [];
  customerList: CustomerRecord[] = [];
  details: FinancialDetailRecord[] = [];
  aged: AgedReceivableRecord[] = [];
  sales = new Map<string, CustomerSalesRecord[]>();
  orders: SalesOrderRecord[] = [];
  invoices: SalesInvoiceRecord[] = [];
  posted: PostedInvoiceRecord[] = [];

  /** Errors by source, thrown after `failAfterPages` pages. */
  readonly errors = new Map<string, ServiceError>();
  failAfterPages = 0;
  readonly refused = new Map<string, RefusedRecord[]>();
  /** Reads in order, e.g. `customers`. */
  readonly reads: string[] = [];
  readonly filters: PostedInvoiceFilter[] = [];
  /** Called before every read; may throw. */
  onRead: (source: string) => void = () => undefined;

  readonly stock = new FakeItems((source) => {
    this.note(source);
  });

  companies(): Promise<readonly CompanyRecord[]> {
    return Promise.resolve([this.company]);
  }

  reader(): BusinessCentralReader {
    return this;
  }

  itemReader(): BusinessCentralItemReader {
    return this.stock;
  }

  companyInformation(): Promise<CompanyInformationRecord> {
    return this.one('companyInformation', this.information);
  }

  accountingPeriods(): Promise<readonly AccountingPeriod[]> {
    return this.one('accountingPeriods', this.periods);
  }

  currencies(): Promise<readonly CurrencyRecord[]> {
    return this.one('currencies', this.currencyList);
  }

  exchangeRates(): Promise<readonly ExchangeRate[]> {
    return this.one('currencyExchangeRates', this.rates);
  }

  paymentTerms(): Promise<readonly PaymentTermsRecord[]> {
    return this.one('paymentTerms', this.terms);
  }

  salespeople(): AsyncIterable<Page<SalespersonRecord>> {
    return this.pages('salespeoplePurchasers', this.people);
  }

  customers(options: ReadOptions): AsyncIterable<Page<CustomerRecord>> {
    return this.pages(
      'customers',
      this.customerList.filter((one) => isAsked(one.systemId, options)),
    );
  }

  financialDetails(options: ReadOptions): AsyncIterable<Page<FinancialDetailRecord>> {
    return this.pages(
      'customerFinancialDetails',
      this.details.filter((one) => isAsked(one.customerId, options)),
    );
  }

  agedAccountsReceivables(options: ReadOptions): AsyncIterable<Page<AgedReceivableRecord>> {
    return this.pages(
      'agedAccountsReceivables',
      this.aged.filter((one) => isAsked(one.customerId, options)),
    );
  }

  customerSales(range: DateRange, options: ReadOptions): AsyncIterable<Page<CustomerSalesRecord>> {
    const sales = this.sales.get(`${range.from}..${range.to}`) ?? [];
    return this.pages(
      'customerSales',
      sales.filter((one) => isAsked(one.customerId, options)),
    );
  }

  salesOrders(options: ReadOptions): AsyncIterable<Page<SalesOrderRecord>> {
    return this.pages(
      'salesOrders',
      this.orders.filter((one) => isAsked(one.billToCustomerId, options)),
    );
  }

  openSalesInvoices(options: ReadOptions): AsyncIterable<Page<SalesInvoiceRecord>> {
    return this.pages(
      'salesInvoices',
      this.invoices.filter((one) => isAsked(one.billToCustomerId, options)),
    );
  }

  postedSalesInvoices(filter: PostedInvoiceFilter, options: ReadOptions): AsyncIterable<Page<PostedInvoiceRecord>> {
    this.filters.push(filter);
    const from = 'postedFrom' in filter ? filter.postedFrom : '';
    const found = this.posted.filter((one) => one.postingDate >= from && isAsked(one.billToCustomerId, options));
    return this.pages('postedSalesInvoices', found);
  }

  private one<T>(source: string, value: T): Promise<T> {
    this.note(source);
    const error = this.errors.get(source);
    return error === undefined ? Promise.resolve(value) : Promise.reject(error);
  }

  private note(source: string): void {
    this.onRead(source);
    this.reads.push(source);
  }

  private async *pages<T>(source: string, records: readonly T[]): AsyncIterable<Page<T>> {
    const error = this.errors.get(source);
    const refused = this.refused.get(source) ?? [];
    let page = 0;
    for (let start = 0; start === 0 || start < records.length; start += PAGE) {
      await Promise.resolve();
      this.note(source);
      if (error !== undefined && page >= this.failAfterPages) throw error;
      yield { records: records.slice(start, start + PAGE), refused: start === 0 ? refused : [] };
      page += 1;
    }
  }
}

function isAsked(customerId: string, options: ReadOptions): boolean {
  return options.customerId === undefined || options.customerId === customerId;
}

export function customer(number: number, changes: Partial<CustomerRecord> = {}): CustomerRecord {
  return {
    systemId: id(number),
    number: String(10_000 * number),
    name: `Customer ${number}`,
    salespersonCode: '',
    blocked: 'none',
    creditLimit: '0',
    currencyCode: 'GBP',
    paymentTermsId: null,
    ...changes,
  };
}

export function detail(number: number, balance: string, overdueAmount = '0'): FinancialDetailRecord {
  return { customerId: id(number), balance, overdueAmount };
}

export function aged(
  number: number,
  amounts: readonly [string, string, string, string],
  agedAsOf: CalendarDate = TODAY,
): AgedReceivableRecord {
  const [currentAmount, period1Amount, period2Amount, period3Amount] = amounts;
  return {
    customerId: id(number),
    currentAmount,
    period1Amount,
    period2Amount,
    period3Amount,
    agedAsOf,
    periodDays: 30,
  };
}

export function invoice(
  number: number,
  ofCustomer: number,
  changes: Partial<SalesInvoiceRecord> = {},
): SalesInvoiceRecord {
  return {
    systemId: id(number, 2),
    number: `PI-${number}`,
    billToCustomerId: id(ofCustomer),
    status: 'Open',
    invoiceDate: calendarDate('2026-02-01'),
    postingDate: calendarDate('2026-02-01'),
    dueDate: calendarDate('2026-03-01'),
    currencyCode: 'GBP',
    totalAmountIncludingTax: '120',
    remainingAmount: '120',
    ...changes,
  };
}

/** Three customers with everything in order: the second owes money, the third has nothing. */
export function smallCompany(): FakeCompany {
  const company = new FakeCompany();
  company.people = [
    { systemId: id(1, 3), code: 'JO', name: 'Jim Olive', email: 'jo@cronus.example', blocked: false },
    { systemId: id(2, 3), code: 'LT', name: 'Lina Townsend', email: '', blocked: false },
  ];
  company.customerList = [
    customer(1, { salespersonCode: 'JO', creditLimit: '1000', paymentTermsId: id(1, 0xd0) }),
    customer(2, { salespersonCode: 'LT', currencyCode: 'EUR', blocked: 'ship' }),
    customer(3),
  ];
  company.details = [detail(1, '300.10', '120'), detail(2, '50.25'), detail(3, '0')];
  company.aged = [
    aged(1, ['180.10', '120', '0', '0']),
    aged(2, ['50.25', '0', '0', '0']),
    aged(3, ['0', '0', '0', '0']),
  ];
  company.sales = new Map([
    ['2026-01-01..9999-12-31', [{ customerId: id(1), salesAmount: '1234.56' }]],
    ['2025-01-01..2025-12-31', [{ customerId: id(2), salesAmount: '99.99' }]],
  ]);
  company.orders = [
    {
      systemId: id(1, 4),
      number: 'S-ORD1',
      billToCustomerId: id(1),
      currencyCode: 'GBP',
      orderDate: calendarDate('2026-03-01'),
      postingDate: calendarDate('2026-03-01'),
      lines: [{ quantity: '10', shippedQuantity: '4', invoicedQuantity: '1', netAmountIncludingTax: '100' }],
    },
    {
      systemId: id(2, 4),
      number: 'S-ORD2',
      billToCustomerId: id(2),
      currencyCode: 'EUR',
      orderDate: calendarDate('2026-03-01'),
      postingDate: null,
      lines: [{ quantity: '1', shippedQuantity: '0', invoicedQuantity: '0', netAmountIncludingTax: '200' }],
    },
  ];
  company.invoices = [
    invoice(1, 1),
    invoice(2, 1, {
      dueDate: calendarDate('2026-03-10'),
      remainingAmount: '180.10',
      totalAmountIncludingTax: '180.10',
    }),
    invoice(3, 2, {
      currencyCode: 'EUR',
      remainingAmount: '59.12',
      totalAmountIncludingTax: '60',
      dueDate: calendarDate('2026-04-01'),
    }),
    invoice(4, 2, {
      status: 'Draft',
      remainingAmount: '0',
      totalAmountIncludingTax: '100',
      currencyCode: 'EUR',
      dueDate: null,
    }),
  ];
  company.posted = [
    { systemId: id(1, 2), number: 'PI-1', billToCustomerId: id(1), postingDate: calendarDate('2026-02-01') },
    { systemId: id(2, 2), number: 'PI-2', billToCustomerId: id(1), postingDate: calendarDate('2026-02-10') },
    { systemId: id(3, 2), number: 'PI-3', billToCustomerId: id(2), postingDate: calendarDate('2026-02-01') },
  ];
  return company;
}

export function failure(kind: ServiceError['kind'], status?: number): ServiceError {
  return new ServiceError({
    kind,
    status,
    code: `${kind}Code`,
    message: `It failed: ${kind}.`,
    correlationId: 'c0ffee',
  });
}
