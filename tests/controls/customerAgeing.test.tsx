import { fireEvent, screen, within } from '@testing-library/react';
import { connectionRow, invoiceRow } from '../dataverse/customerRows';
import { mount, NOW, platformWith } from './mountedControl';

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

const bucket = (name: RegExp | string): HTMLElement => screen.getByRole('button', { name });

/** The list that is open: one text for each cell. */
function invoices(title: string): string[][] {
  return within(screen.getByRole('table', { name: title }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => Array.from(row.children).map((cell) => cell.textContent));
}

describe('the ageing of the balance', () => {
  it('names every bucket with its amount, and the day for which it holds', async () => {
    await mount(platformWith());
    expect(screen.getByRole('heading', { name: 'Ageing of the balance GBP · as of 23 Nov 2026' })).toBeVisible();
    for (const name of ['Not due 28,970.00', '1–30 days 7,900.00', '31–60 days 3,100.00', 'Over 60 days 1,340.00']) {
      expect(bucket(name)).toHaveAttribute('aria-expanded', 'false');
    }
  });

  it('gives each bucket the length of its share', async () => {
    await mount(platformWith({ bci_agedcurrentamount: 75, bci_agedperiod1amount: 25, bci_agedperiod2amount: 0 }));
    const lengths = Array.from(document.querySelectorAll<HTMLElement>('.bci-stack > div')).map((part) =>
      Number(part.style.flexGrow),
    );
    expect(lengths[0]).toBeCloseTo(75 / 1440);
    expect(lengths).toHaveLength(3);
  });

  it('names buckets by the company’s own period', async () => {
    await mount(platformWith({ bci_agedperioddays: 14 }));
    expect(bucket(/^1–14 days/)).toBeVisible();
    expect(bucket(/^15–28 days/)).toBeVisible();
    expect(bucket(/^Over 28 days/)).toBeVisible();
  });

  it('says that a negative bucket is in the customer’s favour and draws no length for it', async () => {
    await mount(platformWith({ bci_agedcurrentamount: -500 }));
    expect(bucket('Not due -500.00 in the customer’s favour')).toBeVisible();
    const lengths = Array.from(document.querySelectorAll<HTMLElement>('.bci-stack > div')).map((part) =>
      Number(part.style.flexGrow),
    );
    expect(lengths).toHaveLength(3);
    expect(lengths.reduce((sum, length) => sum + length)).toBeCloseTo(1);
  });

  it('says when a bucket is not available', async () => {
    await mount(
      platformWith({ bci_agedperiod1amount: null, bci_unavailable: '{"bci_agedperiod1amount":"readFailed"}' }),
    );
    expect(bucket('1–30 days Not available it could not be read last time')).toBeVisible();
  });

  it('says when nothing is outstanding', async () => {
    await mount(
      platformWith({
        bci_agedcurrentamount: 0,
        bci_agedperiod1amount: 0,
        bci_agedperiod2amount: 0,
        bci_agedperiod3amount: 0,
        bci_customer_openinvoice: [],
      }),
    );
    expect(screen.getByText('Nothing is outstanding.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Not due/ })).toBeNull();
  });
});

describe('a bucket', () => {
  it('opens its invoices, the oldest first, with days overdue', async () => {
    await mount(platformWith());
    fireEvent.click(bucket(/^31–60 days/));
    expect(bucket(/^31–60 days/)).toHaveAttribute('aria-expanded', 'true');
    expect(invoices('Open invoices: 31–60 days')).toEqual([
      ['103021 (opens in a new tab)', '7 Sept 2026', '7 Oct 2026', '47', '2,100.00'],
      ['103034 (opens in a new tab)', '20 Sept 2026', '20 Oct 2026', '34', '1,000.00'],
    ]);
  });

  it('points to the list it opens', async () => {
    await mount(platformWith());
    fireEvent.click(bucket(/^31–60 days/));
    const panel = bucket(/^31–60 days/).getAttribute('aria-controls') ?? '';
    expect(document.getElementById(panel)).toContainElement(
      screen.getByRole('heading', { name: 'Open invoices: 31–60 days' }),
    );
  });

  it('closes on a second click, and another bucket takes its place', async () => {
    await mount(platformWith());
    fireEvent.click(bucket(/^31–60 days/));
    fireEvent.click(bucket(/^Over 60 days/));
    expect(screen.queryByRole('table', { name: 'Open invoices: 31–60 days' })).toBeNull();
    expect(invoices('Open invoices: Over 60 days')).toHaveLength(1);
    fireEvent.click(bucket(/^Over 60 days/));
    expect(screen.queryByRole('table', { name: /Open invoices/ })).toBeNull();
  });

  it('shows no days for what is not due', async () => {
    await mount(platformWith());
    fireEvent.click(bucket(/^Not due/));
    expect(invoices('Open invoices: Not due')).toEqual([
      ['103044 (opens in a new tab)', '14 Nov 2026', '14 Dec 2026', '–', '28,970.00'],
    ]);
  });

  it.each([
    ['2026-11-23', /^Not due/],
    ['2026-11-22', /^1–30 days/],
    ['2026-10-24', /^1–30 days/],
    ['2026-10-23', /^31–60 days/],
    ['2026-09-24', /^31–60 days/],
    ['2026-09-23', /^Over 60 days/],
  ])('holds an invoice due on %s', async (dueDate, name) => {
    await mount(platformWith({ bci_customer_openinvoice: [invoiceRow('A1', dueDate, 1)] }));
    fireEvent.click(bucket(name));
    expect(screen.getByRole('rowheader', { name: /^A1/ })).toBeVisible();
  });

  it('counts days to the day of the company’s last comparison', async () => {
    await mount(platformWith({ bci_agedon: '2026-11-20' }));
    fireEvent.click(bucket(/^31–60 days/));
    expect(invoices('Open invoices: 31–60 days')[0]?.[3]).toBe('47');
  });

  it('counts days to the row’s own day when the row is stale', async () => {
    await mount(platformWith({ bci_agedon: '2026-11-20', bci_stale: true }));
    fireEvent.click(bucket(/^31–60 days/));
    expect(invoices('Open invoices: 31–60 days')[0]?.[3]).toBe('44');
  });

  it('says what its amount holds besides invoices', async () => {
    await mount(platformWith({ bci_agedperiod2amount: 2600.1 }));
    fireEvent.click(bucket(/^31–60 days/));
    expect(invoices('Open invoices: 31–60 days')[2]).toEqual(['Payments and other entries', '-499.90']);
  });

  it('finds no such rest in sums of fractions', async () => {
    const parts = [1.001, 1.001, 16.08].map((amount, index) => invoiceRow(`A${index}`, '2026-10-07', amount));
    await mount(platformWith({ bci_agedperiod2amount: 18.082, bci_customer_openinvoice: parts }));
    fireEvent.click(bucket(/^31–60 days/));
    expect(screen.queryByText('Payments and other entries')).toBeNull();
  });

  it('claims no such rest when there are more invoices than one answer holds, and says that there are', async () => {
    const page = Array.from({ length: 5000 }, (_, index) => invoiceRow(`A${index}`, '2026-10-07', 1));
    await mount(platformWith({ bci_agedperiod2amount: 5600, bci_customer_openinvoice: page }));
    fireEvent.click(bucket(/^31–60 days/));
    expect(screen.queryByText('Payments and other entries')).toBeNull();
    expect(screen.getByText(/^There are more open invoices than can be listed here/)).toBeVisible();
  });

  it('says when it holds no invoice', async () => {
    await mount(platformWith({ bci_customer_openinvoice: [], bci_agedperiod2amount: 0 }));
    fireEvent.click(bucket(/^31–60 days/));
    expect(screen.getByText('There is no open invoice in this group.')).toBeVisible();
  });

  it('shows the first 25 of many and the rest on request', async () => {
    const many = Array.from({ length: 40 }, (_, index) => invoiceRow(`A${100 + index}`, '2026-10-07', 10));
    await mount(platformWith({ bci_agedperiod2amount: 400, bci_customer_openinvoice: many }));
    fireEvent.click(bucket(/^31–60 days/));
    expect(invoices('Open invoices: 31–60 days')).toHaveLength(25);
    fireEvent.click(screen.getByRole('button', { name: 'Show 15 more' }));
    expect(invoices('Open invoices: 31–60 days')).toHaveLength(40);
    expect(screen.getByRole('row', { name: /^A125 / })).toHaveFocus();
  });
});

describe('an invoice', () => {
  it('opens the posted document in Business Central', async () => {
    await mount(platformWith());
    fireEvent.click(bucket(/^Over 60 days/));
    expect(screen.getByRole('link', { name: '103005 (opens in a new tab)' })).toHaveAttribute(
      'href',
      expect.stringMatching(/&page=132&filter=%27No\.%27%20IS%20%27103005%27$/),
    );
  });

  it('is plain text when the company has no address', async () => {
    await mount(platformWith({ bci_ConnectionId: connectionRow({ bci_webclienturl: 'javascript:alert(1)' }) }));
    fireEvent.click(bucket(/^Over 60 days/));
    expect(screen.getByRole('rowheader', { name: '103005' })).toBeVisible();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('in foreign currency shows both amounts', async () => {
    const euro = { bci_currencycode: 'EUR', bci_remainingamountlocal: 2100 };
    await mount(platformWith({ bci_customer_openinvoice: [invoiceRow('A1', '2026-10-07', 2450.3, euro)] }));
    fireEvent.click(bucket(/^31–60 days/));
    expect(invoices('Open invoices: 31–60 days')[0]?.[4]).toBe('2,100.00 €2,450.30');
  });

  it('without exchange rate shows its own amount and says so', async () => {
    const dollar = { bci_currencycode: 'USD', bci_remainingamountlocal: null };
    await mount(platformWith({ bci_customer_openinvoice: [invoiceRow('A1', '2026-10-07', 2450.3, dollar)] }));
    fireEvent.click(bucket(/^31–60 days/));
    expect(invoices('Open invoices: 31–60 days')[0]?.[4]).toBe(
      '$2,450.30 an exchange rate is missing in Business Central',
    );
    expect(screen.queryByText('Payments and other entries')).toBeNull();
  });

  it('without due date is not due', async () => {
    await mount(platformWith({ bci_customer_openinvoice: [invoiceRow('A1', null, 5)] }));
    fireEvent.click(bucket(/^Not due/));
    expect(invoices('Open invoices: Not due')[0]?.slice(2, 4)).toEqual(['–', '–']);
  });
});

describe('the overdue banner', () => {
  it('shows every overdue invoice, the oldest first, and moves focus there', async () => {
    await mount(platformWith());
    fireEvent.click(screen.getByRole('button', { name: 'Show them' }));
    expect(invoices('Overdue invoices').map(([number]) => number?.slice(0, 6))).toEqual([
      '103005',
      '103021',
      '103034',
      '103036',
      '103037',
    ]);
    expect(screen.getByRole('heading', { name: 'Overdue invoices' })).toHaveFocus();
    fireEvent.click(screen.getByRole('button', { name: 'Hide them' }));
    expect(screen.queryByRole('table', { name: 'Overdue invoices' })).toBeNull();
  });
});
