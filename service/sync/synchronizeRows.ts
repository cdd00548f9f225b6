import { addDays, calendarDate, type CalendarDate } from '../../domain/calendarDate';
import { ServiceError } from '../http/serviceError';
import { CompanyFigures } from './companyFigures';
import { CustomerReconciliation } from './customerReconciliation';
import { OpenInvoiceReconciliation } from './openInvoiceReconciliation';
import type { PostedInvoiceFilter } from './ports';
import { readAgeing, readFinancialDetails, readOrders, readPostedInvoices, readSales } from './readFigures';
import { salesPeriodsAt, type ReferenceData, type SalesPeriods } from './referenceData';
import type { RunContext } from './runContext';
import { reconcileSalespeople } from './salespersonReconciliation';

/** So many invoices at least must have been open before their sudden absence is taken for a missing permission. */
const SUSPICIOUS_DISAPPEARANCE = 10;
const LAST_INVOICE_DAYS = 730;

export interface RowsOutcome {
  /** Every customer was read, and its row equals Business Central or is marked stale. */
  readonly customersVerified: boolean;
  /** Business Central's date of the comparison. */
  readonly today: CalendarDate;
  /** Whether Business Central still has the customer of a refresh. */
  readonly customerFound: boolean;
  readonly localCurrencyCode: string;
}

export interface RowsInput {
  /** Reads what all customers share, or has it at hand. */
  readonly reference: () => Promise<ReferenceData>;
  /** ISO instant since which posted invoices are worth reading; `null`: all of this and last fiscal year. */
  readonly postedSince: string | null;
}

function todayOf(run: RunContext, figures: CompanyFigures): CalendarDate {
  return figures.agedOn ?? calendarDate(new Date(run.startedAt).toISOString().slice(0, 10));
}

function postedFilter(since: string | null, periods: SalesPeriods, today: CalendarDate): PostedInvoiceFilter {
  if (since !== null) return { modifiedSince: since };
  return { postedFrom: periods.lastYear?.from ?? addDays(today, -LAST_INVOICE_DAYS) };
}

/**
 * Business Central does not refuse posted invoices to an account that may not read them: it leaves them out.
 * Source: API v2.0 salesInvoices; business rules of "Sales Invoice Entity Aggregate".
 */
function refuseVanishedInvoices(run: RunContext, invoices: OpenInvoiceReconciliation, owed: boolean): void {
  if (run.full || run.scope !== null || run.failures.has('salesInvoices')) return;
  if (invoices.readCount > 0 || invoices.storedCount < SUSPICIOUS_DISAPPEARANCE || !owed) return;
  run.failures.record(
    'salesInvoices',
    new ServiceError({
      kind: 'permission',
      code: 'postedInvoicesHidden',
      message: `Business Central shows no open posted invoice although ${invoices.storedCount} were open and customers still owe money. Let the application read "Sales Invoice Header"; if they are really settled, run "bci sync --full".`,
    }),
  );
}

/**
 * A refresh of one customer must not make figures worse: what may work in a minute fails the refresh, and the last
 * figures stay as they are.
 */
function refuseHalfARefresh(run: RunContext): void {
  if (run.scope === null) return;
  for (const [source, error] of run.failures) {
    if (run.failures.reason(source) === 'readFailed') throw error;
  }
}

/**
 * The heart of both ways to synchronize, the whole company and one customer: read every source, compare, write what
 * differs. Sources that fail make the figures they feed "not available"; whatever has been written stays true when
 * the run is cut off, and the next one goes on from there.
 * @throws {ServiceError} when nothing can be synchronized at all
 */
export async function synchronizeRows(run: RunContext, input: RowsInput): Promise<RowsOutcome> {
  const figures = new CompanyFigures();
  const customers = new CustomerReconciliation(run, figures);
  const invoices = new OpenInvoiceReconciliation(run, figures);
  const [reference, salespersonIds] = await Promise.all([
    input.reference(),
    reconcileSalespeople(run),
    readAgeing(run, figures),
    customers.loadStored(),
    invoices.loadStored(),
  ]);
  const today = todayOf(run, figures);
  const periods = salesPeriodsAt(today, reference);
  const since = run.full || customers.hasStaleRows ? null : input.postedSince;
  await Promise.all([
    readFinancialDetails(run, figures),
    readSales(run, figures, periods),
    readOrders(run, figures, reference, today),
    invoices.read(reference, today, customers.rowId),
    readPostedInvoices(run, figures, postedFilter(since, periods, today)),
  ]);
  refuseHalfARefresh(run);
  refuseVanishedInvoices(
    run,
    invoices,
    figures.balance.some((balance) => balance !== 0),
  );
  const known = { figures, reference, periods, failures: run.failures, salespersonIds, today, asOf: run.startedOn };
  const customersVerified = await customers.readAndWrite(known);
  refuseHalfARefresh(run);
  if (run.scope === null) await customers.loadCreated();
  await invoices.write(reference, today, customers.rowId);
  for (const [source, error] of run.failures) run.problems.source(source, error);
  return { customersVerified, today, customerFound: customers.found, localCurrencyCode: reference.local.code };
}
