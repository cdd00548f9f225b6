import type { CalendarDate } from '../../domain/calendarDate';
import { toLocalCurrency } from '../../domain/exchangeRate';
import { openLineAmounts } from '../../domain/salesLine';
import type { CompanyFigures } from './companyFigures';
import { ServiceError } from '../http/serviceError';
import type { Page, Pages, PostedInvoiceFilter, SalesOrderRecord } from './ports';
import type { ReferenceData, SalesPeriods } from './referenceData';
import type { RunContext, SourceRun } from './runContext';
import type { SourceName } from './sources';

/**
 * Reads one source to its end. A record that cannot be read becomes a problem; when not even its customer is known,
 * no figure of this source can be trusted, because any of them may lack it.
 */
export async function readSource<T>(
  run: SourceRun,
  source: SourceName,
  pages: Pages<T>,
  take: (record: T) => void | Promise<void>,
  onRefused: (customerId: string) => void,
): Promise<void> {
  await run.failures.attempt(source, async () => {
    for await (const page of pages) {
      for (const record of page.records) await take(record);
      noteRefused(run, source, page, onRefused);
      run.progress.read(source, page.records.length + page.refused.length);
    }
  });
}

function noteRefused<T>(
  run: SourceRun,
  source: SourceName,
  page: Page<T>,
  onRefused: (customerId: string) => void,
): void {
  for (const record of page.refused) {
    run.problems.refused(source, record);
    run.progress.failed(1);
    if (record.customerId !== null) onRefused(record.customerId);
    else {
      run.failures.record(
        source,
        new ServiceError({
          kind: 'protocol',
          code: 'unreadable',
          message: `A record of ${source} cannot be read: ${record.reason}`,
        }),
      );
    }
  }
}

const nothing = (): void => undefined;

/** Balances at the due dates, and with them Business Central's own today. */
export async function readAgeing(run: RunContext, figures: CompanyFigures): Promise<void> {
  const pages = run.reader.agedAccountsReceivables(run.read);
  await readSource(
    run,
    'agedAccountsReceivables',
    pages,
    (record) => {
      const slot = figures.index.add(record.customerId);
      const [current, period1, period2, period3] = figures.aged;
      current.set(slot, record.currentAmount);
      period1.set(slot, record.period1Amount);
      period2.set(slot, record.period2Amount);
      period3.set(slot, record.period3Amount);
      figures.agedOn ??= record.agedAsOf;
      figures.agedPeriodDays ??= record.periodDays;
    },
    nothing,
  );
}

export async function readFinancialDetails(run: RunContext, figures: CompanyFigures): Promise<void> {
  const pages = run.reader.financialDetails(run.read);
  await readSource(
    run,
    'customerFinancialDetails',
    pages,
    (record) => {
      const slot = figures.index.add(record.customerId);
      figures.balance.set(slot, record.balance);
      figures.overdue.set(slot, record.overdueAmount);
    },
    nothing,
  );
}

/** A customer without sales in the period is not listed: that is 0. */
export async function readSales(run: RunContext, figures: CompanyFigures, periods: SalesPeriods): Promise<void> {
  for (const [range, column] of [
    [periods.thisYear, figures.salesThisYear],
    [periods.lastYear, figures.salesLastYear],
  ] as const) {
    if (range === null) continue;
    const pages = run.reader.customerSales(range, run.read);
    await readSource(
      run,
      'customerSales',
      pages,
      (record) => {
        column.add(figures.index.add(record.customerId), record.salesAmount);
      },
      (customerId) => {
        figures.addGap('sales', figures.index.add(customerId), 'readFailed');
      },
    );
  }
}

/** Each line in local currency, rounded by itself as Business Central does, at the rate of the posting date. */
function addOrder(
  figures: CompanyFigures,
  order: SalesOrderRecord,
  reference: ReferenceData,
  today: CalendarDate,
): void {
  const slot = figures.index.add(order.billToCustomerId);
  const date = order.postingDate ?? order.orderDate ?? today;
  const decimals = reference.decimalsOf(order.currencyCode);
  for (const line of order.lines) {
    const amounts = openLineAmounts(line, decimals);
    for (const [amount, column] of [
      [amounts.outstanding, figures.outstandingOrders],
      [amounts.shippedNotInvoiced, figures.shippedNotInvoiced],
    ] as const) {
      if (amount.eq(0)) continue;
      const local = toLocalCurrency(amount, order.currencyCode, date, reference.rates, reference.local);
      if (local === null) figures.addGap('orders', slot, 'exchangeRateMissing');
      else column.add(slot, local);
    }
  }
}

export async function readOrders(
  run: RunContext,
  figures: CompanyFigures,
  reference: ReferenceData,
  today: CalendarDate,
): Promise<void> {
  const pages = run.reader.salesOrders(run.read);
  await readSource(
    run,
    'salesOrders',
    pages,
    (order) => {
      addOrder(figures, order, reference, today);
    },
    (customerId) => {
      figures.addGap('orders', figures.index.add(customerId), 'readFailed');
    },
  );
}

export async function readPostedInvoices(
  run: RunContext,
  figures: CompanyFigures,
  filter: PostedInvoiceFilter,
): Promise<void> {
  const pages = run.reader.postedSalesInvoices(filter, run.read);
  await readSource(
    run,
    'salesInvoices',
    pages,
    (invoice) => {
      const slot = figures.index.add(invoice.billToCustomerId);
      figures.addPostedInvoice(slot, { date: invoice.postingDate, number: invoice.number });
    },
    nothing,
  );
}
