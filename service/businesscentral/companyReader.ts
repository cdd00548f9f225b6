import type { AccountingPeriod, DateRange } from '../../domain/fiscalYear';
import type { ExchangeRate } from '../../domain/exchangeRate';
import { ServiceError } from '../http/serviceError';
import type {
  AgedReceivableRecord,
  BusinessCentralReader,
  CompanyInformationRecord,
  CompanyRecord,
  CurrencyRecord,
  CustomerRecord,
  CustomerSalesRecord,
  FinancialDetailRecord,
  Pages,
  PaymentTermsRecord,
  PostedInvoiceFilter,
  PostedInvoiceRecord,
  ReadOptions,
  SalesInvoiceRecord,
  SalesOrderRecord,
  SalespersonRecord,
} from '../sync/ports';
import { allOf, equalsId, inSalesPeriod, NOT_SETTLED, POSTED, postedSince } from './filters';
import { expandedLines } from './expandedLines';
import type { Row } from './pageStream';
import type { PageFetcher } from './reading';
import { firstRecord, postedInvoices } from './postedInvoices';
import { SourceReader } from './sourceReader';
import { sources } from './sources';

const NULL_GUID = '00000000-0000-0000-0000-000000000000';
/** A record that cannot be read must not hide the one before it. */
const LAST_INVOICE_CANDIDATES = 20;

/** Reads one company through API v2.0. */
export class CompanyReader implements BusinessCentralReader {
  private readonly source: SourceReader;

  constructor(
    readonly company: CompanyRecord,
    private readonly fetcher: PageFetcher,
  ) {
    this.source = new SourceReader(company.id, fetcher);
  }

  async companyInformation(options: ReadOptions): Promise<CompanyInformationRecord> {
    const [information] = await this.source.list(sources.companyInformation, options);
    if (information === undefined) {
      throw new ServiceError({
        kind: 'refused',
        message: `The company ${this.company.name} is not set up in Business Central: its Company Information is empty.`,
      });
    }
    const { currencyCode, currentFiscalYearStartDate } = information;
    return { localCurrencyCode: currencyCode, currentFiscalYearStart: currentFiscalYearStartDate };
  }

  async accountingPeriods(options: ReadOptions): Promise<readonly AccountingPeriod[]> {
    return this.source.list(sources.accountingPeriods, options);
  }

  async currencies(options: ReadOptions): Promise<readonly CurrencyRecord[]> {
    const rows = await this.source.list(sources.currencies, options);
    return rows.map((row) => ({ code: row.code, decimals: row.amountDecimalPlaces }));
  }

  async exchangeRates(options: ReadOptions): Promise<readonly ExchangeRate[]> {
    const rows = await this.source.list(sources.exchangeRates, options);
    return rows.filter((row) => row.relationalCurrencyCode === '');
  }

  async paymentTerms(options: ReadOptions): Promise<readonly PaymentTermsRecord[]> {
    const rows = await this.source.list(sources.paymentTerms, options);
    return rows.map((row) => ({ systemId: row.id, code: row.code, name: row.displayName }));
  }

  salespeople(options: ReadOptions): Pages<SalespersonRecord> {
    return this.source.pages(sources.salespeople, {}, options, ({ id, code, displayName, email, blocked }) => [
      { systemId: id, code, name: displayName, email, blocked },
    ]);
  }

  customers(options: ReadOptions): Pages<CustomerRecord> {
    const query = { filter: equalsId('id', options.customerId) };
    return this.source.pages(
      sources.customers,
      query,
      options,
      ({ id, displayName, ...row }) => [{ ...row, systemId: id, name: displayName }],
      { customerProperty: 'id' },
    );
  }

  financialDetails(options: ReadOptions): Pages<FinancialDetailRecord> {
    const query = { filter: equalsId('id', options.customerId) };
    return this.source.pages(
      sources.financialDetails,
      query,
      options,
      ({ id, balance, overdueAmount }) => [{ customerId: id, balance, overdueAmount }],
      { customerProperty: 'id' },
    );
  }

  agedAccountsReceivables(options: ReadOptions): Pages<AgedReceivableRecord> {
    const query = { filter: equalsId('customerId', options.customerId) };
    return this.source.pages(
      sources.agedAccountsReceivables,
      query,
      options,
      ({ agedAsOfDate, periodLengthFilter, ...row }) => [
        { ...row, agedAsOf: agedAsOfDate, periodDays: periodLengthFilter },
      ],
      // The report ends with a row that sums up all the others.
      { customerProperty: 'customerId', skip: (row) => row.customerId === NULL_GUID },
    );
  }

  customerSales(range: DateRange, options: ReadOptions): Pages<CustomerSalesRecord> {
    const query = { filter: allOf(inSalesPeriod(range), equalsId('customerId', options.customerId)) };
    return this.source.pages(
      sources.customerSales,
      query,
      options,
      ({ customerId, totalSalesAmount }) => [{ customerId, salesAmount: totalSalesAmount }],
      { customerProperty: 'customerId' },
    );
  }

  salesOrders(options: ReadOptions): Pages<SalesOrderRecord> {
    const query = { filter: equalsId('billToCustomerId', options.customerId) };
    return this.source.pages(
      sources.salesOrders,
      query,
      options,
      ({ id, salesOrderLines, ...row }) => [{ ...row, systemId: id, lines: salesOrderLines }],
      {
        customerProperty: 'billToCustomerId',
        complete: (row: Row) =>
          expandedLines(this.fetcher, options, row, 'salesOrderLines', sources.salesOrders.pageSize),
      },
    );
  }

  openSalesInvoices(options: ReadOptions): Pages<SalesInvoiceRecord> {
    const query = { filter: allOf(NOT_SETTLED, equalsId('billToCustomerId', options.customerId)) };
    return this.source.pages(sources.salesInvoices, query, options, ({ id, ...row }) => [{ ...row, systemId: id }], {
      customerProperty: 'billToCustomerId',
    });
  }

  postedSalesInvoices(filter: PostedInvoiceFilter, options: ReadOptions): Pages<PostedInvoiceRecord> {
    const extras = { customerProperty: 'billToCustomerId' };
    if (options.customerId === undefined) {
      const query = { filter: allOf(POSTED, postedSince(filter)) };
      return this.source.pages(sources.postedSalesInvoices, query, options, postedInvoices, extras);
    }
    const query = {
      filter: allOf(POSTED, equalsId('billToCustomerId', options.customerId)),
      orderBy: 'postingDate desc,number desc',
      top: LAST_INVOICE_CANDIDATES,
    };
    return firstRecord(this.source.pages(sources.postedSalesInvoices, query, options, postedInvoices, extras));
  }
}
