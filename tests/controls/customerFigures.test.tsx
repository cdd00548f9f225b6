import { screen, within } from '@testing-library/react';
import { connectionRow } from '../dataverse/customerRows';
import { mount, NOW, platformWith } from './mountedControl';

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

/** The value and the lines below it of a key figure. */
function keyFigure(label: string): string[] {
  const term = screen.getAllByText(label).find((element) => element.tagName === 'DT');
  const values = term?.parentElement?.querySelectorAll('dd:not([aria-hidden])') ?? [];
  return Array.from(values).map((value) => value.textContent);
}

function compositionRows(): Record<string, string> {
  const table = screen.getAllByRole('table')[0];
  if (!table) throw new Error('There is no table.');
  return Object.fromEntries(
    within(table)
      .getAllByRole('row')
      .map((row) => [within(row).getByRole('rowheader').textContent, within(row).getByRole('cell').textContent]),
  );
}

const banners = (): string[] =>
  Array.from(document.querySelectorAll('.bci-banner p')).map((element) => element.textContent);

describe('the header', () => {
  it('names the customer, its number, company and currency, and how old the figures are', async () => {
    await mount(platformWith());
    expect(screen.getByRole('heading', { name: 'Adatum Corporation' })).toBeVisible();
    expect(screen.getByText('10000 · CRONUS International Ltd. · GBP')).toBeVisible();
    expect(screen.getByText('As of today 10:42')).toBeVisible();
    expect(screen.queryByText('May be out of date')).toBeNull();
  });

  it('says in which currency the figures are when the customer has another', async () => {
    await mount(platformWith({ bci_currencycode: 'EUR' }));
    expect(screen.getByText('10000 · CRONUS International Ltd. · EUR · figures in GBP')).toBeVisible();
  });

  it('opens the customer card of the right company in a new tab', async () => {
    await mount(platformWith());
    const link = screen.getByRole('link', { name: 'Open in Business Central (opens in a new tab)' });
    expect(link).toHaveAttribute(
      'href',
      'https://businesscentral.dynamics.com/contoso.example/Production' +
        '/?company=CRONUS%20International%20Ltd.&page=21&filter=%27No.%27%20IS%20%2710000%27',
    );
    expect(link).toHaveAttribute('target', '_blank');
  });

  it('opens it through the platform in the mobile apps', async () => {
    const platform = platformWith();
    platform.clientName = 'Mobile';
    await mount(platform);
    screen.getByRole('link', { name: /Open in Business Central/ }).click();
    expect(platform.opened).toHaveLength(1);
    expect(platform.opened[0]).toContain('page=21');
  });

  it('has no link when the company has no address', async () => {
    await mount(platformWith({ bci_ConnectionId: connectionRow({ bci_webclienturl: null }) }));
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('marks figures that are too old, with yesterday in the user’s time zone', async () => {
    const platform = platformWith({
      bci_asof: '2026-11-22T21:30:00Z',
      bci_ConnectionId: connectionRow({ bci_customersverifiedon: null }),
    });
    platform.offsetMinutes = 60;
    await mount(platform);
    expect(screen.getByText('As of yesterday 22:30')).toBeVisible();
    expect(screen.getByText('May be out of date')).toBeVisible();
  });

  it('counts days by the user’s midnight and not by the machine’s', async () => {
    const platform = platformWith({
      bci_asof: '2026-11-22T21:30:00Z',
      bci_ConnectionId: connectionRow({ bci_customersverifiedon: null }),
    });
    platform.offsetMinutes = 180;
    await mount(platform);
    expect(screen.getByText('As of today 00:30')).toBeVisible();
  });

  it('gives the date of figures that are older', async () => {
    await mount(platformWith({ bci_stale: true, bci_asof: '2026-11-20T09:05:00Z' }));
    expect(screen.getByText('As of 20 Nov 2026, 09:05')).toBeVisible();
    expect(screen.getByText('May be out of date')).toBeVisible();
  });

  it('takes the age from the company’s last comparison when the row did not change', async () => {
    await mount(platformWith({ bci_asof: '2026-11-01T08:00:00Z' }));
    expect(screen.getByText('As of today 10:42')).toBeVisible();
  });

  it('says so when the figures were never read', async () => {
    await mount(platformWith({ bci_asof: null, bci_ConnectionId: connectionRow({ bci_customersverifiedon: null }) }));
    expect(screen.getByText('Not yet read from Business Central')).toBeVisible();
  });
});

describe('the banners', () => {
  it('say how much is overdue, in how many invoices, and the oldest', async () => {
    await mount(platformWith());
    expect(banners()).toEqual(['£12,340.00 is overdue in 7 invoices, the oldest by 74 days.']);
  });

  it('use the singular', async () => {
    await mount(platformWith({ bci_overdueinvoicecount: 1, bci_oldestduedate: '2026-11-22' }));
    expect(banners()).toEqual(['£12,340.00 is overdue in 1 invoice, the oldest by 1 day.']);
  });

  it('leave out what is not known', async () => {
    await mount(platformWith({ bci_overdueinvoicecount: null, bci_oldestduedate: null }));
    expect(banners()).toEqual(['£12,340.00 is overdue ']);
  });

  it('are absent when nothing is wrong', async () => {
    await mount(platformWith({ bci_overdueamount: 0, bci_overdueinvoicecount: 0, bci_oldestduedate: null }));
    expect(banners()).toEqual([]);
  });

  it.each([
    [727000001, 'Nothing may be shipped to this customer.'],
    [727000002, 'This customer may not be invoiced.'],
    [727000003, 'No transactions are allowed with this customer.'],
  ])('name the kind of block (%i)', async (blocked, text) => {
    await mount(platformWith({ bci_blocked: blocked, bci_overdueamount: 0 }));
    expect(banners()).toEqual([`Blocked in Business Central. ${text}`]);
  });

  it('say by how much the credit limit is exceeded', async () => {
    await mount(platformWith({ bci_total: 70000.01, bci_availablecredit: -0.01, bci_overdueamount: 0 }));
    expect(banners()).toEqual(['£0.01 over the credit limit of £70,000.00.']);
  });

  it('say that the customer is gone from Business Central', async () => {
    await mount(platformWith({ statecode: 1, bci_overdueamount: 0 }));
    expect(banners()).toEqual([
      'This customer no longer exists in Business Central. These are its last known figures.',
    ]);
  });
});

describe('the key figures', () => {
  it('give total, credit, overdue and sales with what they hold for', async () => {
    await mount(platformWith());
    expect(keyFigure('Total')).toEqual(['£58,210.00', 'owed, ordered and shipped']);
    expect(keyFigure('Available credit')).toEqual(['£11,790.00', '83% of £70,000.00 used']);
    expect(keyFigure('Overdue')).toEqual(['£12,340.00', 'as of 23 Nov 2026']);
    expect(keyFigure('Sales this fiscal year')).toEqual(['£182,400.00', 'since 1 Jan 2026', 'last year: £160,200.00']);
  });

  it('read a credit limit of 0 as no limit', async () => {
    await mount(platformWith({ bci_creditlimit: 0, bci_availablecredit: null }));
    expect(keyFigure('Available credit')).toEqual(['No credit limit']);
  });

  it('show more than the limit as negative credit', async () => {
    await mount(platformWith({ bci_total: 73500, bci_availablecredit: -3500 }));
    expect(keyFigure('Available credit')).toEqual(['-£3,500.00', '105% of £70,000.00 used']);
  });

  it('show nothing used when the customer is owed money', async () => {
    await mount(platformWith({ bci_balance: -100, bci_total: -100, bci_availablecredit: 70100 }));
    expect(keyFigure('Total')[0]).toBe('-£100.00');
    expect(keyFigure('Available credit')).toEqual(['£70,100.00', '0% of £70,000.00 used']);
  });

  it('hold the overdue amount for the day of the company’s last comparison', async () => {
    await mount(platformWith({ bci_overdueon: '2026-11-20', bci_agedon: '2026-11-20' }));
    expect(keyFigure('Overdue')[1]).toBe('as of 23 Nov 2026');
  });

  it('hold it for the row’s own day when the row could not be refreshed', async () => {
    await mount(platformWith({ bci_overdueon: '2026-11-20', bci_stale: true }));
    expect(keyFigure('Overdue')[1]).toBe('as of 20 Nov 2026');
  });
});

describe('what is not available', () => {
  const unavailable = {
    bci_outstandingorders: null,
    bci_total: null,
    bci_availablecredit: null,
    bci_unavailable: JSON.stringify({
      bci_outstandingorders: 'exchangeRateMissing',
      bci_total: 'partMissing',
      bci_availablecredit: 'partMissing',
    }),
  };

  it('is never 0 and says why', async () => {
    await mount(platformWith(unavailable));
    expect(keyFigure('Total')).toEqual([
      'Not available',
      'owed, ordered and shipped',
      'a figure that it is made of is missing',
    ]);
    expect(keyFigure('Available credit')).toEqual([
      'Not available',
      'Credit limit: £70,000.00',
      'a figure that it is made of is missing',
    ]);
    expect(compositionRows()).toMatchObject({
      'Outstanding ordersan exchange rate is missing in Business Central': 'Not available',
      Balance: '41,310.00',
    });
  });

  it('raises no alarm about a limit that cannot be compared', async () => {
    await mount(platformWith({ ...unavailable, bci_overdueamount: null }));
    expect(banners()).toEqual([]);
    expect(keyFigure('Overdue')[0]).toBe('Not available');
  });

  it('is told apart from what is only partly known', async () => {
    await mount(platformWith({ bci_unavailable: '{"bci_shippednotinvoiced":"permissionDenied"}' }));
    expect(compositionRows()).toMatchObject({
      'Shipped, not invoicedIncomplete: the integration may not read this in Business Central': '2,400.00',
    });
  });

  it('says so of last year, too, with the reason', async () => {
    await mount(platformWith({ bci_saleslastyear: null, bci_unavailable: '{"bci_saleslastyear":"readFailed"}' }));
    expect(keyFigure('Sales this fiscal year').slice(1)).toEqual([
      'since 1 Jan 2026',
      'last year: Not available (it could not be read last time)',
    ]);
  });

  it('may have no reason', async () => {
    await mount(platformWith({ bci_salesthisyear: null, bci_saleslastyear: null, bci_fiscalyearstart: null }));
    expect(keyFigure('Sales this fiscal year')).toEqual(['Not available', 'last year: Not available']);
  });
});

describe('what makes up the total', () => {
  it('lists the parts in Business Central’s order, and what the API does not give', async () => {
    await mount(platformWith());
    expect(Object.entries(compositionRows())).toEqual([
      ['Balance', '41,310.00'],
      ['Outstanding orders', '12,900.00'],
      ['Shipped, not invoiced', '2,400.00'],
      ['Outstanding invoices', '1,600.00'],
      ['Total', '58,210.00'],
    ]);
    expect(screen.getByText(/Invoiced prepayments are not available/)).toBeVisible();
  });

  it('uses the decimals of the currency', async () => {
    await mount(platformWith({ bci_localcurrencycode: 'JPY', bci_currencycode: 'JPY' }));
    expect(keyFigure('Total')[0]).toBe('¥58,210');
    expect(compositionRows()).toMatchObject({ Balance: '41,310' });
  });
});

describe('the facts', () => {
  it('name terms, last invoice and salesperson', async () => {
    await mount(platformWith());
    expect(screen.getByText('30 days net')).toBeVisible();
    expect(screen.getByText('14 Nov 2026 · 103044')).toBeVisible();
    expect(screen.getByText('Jim Olive')).toBeVisible();
  });

  it('leave out what the customer does not have', async () => {
    await mount(
      platformWith({
        bci_paymentterms: null,
        bci_lastinvoicedate: null,
        bci_lastinvoicenumber: null,
        bci_SalespersonId: null,
      }),
    );
    expect(screen.queryByText('Payment terms:')).toBeNull();
    expect(screen.queryByText('Last invoice:')).toBeNull();
    expect(screen.queryByText('Salesperson:')).toBeNull();
  });
});
