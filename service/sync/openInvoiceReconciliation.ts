import { toStoredNumber } from '../../domain/decimal';
import { toLocalCurrency } from '../../domain/exchangeRate';
import type { CalendarDate } from '../../domain/calendarDate';
import { salesInvoiceState } from '../../domain/salesInvoiceState';
import type { CompanyFigures } from './companyFigures';
import { DifferenceWriter } from './differenceWriter';
import { fingerprintOfOpenInvoice } from './fingerprint';
import { GuidIndex } from './guidIndex';
import type { SalesInvoiceRecord } from './ports';
import { readSource } from './readFigures';
import type { ReferenceData } from './referenceData';
import { isRefreshedSince, type RunContext } from './runContext';
import type { OpenInvoiceSnapshot } from './snapshotStore';
import { storableText } from './storableText';
import { StoredRows } from './storedRows';

/** Invoices kept in hand until their customers are written. More of them are read a second time instead. */
const MOST_HELD = 20_000;

interface HeldInvoice {
  readonly customerSystemId: string;
  readonly snapshot: OpenInvoiceSnapshot;
}

const NUMBER_LENGTH = 20;

/**
 * Open invoices: read once for the figures of their customers, compared, and written after the customers, whose rows
 * they belong to. A settled invoice is deleted and not made inactive: it is history that Business Central keeps, and
 * rows that only ever grow in number are nobody's.
 */
export class OpenInvoiceReconciliation {
  private readonly index = new GuidIndex();
  private readonly rows = new StoredRows();
  private held: HeldInvoice[] = [];
  private tooManyToHold = false;
  /** Posted and not paid, in Business Central. */
  private openCount = 0;

  constructor(
    private readonly run: RunContext,
    private readonly figures: CompanyFigures,
  ) {}

  get storedCount(): number {
    return this.rows.active;
  }

  get readCount(): number {
    return this.openCount;
  }

  async loadStored(): Promise<void> {
    const { store, connectionId, write, scope } = this.run;
    for await (const page of store.openInvoices.stored(connectionId, write, scope?.id)) {
      for (const row of page) {
        if (row.systemId === '') continue;
        this.rows.load(this.index.add(row.systemId), row, fingerprintOfOpenInvoice(row), false);
      }
    }
  }

  /** @param customerRowId row id of a customer by its systemId, `null` when it has no row yet */
  async read(
    reference: ReferenceData,
    today: CalendarDate,
    customerRowId: (systemId: string) => string | null,
  ): Promise<void> {
    await this.visit((invoice) => {
      const customer = this.figures.index.add(invoice.billToCustomerId);
      const state = salesInvoiceState(invoice.status, invoice.remainingAmount);
      if (state === 'unposted') this.addUnposted(customer, invoice, reference, today);
      if (state !== 'open') return;
      this.openCount += 1;
      this.figures.addOpenInvoice(customer, invoice.dueDate, today);
      const differing = this.compare(invoice, reference, today, customerRowId(invoice.billToCustomerId));
      if (differing === null || this.tooManyToHold) return;
      // A copy: its texts were cut out of a page that would stay in memory with them.
      this.held.push(structuredClone({ customerSystemId: invoice.billToCustomerId, snapshot: differing }));
      if (this.held.length <= MOST_HELD) return;
      this.held = [];
      this.tooManyToHold = true;
    });
  }

  /** Writes what differs and deletes what is settled, after the customers were written. */
  async write(
    reference: ReferenceData,
    today: CalendarDate,
    customerRowId: (systemId: string) => string | null,
  ): Promise<void> {
    const { run } = this;
    if (run.failures.has('salesInvoices')) return;
    const writer = new DifferenceWriter<OpenInvoiceSnapshot>({
      table: run.store.openInvoices,
      connectionId: run.connectionId,
      options: run.write,
      onWritten: (count) => {
        run.progress.written('salesInvoices', count);
      },
      onFailure: ({ row }, failure) => {
        run.progress.failed(1);
        run.problems.row('salesInvoices', row.systemId, row.invoice.number, failure);
      },
    });
    const put = async (snapshot: OpenInvoiceSnapshot): Promise<void> => {
      const slot = this.index.add(snapshot.systemId);
      await writer.add({ row: snapshot, id: this.rows.id(slot), active: true });
    };
    for (const { customerSystemId, snapshot } of this.held) {
      if (isRefreshedSince(run, customerSystemId)) continue;
      const customerId = customerRowId(customerSystemId);
      if (customerId !== null || run.dryRun) await put({ ...snapshot, customerId: customerId ?? '' });
    }
    if (this.tooManyToHold) {
      await this.visit(async (invoice) => {
        const customerId = customerRowId(invoice.billToCustomerId);
        const isKnown = customerId !== null || run.dryRun;
        if (!isKnown || salesInvoiceState(invoice.status, invoice.remainingAmount) !== 'open') return;
        const differing = this.compare(invoice, reference, today, customerId);
        if (differing !== null) await put(differing);
      });
    }
    await writer.flush();
    await this.removeSettled();
  }

  private async visit(take: (invoice: SalesInvoiceRecord) => void | Promise<void>): Promise<void> {
    const pages = this.run.reader.openSalesInvoices(this.run.read);
    await readSource(this.run, 'salesInvoices', pages, take, (customerId) => {
      this.figures.addGap('invoices', this.figures.index.add(customerId), 'readFailed');
    });
    for (const { systemId } of this.run.problems.refusedOf('salesInvoices')) this.rows.see(this.index.add(systemId));
  }

  private addUnposted(
    customer: number,
    invoice: SalesInvoiceRecord,
    reference: ReferenceData,
    today: CalendarDate,
  ): void {
    const date = invoice.postingDate ?? invoice.invoiceDate ?? today;
    const amount = invoice.totalAmountIncludingTax;
    const local = toLocalCurrency(amount, invoice.currencyCode, date, reference.rates, reference.local);
    if (local === null) this.figures.addGap('invoices', customer, 'exchangeRateMissing');
    else this.figures.outstandingInvoices.add(customer, local);
  }

  /** The row as it shall be; `null` when it is so already. */
  private compare(
    invoice: SalesInvoiceRecord,
    reference: ReferenceData,
    today: CalendarDate,
    customerId: string | null,
  ): OpenInvoiceSnapshot | null {
    const slot = this.index.add(invoice.systemId);
    this.rows.see(slot);
    const date = invoice.postingDate ?? invoice.invoiceDate ?? today;
    const { remainingAmount, currencyCode } = invoice;
    const local = toLocalCurrency(remainingAmount, currencyCode, date, reference.rates, reference.local);
    const snapshot: OpenInvoiceSnapshot = {
      systemId: invoice.systemId,
      customerId: customerId ?? '',
      invoice: {
        number: storableText(invoice.number, NUMBER_LENGTH),
        invoiceDate: invoice.invoiceDate,
        postingDate: invoice.postingDate,
        dueDate: invoice.dueDate,
        currencyCode,
        totalAmount: toStoredNumber(invoice.totalAmountIncludingTax),
        remainingAmount: toStoredNumber(remainingAmount),
        remainingAmountLocal: local === null ? null : toStoredNumber(local),
      },
    };
    const isNewer = isRefreshedSince(this.run, invoice.billToCustomerId);
    if (isNewer || this.rows.equals(slot, fingerprintOfOpenInvoice(snapshot))) {
      this.run.progress.unchanged(1);
      return null;
    }
    return snapshot;
  }

  private async removeSettled(): Promise<void> {
    const { run } = this;
    if (run.failures.has('salesInvoices')) return;
    const settled = [...this.rows.unseen()];
    const failures = await run.store.openInvoices.remove(
      settled.map(({ id }) => id),
      run.write,
    );
    for (const failure of failures) {
      const slot = settled[failure.index]?.slot;
      if (slot !== undefined) run.problems.row('salesInvoices', this.index.guidAt(slot), null, failure);
    }
    run.progress.failed(failures.length);
    if (settled.length > 0) run.progress.written('salesInvoices', settled.length - failures.length);
  }
}
