import { calendarDate } from '../../../domain/calendarDate';
import { customer, detail, failure, id, invoice, smallCompany, TODAY } from './fakeCompany';
import { MemoryStore } from './memoryStore';
import { FakeClock, statisticsOf, synchronize } from './synchronizing';

describe('the first synchronization of a company', () => {
  it('gives each customer the figures of Business Central in local currency', async () => {
    const store = new MemoryStore();
    await synchronize(smallCompany(), store);
    const first = statisticsOf(store, '10000');
    expect(first).toMatchObject({
      name: 'Customer 1',
      blocked: 'none',
      paymentTerms: '1 Month/2% 8 days',
      localCurrencyCode: 'GBP',
      overdueOn: TODAY,
      overdueInvoiceCount: 1,
      oldestDueDate: '2026-03-01',
      agedPeriodDays: 30,
      fiscalYearStart: '2026-01-01',
      lastInvoiceNumber: 'PI-2',
      lastInvoiceDate: '2026-02-10',
    });
    expect(first.figures).toEqual({
      balance: 300.1,
      outstandingOrders: 60,
      shippedNotInvoiced: 30,
      outstandingInvoices: 0,
      total: 390.1,
      creditLimit: 1000,
      availableCredit: 609.9,
      overdueAmount: 120,
      agedCurrentAmount: 180.1,
      agedPeriod1Amount: 120,
      agedPeriod2Amount: 0,
      agedPeriod3Amount: 0,
      salesThisYear: 1234.56,
      salesLastYear: 0,
      unavailable: {},
    });
  });

  it('converts orders, drafts and open invoices of a foreign currency', async () => {
    const store = new MemoryStore();
    await synchronize(smallCompany(), store);
    const { figures } = statisticsOf(store, '20000');
    expect(figures).toMatchObject({
      outstandingOrders: 170,
      outstandingInvoices: 85,
      total: 305.25,
      salesLastYear: 99.99,
    });
    const open = store.openInvoices.list().find((row) => row.invoice.number === 'PI-3');
    expect(open?.invoice).toMatchObject({ remainingAmount: 59.12, remainingAmountLocal: 50.25, currencyCode: 'EUR' });
  });

  it('says why a figure is not available when an exchange rate is missing, for that customer alone', async () => {
    const company = smallCompany();
    company.rates = [];
    const store = new MemoryStore();
    await synchronize(company, store);
    const { figures } = statisticsOf(store, '20000');
    expect(figures).toMatchObject({ outstandingOrders: null, outstandingInvoices: null, total: null, balance: 50.25 });
    expect(figures.unavailable).toEqual({
      outstandingOrders: 'exchangeRateMissing',
      shippedNotInvoiced: 'exchangeRateMissing',
      outstandingInvoices: 'exchangeRateMissing',
      total: 'partMissing',
    });
    expect(statisticsOf(store, '10000').figures.unavailable).toEqual({});
  });

  it('lists open invoices under the bill-to customer, drafts not among them', async () => {
    const store = new MemoryStore();
    await synchronize(smallCompany(), store);
    const numbers = store.openInvoices.list().map((row) => row.invoice.number);
    expect(numbers.sort()).toEqual(['PI-1', 'PI-2', 'PI-3']);
    const first = store.customers.list().find((row) => row.statistics.number === '10000');
    expect(store.openInvoices.list().filter((row) => row.customerId === first?.id)).toHaveLength(2);
  });

  it('creates the connection and says what was compared, and for which day', async () => {
    const store = new MemoryStore();
    const result = await synchronize(smallCompany(), store);
    const [connection] = [...store.connectionRows.values()];
    expect(connection).toMatchObject({
      name: 'CRONUS International Ltd.',
      companyName: 'CRONUS',
      currencyCode: 'GBP',
      health: 'healthy',
      customersVerifiedOn: '2026-03-10T08:00:00Z',
      customersVerifiedFor: TODAY,
      lastError: null,
    });
    expect(result).toMatchObject({ outcome: 'succeeded', rowsWritten: 8, rowsFailed: 0, problemCount: 0 });
    expect([...store.runs.values()]).toMatchObject([{ outcome: 'succeeded', trigger: 'manual', rowsWritten: 8 }]);
  });

  it('couples each customer to the row of its salesperson', async () => {
    const store = new MemoryStore();
    await synchronize(smallCompany(), store);
    const lina = store.salespeople.list().find((row) => row.code === 'LT');
    const second = store.customers.list().find((row) => row.statistics.number === '20000');
    expect(second?.salespersonId).toBe(lina?.id);
    expect(lina?.email).toBeNull();
  });
});

describe('a company that did not change', () => {
  it('costs no row write, and the age of every row moves on with the connection', async () => {
    const store = new MemoryStore();
    const clock = new FakeClock();
    await synchronize(smallCompany(), store, {}, clock);
    store.writes.length = 0;
    clock.time += 3_600_000;
    const result = await synchronize(smallCompany(), store, {}, clock);
    expect(store.writes).toEqual([]);
    expect(result).toMatchObject({ rowsWritten: 0, rowsUnchanged: 8 });
    expect([...store.connectionRows.values()][0]?.customersVerifiedOn).toBe('2026-03-10T09:00:00Z');
  });

  it('costs none on the next day either, when nothing falls due', async () => {
    const store = new MemoryStore();
    const company = smallCompany();
    company.invoices = [];
    await synchronize(company, store);
    store.writes.length = 0;
    const tomorrow = calendarDate('2026-03-11');
    company.aged = company.aged.map((row) => ({ ...row, agedAsOf: tomorrow }));
    await synchronize(company, store);
    expect(store.writes).toEqual([]);
    expect([...store.connectionRows.values()][0]?.customersVerifiedFor).toBe(tomorrow);
  });

  it('reads only invoices that were posted since the last comparison, with an overlap', async () => {
    const store = new MemoryStore();
    const company = smallCompany();
    await synchronize(company, store);
    await synchronize(company, store);
    await synchronize(company, store, { full: true });
    expect(company.filters).toEqual([
      { postedFrom: '2025-01-01' },
      { modifiedSince: '2026-03-10T07:00:00Z' },
      { postedFrom: '2025-01-01' },
    ]);
  });
});

describe('a change in Business Central', () => {
  it('writes the rows that differ and no other', async () => {
    const store = new MemoryStore();
    const company = smallCompany();
    await synchronize(company, store);
    store.writes.length = 0;
    company.details[2] = detail(3, '0.01');
    await synchronize(company, store);
    expect(store.writes).toEqual(['customers']);
    expect(statisticsOf(store, '30000').figures.balance).toBe(0.01);
  });

  it('deletes an invoice that is settled', async () => {
    const store = new MemoryStore();
    const company = smallCompany();
    await synchronize(company, store);
    company.invoices = company.invoices.filter((one) => one.number !== 'PI-1');
    await synchronize(company, store);
    expect(store.openInvoices.list().map((row) => row.invoice.number)).toEqual(['PI-2', 'PI-3']);
    expect(statisticsOf(store, '10000')).toMatchObject({ overdueInvoiceCount: 0, oldestDueDate: null });
  });

  it('makes a customer that is gone inactive, keeps its figures, and brings it back when it reappears', async () => {
    const store = new MemoryStore();
    const company = smallCompany();
    const all = company.customerList;
    await synchronize(company, store);
    company.customerList = all.filter((one) => one.number !== '30000');
    await synchronize(company, store);
    const gone = store.customers.list().find((row) => row.statistics.number === '30000');
    expect(gone).toMatchObject({ active: false, statistics: { figures: { balance: 0 } } });
    company.customerList = all;
    await synchronize(company, store);
    const back = store.customers.list().find((row) => row.statistics.number === '30000');
    expect(back).toMatchObject({ active: true, id: gone?.id });
  });

  it('gives a customer that was made again under the same number a row of its own', async () => {
    const store = new MemoryStore();
    const company = smallCompany();
    await synchronize(company, store);
    company.customerList = [...company.customerList.slice(0, 2), customer(9, { number: '30000' })];
    company.details.push(detail(9, '5'));
    await synchronize(company, store);
    const rows = store.customers.list().filter((row) => row.statistics.number === '30000');
    expect(rows.map((row) => row.active)).toEqual([false, true]);
  });

  it('takes the later of the last invoice that is known and those that were posted since', async () => {
    const store = new MemoryStore();
    const company = smallCompany();
    await synchronize(company, store);
    company.posted = [
      { systemId: id(9, 2), number: 'PI-9', billToCustomerId: id(2), postingDate: calendarDate('2026-03-05') },
      { systemId: id(8, 2), number: 'PI-8', billToCustomerId: id(1), postingDate: calendarDate('2026-01-05') },
    ];
    await synchronize(company, store);
    expect(statisticsOf(store, '20000').lastInvoiceNumber).toBe('PI-9');
    expect(statisticsOf(store, '10000').lastInvoiceNumber).toBe('PI-2');
  });
});

describe('a source that cannot be read', () => {
  it.each([
    ['salesOrders', 'permission', 403, ['outstandingOrders', 'shippedNotInvoiced'], 'permissionDenied'],
    ['agedAccountsReceivables', 'refused', 404, ['agedCurrentAmount', 'agedPeriod3Amount'], 'sourceMissing'],
    ['customerFinancialDetails', 'transient', 503, ['balance', 'overdueAmount'], 'readFailed'],
    ['customerSales', 'protocol', 200, ['salesThisYear', 'salesLastYear'], 'readFailed'],
    ['salesInvoices', 'transient', 504, ['outstandingInvoices'], 'readFailed'],
  ] as const)(
    '%s: its figures are not available and say so, the others are',
    async (source, kind, status, names, reason) => {
      const company = smallCompany();
      company.errors.set(source, failure(kind, status));
      const store = new MemoryStore();
      const result = await synchronize(company, store);
      const { figures } = statisticsOf(store, '10000');
      for (const name of names) expect([name, figures[name], figures.unavailable[name]]).toEqual([name, null, reason]);
      expect(figures.creditLimit).toBe(1000);
      expect(result).toMatchObject({ outcome: 'succeededWithProblems', problemCount: 1 });
      expect(store.problems.list()).toMatchObject([{ source, active: true, occurrences: 1, correlationId: 'c0ffee' }]);
      expect([...store.connectionRows.values()][0]).toMatchObject({
        health: 'needsAttention',
        lastError: `It failed: ${kind}.`,
      });
    },
  );

  it('is listed once, counted, and resolved when it can be read again', async () => {
    const company = smallCompany();
    const store = new MemoryStore();
    company.errors.set('salesOrders', failure('permission', 403));
    await synchronize(company, store);
    await synchronize(company, store);
    expect(store.problems.list()).toMatchObject([{ source: 'salesOrders', occurrences: 2, active: true }]);
    company.errors.clear();
    const result = await synchronize(company, store);
    expect(store.problems.list()).toMatchObject([{ source: 'salesOrders', active: false }]);
    expect(result.outcome).toBe('succeeded');
    expect(statisticsOf(store, '10000').figures.outstandingOrders).toBe(60);
  });

  it('never removes what an incomplete read did not show', async () => {
    const company = smallCompany();
    const store = new MemoryStore();
    await synchronize(company, store);
    company.failAfterPages = 1;
    company.errors.set('customers', failure('transient', 503));
    company.errors.set('salesInvoices', failure('transient', 503));
    const result = await synchronize(company, store);
    expect(store.customers.list().map((row) => row.active)).toEqual([true, true, true]);
    expect(store.openInvoices.list()).toHaveLength(3);
    expect(result.outcome).toBe('succeededWithProblems');
  });

  it('does not let rows look fresh when customers were not all read', async () => {
    const company = smallCompany();
    const store = new MemoryStore();
    const clock = new FakeClock();
    await synchronize(company, store, {}, clock);
    clock.time += 3_600_000;
    company.errors.set('customers', failure('transient', 503));
    await synchronize(company, store, {}, clock);
    expect([...store.connectionRows.values()][0]?.customersVerifiedOn).toBe('2026-03-10T08:00:00Z');
  });

  it('takes no customers at all for a missing right and not for an empty company', async () => {
    const company = smallCompany();
    const store = new MemoryStore();
    await synchronize(company, store);
    company.customerList = [];
    const result = await synchronize(company, store);
    expect(result.problems).toMatchObject([
      { source: 'customers', code: 'noCustomers', nextStep: 'Do what the reason says, and synchronize again.' },
    ]);
    expect(store.customers.list().every((row) => row.active)).toBe(true);
    await synchronize(company, store, { full: true });
    expect(store.customers.list().some((row) => row.active)).toBe(false);
  });

  it('takes posted invoices that have all vanished for a missing right', async () => {
    const company = smallCompany();
    company.invoices = Array.from({ length: 12 }, (_, index) => invoice(index + 1, 1));
    const store = new MemoryStore();
    await synchronize(company, store);
    company.invoices = [];
    const result = await synchronize(company, store);
    expect(result.problems).toMatchObject([{ source: 'salesInvoices', code: 'postedInvoicesHidden' }]);
    expect(store.openInvoices.list()).toHaveLength(12);
    expect(statisticsOf(store, '10000').figures.unavailable).toMatchObject({ outstandingInvoices: 'permissionDenied' });
  });

  it.each(['signIn', 'config', 'throttled'] as const)('%s ends the run, and the connection says why', async (kind) => {
    const company = smallCompany();
    company.errors.set('customerFinancialDetails', failure(kind));
    const store = new MemoryStore();
    await expect(synchronize(company, store)).rejects.toMatchObject({ kind });
    expect([...store.runs.values()]).toMatchObject([{ outcome: 'failed', error: `It failed: ${kind}.` }]);
    expect([...store.connectionRows.values()][0]).toMatchObject({ health: 'failing', customersVerifiedOn: null });
    expect(store.customers.list()).toEqual([]);
  });

  it('without the local currency nothing is written, because no amount would mean anything', async () => {
    const company = smallCompany();
    company.errors.set('companyInformation', failure('permission', 403));
    await expect(synchronize(company, new MemoryStore())).rejects.toMatchObject({ code: 'localCurrencyUnknown' });
  });

  it('without accounting periods sales of this year come from Company Information', async () => {
    const company = smallCompany();
    company.errors.set('accountingPeriods', failure('permission', 403));
    const store = new MemoryStore();
    await synchronize(company, store);
    const { figures } = statisticsOf(store, '10000');
    expect(figures.salesThisYear).toBe(1234.56);
    expect(figures.unavailable).toEqual({ salesLastYear: 'permissionDenied' });
  });
});

describe('one bad record among others', () => {
  it('is listed with its reason, marked stale, and tried again until it is cured', async () => {
    const company = smallCompany();
    const store = new MemoryStore();
    await synchronize(company, store);
    company.details = [detail(1, '1'), detail(2, '2'), detail(3, '3')];
    store.customers.refuse = (row) => (row.statistics.number === '20000' ? 'The text is too long.' : null);
    const result = await synchronize(company, store);
    expect(result).toMatchObject({ outcome: 'succeededWithProblems', rowsFailed: 1 });
    expect(result.problems).toMatchObject([
      { source: 'customers', recordNumber: '20000', reason: 'The text is too long.' },
    ]);
    expect(store.customers.list().map((row) => [row.statistics.figures.balance, row.stale])).toEqual([
      [1, false],
      [50.25, true],
      [3, false],
    ]);
    store.customers.refuse = () => null;
    await synchronize(company, store);
    expect(statisticsOf(store, '20000').figures.balance).toBe(2);
    expect(store.customers.list().some((row) => row.stale)).toBe(false);
    expect(store.problems.list()).toMatchObject([{ active: false }]);
  });

  it('of Business Central: an unreadable customer keeps its row, which says that it is old', async () => {
    const company = smallCompany();
    const store = new MemoryStore();
    await synchronize(company, store);
    company.customerList = company.customerList.slice(0, 2);
    company.refused.set('customers', [
      { systemId: id(3), number: '30000', customerId: id(3), reason: 'creditLimit holds "1,234.50".' },
    ]);
    const result = await synchronize(company, store);
    const third = store.customers.list().find((row) => row.statistics.number === '30000');
    expect(third).toMatchObject({ active: true, stale: true });
    expect(result.problems).toMatchObject([{ source: 'customers', code: 'unreadable', recordNumber: '30000' }]);
  });

  it('of Business Central: one that is gone in the end does not make every later run read all posted invoices', async () => {
    const company = smallCompany();
    const store = new MemoryStore();
    await synchronize(company, store);
    company.customerList = company.customerList.slice(0, 2);
    company.refused.set('customers', [{ systemId: id(3), number: '30000', customerId: id(3), reason: 'Unreadable.' }]);
    await synchronize(company, store);
    company.refused.clear();
    await synchronize(company, store);
    await synchronize(company, store);
    expect(company.filters.at(-1)).toEqual({ modifiedSince: '2026-03-10T07:00:00Z' });
  });

  it('of Business Central: an unreadable order makes the orders of its customer unknown, not smaller', async () => {
    const company = smallCompany();
    company.refused.set('salesOrders', [
      { systemId: id(7, 4), number: 'S-ORD7', customerId: id(1), reason: 'quantity holds "x".' },
    ]);
    const store = new MemoryStore();
    await synchronize(company, store);
    expect(statisticsOf(store, '10000').figures).toMatchObject({
      outstandingOrders: null,
      unavailable: { outstandingOrders: 'readFailed' },
    });
    expect(statisticsOf(store, '20000').figures.outstandingOrders).toBe(170);
  });

  it('whose customer is unreadable too makes its whole source unknown', async () => {
    const company = smallCompany();
    company.refused.set('salesOrders', [
      { systemId: null, number: null, customerId: null, reason: 'It is no object.' },
    ]);
    const store = new MemoryStore();
    await synchronize(company, store);
    expect(statisticsOf(store, '20000').figures.unavailable).toMatchObject({ outstandingOrders: 'readFailed' });
  });
});

describe('a dry run', () => {
  it('reads as usual, writes nothing and tells what it would write', async () => {
    const store = new MemoryStore();
    let touched = 0;
    store.onTouch = () => (touched += 1);
    const result = await synchronize(smallCompany(), store, { dryRun: true });
    expect(touched).toBe(0);
    expect(store.connectionRows.size + store.runs.size).toBe(0);
    expect(result.writes).toMatchObject([
      { table: 'bci_customer', create: 3, update: 0 },
      { table: 'bci_openinvoice', create: 3 },
      { table: 'bci_salesperson', create: 2 },
      { table: 'bci_location', create: 0 },
      { table: 'bci_item', create: 0 },
      { table: 'bci_itemavailability', create: 0 },
      { table: 'bci_syncproblem', create: 0 },
    ]);
  });

  it('tells updates, deactivations and removals', async () => {
    const store = new MemoryStore();
    const company = smallCompany();
    await synchronize(company, store);
    const before = JSON.stringify(store.picture());
    company.customerList = [
      customer(1, { salespersonCode: 'JO', name: 'Renamed' }),
      ...company.customerList.slice(1, 2),
    ];
    company.invoices = company.invoices.slice(1);
    const result = await synchronize(company, store, { dryRun: true });
    expect(result.writes.slice(0, 2)).toEqual([
      { table: 'bci_customer', create: 0, update: 1, deactivate: 1, remove: 0 },
      { table: 'bci_openinvoice', create: 0, update: 0, deactivate: 0, remove: 1 },
    ]);
    expect(JSON.stringify(store.picture())).toBe(before);
  });
});
