import { z } from 'zod';
import type { CustomerBlocked } from '../../domain/customerStatistics';
import type { SalesInvoiceStatus } from '../../domain/salesInvoiceState';
import { day, dayOrNull, decimal, decimalPlaces, enumName, guid, guidOrNull, periodInDays } from './wireTypes';

/**
 * What is read of each entity: the properties of a schema are the `$select` of its request.
 * Source: Business Central API v2.0, resources.
 */

const blockedNames: Readonly<Record<string, CustomerBlocked>> = {
  '': 'none',
  Ship: 'ship',
  Invoice: 'invoice',
  All: 'all',
};

const invoiceStatuses: readonly SalesInvoiceStatus[] = ['Draft', 'In Review', 'Open', 'Paid', 'Canceled', 'Corrective'];

/** An extension may add members: an unknown one must not be taken for "not blocked". */
const blocked = enumName.transform((name, context): CustomerBlocked => {
  const known = blockedNames[name];
  if (known !== undefined) return known;
  context.addIssue({ code: 'custom', message: 'expected blank, Ship, Invoice or All' });
  return z.NEVER;
});

const invoiceStatus = enumName.transform(
  (name): SalesInvoiceStatus => invoiceStatuses.find((status) => status === name) ?? 'Unknown',
);

export const companyFields = z.object({ id: guid, name: z.string().min(1), displayName: z.string() });

export const companyInformationFields = z.object({
  currencyCode: z.string().min(1),
  currentFiscalYearStartDate: dayOrNull,
});

export const accountingPeriodFields = z.object({ startingDate: day, newFiscalYear: z.boolean() });

export const currencyFields = z.object({ code: z.string(), amountDecimalPlaces: decimalPlaces });

export const exchangeRateFields = z.object({
  currencyCode: z.string(),
  startingDate: day,
  exchangeRateAmount: decimal,
  relationalCurrencyCode: z.string(),
  relationalExchangeRateAmount: decimal,
});

export const paymentTermFields = z.object({ id: guid, code: z.string(), displayName: z.string() });

export const salespersonFields = z.object({
  id: guid,
  code: z.string().min(1),
  displayName: z.string(),
  email: z.string(),
  blocked: z.boolean(),
});

export const customerFields = z.object({
  id: guid,
  number: z.string().min(1),
  displayName: z.string(),
  salespersonCode: z.string(),
  blocked,
  creditLimit: decimal,
  currencyCode: z.string(),
  paymentTermsId: guidOrNull,
});

export const financialDetailFields = z.object({
  id: guid,
  number: z.string(),
  balance: decimal,
  overdueAmount: decimal,
});

export const agedReceivableFields = z.object({
  customerId: guid,
  customerNumber: z.string(),
  currentAmount: decimal,
  period1Amount: decimal,
  period2Amount: decimal,
  period3Amount: decimal,
  agedAsOfDate: day,
  periodLengthFilter: periodInDays,
});

export const customerSalesFields = z.object({
  customerId: guid,
  customerNumber: z.string(),
  totalSalesAmount: decimal,
});

export const salesOrderLineFields = z.object({
  quantity: decimal,
  shippedQuantity: decimal,
  invoicedQuantity: decimal,
  netAmountIncludingTax: decimal,
});

export const salesOrderFields = z.object({
  id: guid,
  number: z.string(),
  billToCustomerId: guid,
  currencyCode: z.string(),
  orderDate: dayOrNull,
  postingDate: dayOrNull,
});

export const salesOrderWithLinesFields = salesOrderFields.extend({ salesOrderLines: z.array(salesOrderLineFields) });

export const salesInvoiceFields = z.object({
  id: guid,
  number: z.string(),
  billToCustomerId: guid,
  status: invoiceStatus,
  invoiceDate: dayOrNull,
  postingDate: dayOrNull,
  dueDate: dayOrNull,
  currencyCode: z.string(),
  totalAmountIncludingTax: decimal,
  remainingAmount: decimal,
});

export const postedInvoiceFields = z.object({
  id: guid,
  number: z.string(),
  billToCustomerId: guid,
  status: invoiceStatus,
  postingDate: dayOrNull,
  remainingAmount: decimal,
});
