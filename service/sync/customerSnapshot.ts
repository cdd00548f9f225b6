import type { CalendarDate } from '../../domain/calendarDate';
import type { UnavailableReason } from '../../domain/customerStatistics';
import type { DecimalInput } from '../../domain/decimal';
import { figuresOf, type FigureSource } from '../../domain/figures';
import type { CompanyFigures } from './companyFigures';
import type { CustomerRecord } from './ports';
import type { ReferenceData, SalesPeriods } from './referenceData';
import type { SalespersonIds } from './salespersonReconciliation';
import type { CustomerSnapshot } from './snapshotStore';
import type { SourceFailures, SourceName } from './sources';
import { storableText, storableTextOrNull } from './storableText';

const NAME_LENGTH = 100;
const NUMBER_LENGTH = 20;
const TERMS_LENGTH = 100;

/** What a customer's row is made of besides the customer. */
export interface CompanyKnowledge {
  readonly figures: CompanyFigures;
  readonly reference: ReferenceData;
  readonly periods: SalesPeriods;
  readonly failures: SourceFailures;
  readonly salespersonIds: SalespersonIds;
  readonly today: CalendarDate;
  readonly asOf: string;
}

function amountOr(amount: DecimalInput | null, reason: UnavailableReason): FigureSource {
  return amount === null ? { reason } : { amount };
}

/** A figure of which every customer has a record in its source. */
function listed(known: CompanyKnowledge, source: SourceName, amount: DecimalInput | null): FigureSource {
  const failed = known.failures.reason(source);
  return failed === null ? amountOr(amount, 'readFailed') : { reason: failed };
}

/** A figure that is 0 for a customer whom its source does not name. */
function added(
  known: CompanyKnowledge,
  source: SourceName,
  gap: UnavailableReason | null,
  amount: DecimalInput | null,
): FigureSource {
  const reason = known.failures.reason(source) ?? gap;
  return reason === null ? { amount: amount ?? 0 } : { reason };
}

/** Ageing of a customer who is not listed is all 0 when nothing is owed, and unknown otherwise. */
function agedOf(known: CompanyKnowledge, slot: number, bucket: 0 | 1 | 2 | 3): FigureSource {
  const amount = known.figures.aged[bucket].get(slot);
  const owesNothing = known.figures.balance.get(slot)?.eq(0) === true;
  return listed(known, 'agedAccountsReceivables', amount ?? (owesNothing ? 0 : null));
}

function salesOf(known: CompanyKnowledge, slot: number, year: 'thisYear' | 'lastYear'): FigureSource {
  const { figures, failures, periods } = known;
  if (periods[year] === null) return { reason: failures.reason('accountingPeriods') ?? 'sourceMissing' };
  const column = year === 'thisYear' ? figures.salesThisYear : figures.salesLastYear;
  return added(known, 'customerSales', figures.gap('sales', slot), column.get(slot));
}

function hasAmount(source: FigureSource): boolean {
  return 'amount' in source;
}

/** The row of one customer, from what was read of the whole company. */
export function customerSnapshotOf(record: CustomerRecord, known: CompanyKnowledge): CustomerSnapshot {
  const { figures, reference, failures, today } = known;
  const slot = figures.index.add(record.systemId);
  const overdue = listed(known, 'customerFinancialDetails', figures.overdue.get(slot));
  const current = agedOf(known, slot, 0);
  const invoicesKnown = !failures.has('salesInvoices');
  const lastInvoice = figures.lastInvoice(slot);
  const orderGap = figures.gap('orders', slot);
  const terms = record.paymentTermsId === null ? undefined : reference.paymentTerms.get(record.paymentTermsId);
  return {
    systemId: record.systemId,
    salespersonId: known.salespersonIds.get(record.salespersonCode) ?? null,
    statistics: {
      number: storableText(record.number, NUMBER_LENGTH),
      name: storableTextOrNull(record.name, NAME_LENGTH) ?? record.number,
      blocked: record.blocked,
      paymentTerms: terms === undefined ? null : storableTextOrNull(terms, TERMS_LENGTH),
      currencyCode: record.currencyCode === '' ? reference.local.code : record.currencyCode,
      localCurrencyCode: reference.local.code,
      figures: figuresOf({
        balance: listed(known, 'customerFinancialDetails', figures.balance.get(slot)),
        outstandingOrders: added(known, 'salesOrders', orderGap, figures.outstandingOrders.get(slot)),
        shippedNotInvoiced: added(known, 'salesOrders', orderGap, figures.shippedNotInvoiced.get(slot)),
        outstandingInvoices: added(
          known,
          'salesInvoices',
          figures.gap('invoices', slot),
          figures.outstandingInvoices.get(slot),
        ),
        creditLimit: { amount: record.creditLimit },
        overdueAmount: overdue,
        agedCurrentAmount: current,
        agedPeriod1Amount: agedOf(known, slot, 1),
        agedPeriod2Amount: agedOf(known, slot, 2),
        agedPeriod3Amount: agedOf(known, slot, 3),
        salesThisYear: salesOf(known, slot, 'thisYear'),
        salesLastYear: salesOf(known, slot, 'lastYear'),
      }),
      overdueOn: hasAmount(overdue) ? today : null,
      overdueInvoiceCount: invoicesKnown ? figures.overdueInvoiceCount(slot) : null,
      oldestDueDate: invoicesKnown ? figures.oldestDueDate(slot) : null,
      agedOn: hasAmount(current) ? today : null,
      agedPeriodDays: hasAmount(current) ? figures.agedPeriodDays : null,
      fiscalYearStart: known.periods.thisYear?.from ?? null,
      lastInvoiceDate: lastInvoice?.date ?? null,
      lastInvoiceNumber: lastInvoice === null ? null : storableText(lastInvoice.number, NUMBER_LENGTH),
    },
    asOf: known.asOf,
    stale: false,
  };
}
