import type { z } from 'zod';
import {
  accountingPeriodFields,
  agedReceivableFields,
  companyInformationFields,
  currencyFields,
  customerFields,
  customerSalesFields,
  exchangeRateFields,
  financialDetailFields,
  paymentTermFields,
  postedInvoiceFields,
  salesInvoiceFields,
  salesOrderFields,
  salesOrderLineFields,
  salesOrderWithLinesFields,
  salespersonFields,
} from './entitySchemas';

/** One way to read an entity set. */
export interface Source<Schema extends z.ZodObject> {
  /** Where the API lies, below API v2.0; absent: API v2.0 itself. */
  readonly root?: string;
  readonly entitySet: string;
  readonly schema: Schema;
  /** Properties of `$select`; absent: those of the schema. */
  readonly select?: readonly string[];
  readonly expand?: string;
  /** Rows that one request asks for; Business Central sends at most 20,000. */
  readonly pageSize: number;
  /** Total time of one request, in milliseconds; absent: the client's. */
  readonly deadlineMs?: number;
}

/** Computed for the whole company at each request: as few requests as possible, and time for them. */
const COMPUTED = { pageSize: 20_000, deadlineMs: 240_000 };
const TABLE = { pageSize: 5000 };

export function fieldNames(schema: z.ZodObject): string[] {
  return Object.keys(schema.shape);
}

export const sources = {
  companyInformation: { entitySet: 'companyInformation', schema: companyInformationFields, ...TABLE },
  accountingPeriods: { entitySet: 'accountingPeriods', schema: accountingPeriodFields, ...TABLE },
  currencies: { entitySet: 'currencies', schema: currencyFields, ...TABLE },
  exchangeRates: { entitySet: 'currencyExchangeRates', schema: exchangeRateFields, ...TABLE },
  paymentTerms: { entitySet: 'paymentTerms', schema: paymentTermFields, ...TABLE },
  salespeople: { entitySet: 'salespeoplePurchasers', schema: salespersonFields, ...TABLE },
  customers: { entitySet: 'customers', schema: customerFields, ...TABLE },
  financialDetails: { entitySet: 'customerFinancialDetails', schema: financialDetailFields, ...TABLE },
  agedAccountsReceivables: { entitySet: 'agedAccountsReceivables', schema: agedReceivableFields, ...COMPUTED },
  customerSales: { entitySet: 'customerSales', schema: customerSalesFields, ...COMPUTED },
  salesOrders: {
    entitySet: 'salesOrders',
    schema: salesOrderWithLinesFields,
    select: fieldNames(salesOrderFields),
    expand: `salesOrderLines($select=${fieldNames(salesOrderLineFields).join(',')})`,
    pageSize: 1000,
  },
  salesInvoices: { entitySet: 'salesInvoices', schema: salesInvoiceFields, ...TABLE },
  postedSalesInvoices: { entitySet: 'salesInvoices', schema: postedInvoiceFields, ...TABLE },
} as const satisfies Readonly<Record<string, Source<z.ZodObject>>>;

export interface Query {
  readonly filter?: string | undefined;
  readonly orderBy?: string | undefined;
  readonly top?: number | undefined;
  readonly count?: boolean | undefined;
}

/** The address of a source below the API, e.g. `companies(…)/customers?$select=…`. */
export function pathOf(companyId: string, source: Source<z.ZodObject>, query: Query = {}): string {
  const options: [string, string | undefined][] = [
    ['$select', (source.select ?? fieldNames(source.schema)).join(',')],
    ['$expand', source.expand],
    ['$filter', query.filter],
    ['$orderby', query.orderBy],
    ['$top', query.top === undefined ? undefined : String(query.top)],
    ['$count', query.count === true ? 'true' : undefined],
  ];
  const text = options
    .filter((option): option is [string, string] => option[1] !== undefined && option[1] !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return `${source.root ?? ''}companies(${companyId})/${source.entitySet}?${text}`;
}
