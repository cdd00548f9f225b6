import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mountQuote, QuotePlatform } from './quotePlatform';
import { change, fill, idOf, line, stocked } from './quoteSample';

const soon = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

function quote(): QuotePlatform {
  const schedule = [
    change('purchaseOrder', soon(10), 120, '106012'),
    change('salesOrder', soon(20), 30, '101009'),
    change('purchaseOrder', '2026-01-10', 5, '106001'),
    change('salesReturn', null, 1),
  ];
  const items = [
    stocked(1, { MAIN: { inventory: 74, schedule }, EAST: { inventory: 160 } }),
    stocked(2, { MAIN: { inventory: 25 } }),
  ];
  return fill(new QuotePlatform(), items, [
    line(1, 1, 120),
    line(2, 2, 40, { productid: { id: { guid: 'b' }, name: 'Alpha' } }),
    line(3, null, 1),
    line(4, 1, 10),
  ]);
}

const detailsOf = (product: string): HTMLElement => screen.getByRole('button', { name: `Details ${product}` });
const panelOf = (button: HTMLElement): HTMLElement =>
  button.closest('tr')?.nextElementSibling?.querySelector('td') ?? document.body;

describe('details', () => {
  it('say what there is, what is promised later and who else has it', async () => {
    await mountQuote(quote());
    const button = detailsOf('Product 1');
    fireEvent.click(button);
    const text = panelOf(button).textContent.replace(/\u00a0/g, ' ');
    expect(text).toContain('80 PCS available today.');
    expect(text).toContain('EAST warehouse can ship all of it today: it has 160 that nobody asked for.');
  });

  it('show the table by location, and what comes and goes with date and document', async () => {
    await mountQuote(quote());
    const button = detailsOf('Product 1');
    fireEvent.click(button);
    const panel = within(panelOf(button));
    const table = panel.getByRole('table', { name: 'By location, today' });
    expect(within(table).getByRole('row', { name: /^EAST warehouse 160 0 0 160/ })).toBeVisible();
    const items = panel.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(items).toHaveLength(4);
    expect(items[0]).toBe('1 without a date: sales return order (several)');
    expect(items[1]).toMatch(/^5 on 10 January( 2026)?: purchase order 106001 \(overdue\)$/);
    expect(items[2]).toMatch(/^120 on .*: purchase order 106012$/);
    expect(items[3]).toMatch(/^30 on .*: sales order 101009$/);
  });

  it('say when none is on order, and what earlier lines took', async () => {
    await mountQuote(quote());
    fireEvent.click(detailsOf('Alpha'));
    expect(screen.getByText(/None is on order\.$/)).toBeVisible();
    fireEvent.click(detailsOf('Product 4'));
    expect(screen.getByText(/earlier lines of this quote get is already taken off\.$/)).toBeVisible();
  });

  it('stand behind one button of each line that has some, and keep focus', async () => {
    await mountQuote(quote());
    expect(screen.getAllByRole('button', { name: /^Details/ })).toHaveLength(3);
    const user = userEvent.setup();
    const button = detailsOf('Alpha');
    button.focus();
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await user.keyboard('{Enter}');
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(button).toHaveAccessibleName('Hide Alpha');
    expect(button).toHaveFocus();
    await user.keyboard(' ');
    expect(button).toHaveAttribute('aria-expanded', 'false');
    expect(document.querySelector('.bci-details')).toBeNull();
  });

  it('stay open when the data set comes again', async () => {
    const platform = quote();
    const { update } = await mountQuote(platform);
    fireEvent.click(detailsOf('Alpha'));
    platform.lines.lines = platform.lines.lines.map(([id, values]) => [id, { ...values, quantity: 1 }]);
    await update();
    expect(screen.getByRole('button', { name: 'Hide Alpha' })).toBeVisible();
  });
});

describe('a line', () => {
  it('opens from its product, through the data set that is shown now', async () => {
    const platform = quote();
    const { update } = await mountQuote(platform);
    await update();
    fireEvent.click(screen.getByRole('button', { name: 'Alpha' }));
    expect(platform.lines.opened).toEqual([idOf(2, 'line')]);
  });
});

describe('sorting', () => {
  const products = (): (string | null)[] => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  const original = ['Product 1', 'Alpha', 'Product 3', 'Product 4'];

  it.each([
    ['Product', ['Alpha', 'Product 1', 'Product 3', 'Product 4']],
    ['Quantity', ['Product 3', 'Product 4', 'Alpha', 'Product 1']],
    ['Availability', ['Alpha', 'Product 1', 'Product 3', 'Product 4']],
    ['Can be promised', ['Alpha', 'Product 4', 'Product 1', 'Product 3']],
  ])('by %s goes up, down and back to the order of the quote', async (heading, ascending) => {
    await mountQuote(quote());
    const header = screen.getByRole('columnheader', { name: heading });
    const button = within(header).getByRole('button');
    fireEvent.click(button);
    expect(header).toHaveAttribute('aria-sort', 'ascending');
    expect(products()).toEqual(ascending);
    fireEvent.click(button);
    expect(header).toHaveAttribute('aria-sort', 'descending');
    expect(products()).not.toEqual(ascending);
    fireEvent.click(button);
    expect(header).not.toHaveAttribute('aria-sort');
    expect(products()).toEqual(original);
  });

  it('leaves empty cells last in both directions', async () => {
    await mountQuote(quote());
    const button = screen.getByRole('button', { name: 'Can be promised' });
    fireEvent.click(button);
    fireEvent.click(button);
    expect(products()).toEqual(['Product 1', 'Product 4', 'Alpha', 'Product 3']);
  });

  it('works with the keyboard, in reading order', async () => {
    await mountQuote(quote());
    const user = userEvent.setup();
    const reached: string[] = [];
    for (let step = 0; step < 9; step += 1) {
      await user.tab();
      reached.push(document.activeElement?.textContent ?? '');
    }
    expect(reached).toEqual([
      'Refresh',
      'Availability',
      'Product',
      'Quantity',
      'Requested',
      'Location',
      'Can be promised',
      'Product 1',
      'Details',
    ]);
  });
});
