import { figureNames, type CustomerBlocked, type FigureName, type Figures } from '../../domain/customerStatistics';
import { figureColumns, readUnavailable, unavailableText } from '../../dataverse/figureColumns';
import * as customer from '../../dataverse/generated/bciCustomer';
import type { RowReader } from '../../dataverse/rowReader';
import type { CustomerSnapshot } from '../sync/snapshotStore';
import { instantOf } from './columnText';
import type { TableDescription } from './tableDescription';

const blockedValues: Readonly<Record<CustomerBlocked, number>> = {
  none: customer.BlockedChoice.notBlocked,
  ship: customer.BlockedChoice.ship,
  invoice: customer.BlockedChoice.invoice,
  all: customer.BlockedChoice.all,
};

function readBlocked(row: RowReader): CustomerBlocked {
  const name = row.choice(customer.blocked, customer.BlockedChoice);
  return name === null || name === 'notBlocked' ? 'none' : name;
}

function readFigures(row: RowReader): Figures {
  const values: Partial<Record<FigureName, number | null>> = {};
  for (const name of figureNames) values[name] = row.number(figureColumns[name]);
  const of = (name: FigureName): number | null => values[name] ?? null;
  return {
    balance: of('balance'),
    outstandingOrders: of('outstandingOrders'),
    shippedNotInvoiced: of('shippedNotInvoiced'),
    outstandingInvoices: of('outstandingInvoices'),
    total: of('total'),
    creditLimit: of('creditLimit'),
    availableCredit: of('availableCredit'),
    overdueAmount: of('overdueAmount'),
    agedCurrentAmount: of('agedCurrentAmount'),
    agedPeriod1Amount: of('agedPeriod1Amount'),
    agedPeriod2Amount: of('agedPeriod2Amount'),
    agedPeriod3Amount: of('agedPeriod3Amount'),
    salesThisYear: of('salesThisYear'),
    salesLastYear: of('salesLastYear'),
    unavailable: readUnavailable(row.text(customer.unavailable)),
  };
}

function read(row: RowReader): CustomerSnapshot {
  return {
    systemId: row.text(customer.systemId) ?? '',
    salespersonId: row.text(customer.salespersonIdValue),
    statistics: {
      number: row.text(customer.number) ?? '',
      name: row.text(customer.name) ?? '',
      blocked: readBlocked(row),
      paymentTerms: row.text(customer.paymentTerms),
      currencyCode: row.text(customer.currencyCode) ?? '',
      localCurrencyCode: row.text(customer.localCurrencyCode) ?? '',
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
    asOf: instantOf(row, customer.asOf),
    stale: row.flag(customer.stale),
  };
}

function write({ salespersonId, statistics, asOf, stale }: CustomerSnapshot): Record<string, unknown> {
  const figures = Object.fromEntries(figureNames.map((name) => [figureColumns[name], statistics.figures[name]]));
  return {
    [customer.number]: statistics.number,
    [customer.name]: statistics.name,
    [customer.salespersonIdBind]: salespersonId === null ? null : `/bci_salespersons(${salespersonId})`,
    [customer.blocked]: blockedValues[statistics.blocked],
    [customer.paymentTerms]: statistics.paymentTerms,
    [customer.currencyCode]: statistics.currencyCode,
    [customer.localCurrencyCode]: statistics.localCurrencyCode,
    ...figures,
    [customer.overdueOn]: statistics.overdueOn,
    [customer.overdueInvoiceCount]: statistics.overdueInvoiceCount,
    [customer.oldestDueDate]: statistics.oldestDueDate,
    [customer.agedOn]: statistics.agedOn,
    [customer.agedPeriodDays]: statistics.agedPeriodDays,
    [customer.fiscalYearStart]: statistics.fiscalYearStart,
    [customer.lastInvoiceDate]: statistics.lastInvoiceDate,
    [customer.lastInvoiceNumber]: statistics.lastInvoiceNumber,
    [customer.unavailable]: unavailableText(statistics.figures.unavailable),
    [customer.asOf]: asOf,
    [customer.stale]: stale,
  };
}

export const customerTable: TableDescription<CustomerSnapshot> = {
  entitySetName: customer.entitySetName,
  logicalName: customer.logicalName,
  primaryKey: customer.primaryKey,
  columns: [
    customer.systemId,
    customer.salespersonIdValue,
    customer.number,
    customer.name,
    customer.blocked,
    customer.paymentTerms,
    customer.currencyCode,
    customer.localCurrencyCode,
    ...Object.values(figureColumns),
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
  ],
  connectionIdValue: customer.connectionIdValue,
  customerIdFilter: customer.primaryKey,
  keyOf: (row) => ({ [customer.systemId]: row.systemId }),
  read,
  write,
};
