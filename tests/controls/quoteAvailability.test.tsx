import { fireEvent, screen, within } from '@testing-library/react';
import { itemRow } from '../dataverse/itemRows';
import { NOW } from './mountedControl';
import { lookup } from './quoteDataSet';
import { mountQuote, QuotePlatform } from './quotePlatform';
import { change, fill, idOf, line, MAIN_ID, stocked } from './quoteSample';

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

const day = (month: number, date: number): Date => new Date(2026, month - 1, date);
const arriving = [change('purchaseOrder', '2026-12-04', 120, '106012')];

/** The row of a product as its cells' texts: mark, product, quantity, requested, location, available then. */
function cells(product: string): string[] {
  const row = screen.getByRole('button', { name: product }).closest('tr');
  return within(row ?? document.body)
    .getAllByRole(/^(cell|rowheader)$/)
    .slice(0, 6)
    .map((cell) => cell.textContent.replace(/\u00a0/g, ' '));
}

const summary = (): string =>
  document
    .querySelector('.bci-summary p')
    ?.textContent.replace(/\u00a0/g, ' ')
    .trim() ?? '';

const withLines = (
  items: Parameters<typeof fill>[1],
  lines: Parameters<typeof fill>[2],
): ReturnType<typeof mountQuote> => mountQuote(fill(new QuotePlatform(), items, lines));

describe('the mark of a line', () => {
  it('is enough when it can be had on the day', async () => {
    await withLines([stocked(1, { MAIN: { inventory: 48 } })], [line(1, 1, 10, { requestdeliveryby: day(11, 25) })]);
    expect(cells('Product 1')).toEqual(['Enough', 'Product 1', '10 PCS', '25 Nov', 'MAIN warehouse', '48']);
  });

  it('is the first day on which all of it can be had', async () => {
    await withLines([stocked(1, { MAIN: { inventory: 80, schedule: arriving } })], [line(1, 1, 120)]);
    expect(cells('Product 1')).toEqual(['All on 4 December', 'Product 1', '120 PCS', 'today', 'MAIN warehouse', '80']);
  });

  it('is what is missing for good', async () => {
    await withLines([stocked(1, { MAIN: { inventory: 25 } })], [line(1, 1, 40)]);
    expect(cells('Product 1')).toEqual(['Short by 15', 'Product 1', '40 PCS', 'today', 'MAIN warehouse', '25']);
  });

  it.each([
    [{ bci_availability: 727000002, bci_type: 727000001 }, 'No stock keptThis item is a service; it has no stock.', ''],
    [
      { bci_availability: 727000002, bci_type: 727000002 },
      'No stock keptThis is a non-inventory item; it has no stock.',
      '',
    ],
    [
      { bci_availability: 727000001, bci_unavailablereason: 'permissionDenied', bci_inventory: 138.5 },
      'Only the total is known138.5 PCS on hand in all locations, 2 PCS asked',
      'MAIN',
    ],
    [
      { bci_availability: 727000003, bci_unavailablereason: 'readFailed', bci_inventory: null },
      'Not availableit could not be read last time',
      'MAIN',
    ],
  ])('says what is known of an item without figures by location (%j)', async (changes, mark, location) => {
    await withLines([itemRow({ bci_itemid: idOf(1), bci_item_itemavailability: [], ...changes })], [line(1, 1, 2)]);
    expect(cells('Product 1')).toEqual([mark, 'Product 1', '2 PCS', 'today', location, '']);
    expect(screen.queryByRole('button', { name: /^Details/ })).toBeNull();
  });

  it('is not coupled, or written in, for what Business Central does not know', async () => {
    await withLines(
      [stocked(1, { MAIN: { inventory: 48 } })],
      [
        line(1, 1, 1),
        line(2, null, 1),
        line(3, null, 1, { productid: null, productdescription: 'Custom engraving', isproductoverridden: true }),
      ],
    );
    expect(cells('Product 2')).toEqual([
      'Not coupledThe product has no Business Central item.',
      'Product 2',
      '1 PCS',
      'today',
      '',
      '',
    ]);
    expect(cells('Custom engraving').slice(0, 3)).toEqual(['Write-in product', 'Custom engraving', '1 PCS']);
    expect(summary()).toContain('1 line cannot be checked.');
  });

  it('counts a unit in base units, and says so when it cannot', async () => {
    const box = { uomid: lookup('71', 'BOX'), 'unit.quantity': 12, 'unit.baseuom': lookup('70', 'pcs') };
    const hour = { uomid: lookup('72', 'HOUR'), 'unit.quantity': 1, 'unit.baseuom': null };
    await withLines(
      [stocked(1, { MAIN: { inventory: 30 } })],
      [line(1, 1, 2, box), line(2, 1, 1, box), line(3, 1, 1, hour)],
    );
    expect(cells('Product 1')).toEqual(['Enough', 'Product 1', '2 BOX= 24 PCS', 'today', 'MAIN warehouse', '30 PCS']);
    expect(cells('Product 2')[0]).toBe('Short by 6 PCS');
    expect(cells('Product 3')[0]).toBe('Unit cannot be convertedBusiness Central counts it in PCS');
  });

  it('promises nothing of items that are blocked or gone, however many there are', async () => {
    await withLines(
      [
        stocked(1, { MAIN: { inventory: 5 } }, { bci_blocked: true }),
        stocked(2, { MAIN: { inventory: 5 } }, { statecode: 1 }),
        stocked(3, { MAIN: { inventory: 5 } }),
      ],
      [line(1, 1, 1), line(2, 2, 1), line(3, 3, 1)],
    );
    expect(cells('Product 1')[0]).toBe('BlockedBusiness Central takes it on no order.');
    expect(cells('Product 2')[0]).toBe('No longer in Business CentralThe item was deleted there.');
    expect(screen.getAllByText(/2 lines cannot be checked/)[0]).toBeVisible();
  });

  it('keeps a negative balance negative', async () => {
    await withLines(
      [stocked(1, { MAIN: { inventory: 5, schedule: [change('salesOrder', '2026-11-20', 12, '101009')] } })],
      [line(1, 1, 3)],
    );
    expect(cells('Product 1').slice(-1)).toEqual(['-7']);
    expect(cells('Product 1')[0]).toBe('Short by 3');
  });
});

describe('the location of a line', () => {
  const stock = { MAIN: { inventory: 10 }, EAST: { inventory: 30 } };
  const main = lookup(`{${MAIN_ID.toUpperCase()}}`, 'MAIN warehouse', 'bci_location');
  const nowhere = lookup('99999999-9999-4999-8999-999999999999', 'WEST warehouse', 'bci_location');
  const noDefault = { bci_ConnectionId: { ...itemRowConnection(), bci_DefaultLocationId: null } };

  it.each([
    ['its own', { bci_locationid: main, 'quote.bci_locationid': nowhere }, {}, 'MAIN warehouse', '10'],
    ['the quote’s', { 'quote.bci_locationid': main }, noDefault, 'MAIN warehouse', '10'],
    ['the company’s', {}, {}, 'MAIN warehouse', '10'],
    ['any', {}, noDefault, 'All locations', '40'],
    ['one without stock', { bci_locationid: nowhere }, {}, 'WEST warehouse', '0'],
  ])('is %s', async (_name, values, changes, name, available) => {
    await withLines([stocked(1, stock, changes)], [line(1, 1, 1, values)]);
    expect(cells('Product 1').slice(4)).toEqual([name, available]);
  });
});

function itemRowConnection(): object {
  const { bci_ConnectionId } = itemRow();
  return typeof bci_ConnectionId === 'object' && bci_ConnectionId !== null ? bci_ConnectionId : {};
}

describe('the date of a line', () => {
  it.each([
    ['its own', { requestdeliveryby: day(12, 2), 'quote.requestdeliveryby': day(12, 9) }, '2 Dec'],
    ['the quote’s', { 'quote.requestdeliveryby': day(12, 9) }, '9 Dec'],
    ['today', {}, 'today'],
    ['today, when it is past', { requestdeliveryby: day(10, 1) }, 'today'],
  ])('is %s', async (_name, values, shown) => {
    await withLines([stocked(1, { MAIN: { inventory: 9 } })], [line(1, 1, 1, values)]);
    expect(cells('Product 1')[3]).toBe(shown);
  });
});

describe('lines of one item', () => {
  const three = [line(1, 1, 40), line(2, 1, 40), line(3, 1, 40)];

  it('share its stock in the order of the quote, however the grid is sorted', async () => {
    const platform = fill(new QuotePlatform(), [stocked(1, { MAIN: { inventory: 90 } })], three);
    platform.lines.lines = [...platform.lines.lines].reverse();
    await mountQuote(platform);
    expect(['1', '2', '3'].map((number) => cells(`Product ${number}`)[0])).toEqual(['Enough', 'Enough', 'Short by 30']);
    expect(['1', '2', '3'].map((number) => cells(`Product ${number}`)[5])).toEqual(['90', '50', '10']);
  });

  it('keep their answers when the view is sorted', async () => {
    await withLines([stocked(1, { MAIN: { inventory: 90 } })], three);
    fireEvent.click(screen.getByRole('button', { name: /^Availability/ }));
    expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
      'Product 3',
      'Product 1',
      'Product 2',
    ]);
    expect(cells('Product 3')[0]).toBe('Short by 30');
  });
});
