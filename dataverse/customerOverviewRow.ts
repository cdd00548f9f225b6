import {
  figureNames,
  type CustomerBlocked,
  type FigureName,
  type Figures,
  type OpenInvoice,
} from '../domain/customerStatistics';
import { DEFAULT_STALE_AFTER_MINUTES } from '../domain/freshness';
import type { CustomerOverview } from './customerOverview';
import { figureColumns, readUnavailable } from './figureColumns';
import * as connection from './generated/bciConnection';
import * as customer from './generated/bciCustomer';
import * as openInvoice from './generated/bciOpenInvoice';
import * as salesperson from './generated/bciSalesperson';
import { RowReader } from './rowReader';

const customerColumns = [
  ...Object.values(figureColumns),
  customer.number,
  customer.name,
  customer.blocked,
  customer.paymentTerms,
  customer.currencyCode,
  customer.localCurrencyCode,
  customer.overdueOn,
  customer.overdueInvoiceCount,
  customer.oldestDueDate,
  customer.agedOn,
  customer.agedPeriodDays,
  customer.fiscalYearStart,
  customer.lastInvoiceDate,
  customer.lastInvoiceNumber,
  customer.unavailable,
  customer.asOf,
  customer.stale,
  customer.statecode,
];

const connectionColumns = [
  connection.name,
  connection.companyName,
  connection.webClientUrl,
  connection.currencyCode,
  connection.staleAfterMinutes,
  connection.customersVerifiedOn,
  connection.customersVerifiedFor,
];

const openInvoiceColumns = [
  openInvoice.name,
  openInvoice.invoiceDate,
  openInvoice.postingDate,
  openInvoice.dueDate,
  openInvoice.currencyCode,
  openInvoice.totalAmount,
  openInvoice.remainingAmount,
  openInvoice.remainingAmountLocal,
];

const expand = (navigation: string, columns: readonly string[]): string => `${navigation}($select=${columns.join()})`;

/** The query options with which one request brings a customer with its company, salesperson and open invoices. */
export const customerOverviewQuery = `?$select=${customerColumns.join()}&$expand=${[
  expand(customer.connectionIdNavigation, connectionColumns),
  expand(customer.salespersonIdNavigation, [salesperson.name]),
  expand(customer.openInvoiceByCustomerId, openInvoiceColumns),
].join()}`;

/**
 * One page of the Web API. An expanded collection carries a nextLink whether or not there is more to come, so that only
 * the number tells. Source: Microsoft Learn, "Join tables using OData", paging of expanded collections.
 */
const EXPANDED_ROWS_AT_MOST = 5000;

const blockedNames: Readonly<Record<keyof typeof customer.BlockedChoice, CustomerBlocked>> = {
  notBlocked: 'none',
  ship: 'ship',
  invoice: 'invoice',
  all: 'all',
};

function readFigures(row: RowReader): Figures {
  const figures: Partial<Record<FigureName, number | null>> = {};
  for (const name of figureNames) figures[name] = row.number(figureColumns[name]);
  const isComplete = (value: typeof figures): value is Record<FigureName, number | null> =>
    figureNames.every((name) => value[name] !== undefined);
  if (!isComplete(figures)) return row.refuse(customer.balance);
  return { ...figures, unavailable: readUnavailable(row.text(customer.unavailable)) };
}

function readOpenInvoice(row: RowReader, localCurrencyCode: string): OpenInvoice {
  return {
    number: row.requiredText(openInvoice.name),
    invoiceDate: row.date(openInvoice.invoiceDate),
    postingDate: row.date(openInvoice.postingDate),
    dueDate: row.date(openInvoice.dueDate),
    currencyCode: row.text(openInvoice.currencyCode) ?? localCurrencyCode,
    totalAmount: row.requiredNumber(openInvoice.totalAmount),
    remainingAmount: row.requiredNumber(openInvoice.remainingAmount),
    remainingAmountLocal: row.number(openInvoice.remainingAmountLocal),
  };
}

function byDueDate(a: OpenInvoice, b: OpenInvoice): number {
  const [left, right] = [a.dueDate ?? '9999-12-31', b.dueDate ?? '9999-12-31'];
  if (left !== right) return left < right ? -1 : 1;
  return a.number < b.number ? -1 : 1;
}

/**
 * @param answer what retrieveRecord gave for `customerOverviewQuery`
 * @throws UnreadableRowError when it is not such a row
 */
export function readCustomerOverview(id: string, answer: unknown): CustomerOverview {
  const row = new RowReader(customer.logicalName, answer);
  const company =
    row.expanded(customer.connectionIdNavigation, connection.logicalName) ?? row.refuse(customer.connectionId);
  const localCurrencyCode =
    row.text(customer.localCurrencyCode) ??
    company.text(connection.currencyCode) ??
    row.refuse(customer.localCurrencyCode);
  const displayName = company.requiredText(connection.name);
  const removed = row.choice(customer.statecode, customer.StatecodeChoice) === 'inactive';
  const invoices = row.expandedRows(customer.openInvoiceByCustomerId, openInvoice.logicalName);
  return {
    id,
    statistics: {
      number: row.requiredText(customer.number),
      name: row.requiredText(customer.name),
      blocked: blockedNames[row.choice(customer.blocked, customer.BlockedChoice) ?? 'notBlocked'],
      paymentTerms: row.text(customer.paymentTerms),
      currencyCode: row.text(customer.currencyCode) ?? localCurrencyCode,
      localCurrencyCode,
      figures: readFigures(row),
      overdueOn: row.date(customer.overdueOn),
      overdueInvoiceCount: row.number(customer.overdueInvoiceCount),
      oldestDueDate: row.date(customer.oldestDueDate),
      agedOn: row.date(customer.agedOn),
      agedPeriodDays: row.number(customer.agedPeriodDays),
      fiscalYearStart: row.date(customer.fiscalYearStart),
      lastInvoiceDate: row.date(customer.lastInvoiceDate),
      lastInvoiceNumber: row.text(customer.lastInvoiceNumber),
    },
    marks: {
      asOf: row.instant(customer.asOf),
      asOfDate: row.date(customer.agedOn),
      stale: row.flag(customer.stale),
      // What Business Central no longer has is compared by no run.
      verifiedOn: removed ? null : company.instant(connection.customersVerifiedOn),
      verifiedFor: removed ? null : company.date(connection.customersVerifiedFor),
      staleAfterMinutes: company.number(connection.staleAfterMinutes) ?? DEFAULT_STALE_AFTER_MINUTES,
    },
    removed,
    company: {
      displayName,
      name: company.text(connection.companyName) ?? displayName,
      webClientUrl: company.text(connection.webClientUrl),
    },
    salespersonName:
      row.expanded(customer.salespersonIdNavigation, salesperson.logicalName)?.text(salesperson.name) ?? null,
    openInvoices: invoices.map((invoice) => readOpenInvoice(invoice, localCurrencyCode)).sort(byDueDate),
    hasAllOpenInvoices: invoices.length < EXPANDED_ROWS_AT_MOST,
  };
}
