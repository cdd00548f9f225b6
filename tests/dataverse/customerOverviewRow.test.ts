import { readCustomerOverview } from '../../dataverse/customerOverviewRow';
import { UnreadableRowError } from '../../dataverse/unreadableRow';
import { connectionRow, CUSTOMER_ID, customerRow, invoiceRow } from './customerRows';

const read = (changes: Readonly<Record<string, unknown>> = {}) =>
  readCustomerOverview(CUSTOMER_ID, customerRow(changes));

function refusal(answer: unknown): string {
  try {
    readCustomerOverview(CUSTOMER_ID, answer);
  } catch (error) {
    if (error instanceof UnreadableRowError) return error.message;
  }
  return 'accepted';
}

describe('a customer row', () => {
  it('becomes an overview', () => {
    const overview = read();
    expect(overview.statistics).toMatchObject({
      number: '10000',
      name: 'Adatum Corporation',
      blocked: 'none',
      localCurrencyCode: 'GBP',
      overdueOn: '2026-11-23',
      overdueInvoiceCount: 7,
      figures: { balance: 41310, creditLimit: 70000, agedPeriod3Amount: 1340, unavailable: {} },
    });
    expect(overview.marks).toEqual({
      asOf: '2026-11-23T10:42:00Z',
      asOfDate: '2026-11-23',
      stale: false,
      verifiedOn: '2026-11-23T10:42:00Z',
      verifiedFor: '2026-11-23',
      staleAfterMinutes: 60,
    });
    expect(overview.salespersonName).toBe('Jim Olive');
    expect(overview.removed).toBe(false);
  });

  it('keeps what is not available apart from 0', () => {
    const { figures } = read({ bci_total: null, bci_balance: 0 }).statistics;
    expect(figures.total).toBeNull();
    expect(figures.balance).toBe(0);
  });

  it('may lack empty columns, as the offline store does', () => {
    const { bci_total, bci_SalespersonId, ...row } = customerRow();
    expect([bci_total, bci_SalespersonId]).toHaveLength(2);
    const overview = readCustomerOverview(CUSTOMER_ID, row);
    expect(overview.statistics.figures.total).toBeNull();
    expect(overview.salespersonName).toBeNull();
  });

  it.each([
    [727000000, 'none'],
    [727000001, 'ship'],
    [727000002, 'invoice'],
    [727000003, 'all'],
    [null, 'none'],
  ])('reads %p as blocked for %s', (value, blocked) => {
    expect(read({ bci_blocked: value }).statistics.blocked).toBe(blocked);
  });

  it('is removed when it is inactive, and no younger than its own figures', () => {
    const { removed, marks } = read({ statecode: 1 });
    expect(removed).toBe(true);
    expect([marks.verifiedOn, marks.verifiedFor]).toEqual([null, null]);
  });

  it('has the company’s currency when it names none', () => {
    const { localCurrencyCode, currencyCode } = read({
      bci_localcurrencycode: null,
      bci_currencycode: null,
    }).statistics;
    expect([localCurrencyCode, currencyCode]).toEqual(['GBP', 'GBP']);
  });

  it('is stale after an hour unless the company says otherwise', () => {
    expect(read({ bci_ConnectionId: connectionRow({ bci_staleafterminutes: null }) }).marks.staleAfterMinutes).toBe(60);
    expect(read({ bci_ConnectionId: connectionRow({ bci_staleafterminutes: 5 }) }).marks.staleAfterMinutes).toBe(5);
  });

  it('lists open invoices by due date, then number, those without a date last', () => {
    const rows = [
      invoiceRow('C', null, 1),
      invoiceRow('B', '2026-10-01', 1),
      invoiceRow('A', '2026-10-01', 1),
      invoiceRow('D', '2026-09-30', 1),
    ];
    expect(read({ bci_customer_openinvoice: rows }).openInvoices.map(({ number }) => number)).toEqual([
      'D',
      'A',
      'B',
      'C',
    ]);
  });

  it('has all its open invoices unless they fill a whole page', () => {
    const next = {
      'bci_customer_openinvoice@odata.nextLink': 'https://example/bci_customers(1)/bci_customer_openinvoice',
    };
    expect(read(next).hasAllOpenInvoices).toBe(true);
    const page = Array.from({ length: 5000 }, (_, index) => invoiceRow(`A${index}`, '2026-10-07', 1));
    expect(read({ bci_customer_openinvoice: page }).hasAllOpenInvoices).toBe(false);
    expect(read({ bci_customer_openinvoice: page.slice(1) }).hasAllOpenInvoices).toBe(true);
  });

  it.each([
    ['2026-02-28', '2026-02-28'],
    ['2026-02-28T00:00:00Z', '2026-02-28'],
  ])('takes the day of %s as it stands', (text, day) => {
    expect(read({ bci_overdueon: text }).statistics.overdueOn).toBe(day);
  });

  it.each([
    [undefined, 'bci_customer'],
    ['<html>', 'bci_customer'],
    [[], 'bci_customer'],
    [{}, 'bci_customer bci_connectionid'],
    [customerRow({ bci_name: null }), 'bci_customer bci_name'],
    [customerRow({ bci_balance: '41310' }), 'bci_customer bci_balance'],
    [customerRow({ bci_total: Number.NaN }), 'bci_customer bci_total'],
    [customerRow({ bci_blocked: 4 }), 'bci_customer bci_blocked'],
    [customerRow({ bci_overdueon: '2026-02-29' }), 'bci_customer bci_overdueon'],
    [customerRow({ bci_overdueon: '2026-11-23T10:00:00Z' }), 'bci_customer bci_overdueon'],
    [customerRow({ bci_asof: 'yesterday' }), 'bci_customer bci_asof'],
    [customerRow({ bci_stale: 'no' }), 'bci_customer bci_stale'],
    [customerRow({ bci_ConnectionId: 'CRONUS' }), 'bci_customer bci_ConnectionId'],
    [customerRow({ bci_ConnectionId: connectionRow({ bci_name: null }) }), 'bci_connection bci_name'],
    [customerRow({ bci_customer_openinvoice: null }), 'bci_customer bci_customer_openinvoice'],
    [customerRow({ bci_customer_openinvoice: [7] }), 'bci_openinvoice'],
    [customerRow({ bci_customer_openinvoice: [{ bci_name: 'A' }] }), 'bci_openinvoice bci_totalamount'],
  ])('is refused with the column named (%#)', (answer, reference) => {
    expect(refusal(answer)).toBe(reference);
  });
});
