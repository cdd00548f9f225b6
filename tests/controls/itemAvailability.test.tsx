import { fireEvent, screen, within } from '@testing-library/react';
import { availabilityRow } from '../dataverse/itemRows';
import { locations, mountItem, platformWithItem, schedule, type Change, type ItemPlatform } from './itemPlatform';
import { NOW } from './mountedControl';

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\u00a0/g, ' ');
const answer = (): string[] =>
  Array.from(document.querySelectorAll('.bci-answer p'), ({ textContent }) => plain(textContent));
const table = (index: number): string[][] =>
  Array.from(screen.getAllByRole<HTMLTableElement>('table')[index]?.rows ?? [], (row) =>
    Array.from(row.cells, (cell) => plain(cell.textContent)),
  );

async function mountWith(schedules: readonly Change[], inventory = 0): Promise<void> {
  const main = availabilityRow('MAIN', inventory, { bci_schedule: schedule(...schedules) });
  await mountItem(platformWithItem({ bci_item_itemavailability: [main] }));
}

function enter(label: RegExp, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

async function mountTrying(change: (platform: ItemPlatform) => void): Promise<void> {
  const platform = platformWithItem();
  change(platform);
  await mountItem(platform);
}

describe('the answer', () => {
  it('says what can be promised today and from when on more', async () => {
    await mountWith([['2026-12-04', 'purchaseOrder', '120', '106012']], 48);
    expect(answer()[0]).toBe('48 PCS available today; 120 more on 4 December.');
  });

  it('does not promise what is promised to others later', async () => {
    await mountItem(platformWithItem());
    expect(answer()[0]).toBe('100 PCS available today; 120 more on 4 December. 32 in stock are promised for later.');
  });

  it('says when nothing is there, and when nothing comes', async () => {
    await mountWith([['2026-11-25', 'salesOrder', '3', '1']], 2);
    expect(answer()[0]).toBe('Nothing available today; nothing more is on order. 2 in stock are promised for later.');
  });

  it('says when something comes, of which nothing is free', async () => {
    await mountWith([
      ['2026-11-25', 'purchaseOrder', '3', '1'],
      ['2026-11-26', 'salesOrder', '5', '2'],
    ]);
    expect(answer()[0]).toBe('Nothing available today.');
  });

  it('names the year when it is another one', async () => {
    await mountWith([['2027-01-08', 'purchaseOrder', '2.5', '1']]);
    expect(answer()[0]).toBe('Nothing available today; 2.5 on 8 January 2027.');
  });
});

describe('a quantity to try', () => {
  it.each([
    ['90', '', '90 PCS today: yes, but no location alone has all of it.'],
    ['48', '2026-11-25', '48 PCS on 25 November: yes, all from EAST warehouse.'],
    ['120', '2026-11-25', '120 PCS on 25 November: all on 4 December from MAIN warehouse.'],
    ['220', '2026-11-25', '220 PCS on 25 November: all on 4 December, but no location alone has all of it.'],
    ['235', '2026-11-25', '235 PCS on 25 November: short by 15, even with all that is on order.'],
    ['235', '2026-12-24', '235 PCS on 24 December: short by 15, nothing more is on order.'],
  ])('%s on %p is answered', async (quantity, date, sentence) => {
    await mountItem(platformWithItem());
    enter(/^Quantity/, quantity);
    enter(/^Date/, date);
    expect(answer()[1]).toBe(sentence);
  });

  it('of a location counts that location alone', async () => {
    await mountItem(platformWithItem());
    enter(/^From location/, '=EAST');
    enter(/^Quantity/, '120');
    expect(answer()).toEqual([
      'EAST warehouse: 60 PCS available today; nothing more is on order.',
      '120 PCS today: short by 60, nothing more is on order.',
    ]);
    expect(screen.getByRole('row', { name: /^EAST/ })).toHaveClass('bci-picked');
    expect(screen.getByRole('img')).toHaveAccessibleName('Projected balance · 23 November: balance 60.');
  });

  it('comes from what the form gives, and again when that changes', async () => {
    const platform = platformWithItem();
    platform.quantity = 1000.5;
    platform.date = new Date(2026, 11, 4);
    platform.location = 'main';
    const { update } = await mountItem(platform);
    expect(answer()[1]).toBe('1,000.5 PCS on 4 December: short by 832.5, nothing more is on order.');
    enter(/^Quantity/, '2');
    await update();
    expect(answer()[1]).toBe('2 PCS on 4 December: yes, all from MAIN warehouse.');
    platform.quantity = 5;
    await update();
    expect(answer()[1]).toBe('5 PCS on 4 December: yes, all from MAIN warehouse.');
  });

  it('of a location without stock or documents has none', async () => {
    await mountTrying((it) => (it.location = 'SOUTH'));
    expect(answer()[0]).toBe('SOUTH: Nothing available today; nothing more is on order.');
    expect(screen.getByLabelText(/^From location/)).toHaveDisplayValue('SOUTH');
  });

  it('of a day that is past counts as today', async () => {
    await mountTrying((it) => ((it.quantity = 48), (it.date = new Date(2026, 9, 1))));
    expect(answer()[1]).toBe('48 PCS today: yes, all from EAST warehouse.');
  });

  it.each(['abc', '-5', '0', '1,5', '1.2.3', '1e3', '9999999999999', '0.000001', '5 PCS'])(
    'refuses %p',
    async (text) => {
      await mountItem(platformWithItem());
      enter(/^Quantity/, text);
      expect(screen.getByLabelText(/^Quantity/)).toBeInvalid();
      expect(screen.getByText('Enter a quantity above zero, such as 2.5.')).toBeVisible();
      expect(answer()[1]).toBe('');
      expect(document.body.textContent).not.toMatch(/NaN|Infinity/);
    },
  );

  it.each([
    [1033, '1,234.5', '1,234.5'],
    [1031, '1.234,5', '1.234,5'],
    [1031, '1234,5', '1.234,5'],
    [1036, '1 234,5', '1 234,5'],
  ] as const)('in %i is understood as that user writes it: %p', async (language, text, shown) => {
    await mountItem(platformWithItem({}, { language }));
    const [quantity] = document.querySelectorAll('input');
    if (quantity) fireEvent.change(quantity, { target: { value: text } });
    expect(answer()[1]?.replace(/\u202f/g, ' ')).toContain(shown);
  });

  it('does not count a date that is only half there', async () => {
    await mountItem(platformWithItem());
    enter(/^Quantity/, '48');
    const date = screen.getByLabelText(/^Date/);
    Object.defineProperty(date, 'validity', { value: { badInput: true } });
    fireEvent.blur(date);
    expect(date).toBeInvalid();
    expect(screen.getByText('Enter a whole date. Until then, today counts.')).toBeVisible();
    expect(answer()[1]).toBe('');
  });
});

describe('the table by location', () => {
  it('shows each at the date tried, marks what is on its way, and adds up without transfers', async () => {
    await mountItem(platformWithItem());
    expect(screen.getByRole('heading', { name: 'By location, today' })).toBeVisible();
    expect(table(0)).toEqual([
      ['Location', 'On hand', 'Promised', 'Incoming', 'Available'],
      ['EAST warehouse', '60', '0', '0', '60'],
      ['MAIN warehouse', '130', '50', '0', '80'],
      ['WEST warehouse', '0', '12', '0', '-12'],
      ['OWN LOG. warehouse in transit', '4', '0', '0', '4'],
      ['All locations', '194', '62', '0', '132'],
    ]);
    expect(screen.getByRole('cell', { name: '-12' })).toHaveClass('bci-bad');
    enter(/^Date/, '2026-12-04');
    expect(screen.getByRole('heading', { name: 'By location, on 4 December' })).toBeVisible();
    expect(table(0)[2]).toEqual(['MAIN warehouse', '130', '82', '120', '168']);
  });

  it('says that transfers do not count in the total', async () => {
    await mountWith([['2026-12-01', 'transferShipment', '5', '1001']], 9);
    expect(screen.getByText('Transfers between locations do not count in the total.')).toBeVisible();
    enter(/^Date/, '2026-12-01');
    expect(table(0).slice(1)).toEqual([
      ['MAIN warehouse', '9', '5', '0', '4'],
      ['All locations', '9', '0', '0', '9'],
    ]);
  });

  it('names the blank location', async () => {
    await mountItem(platformWithItem({ bci_item_itemavailability: [availabilityRow('', 7)] }));
    expect(table(0)[1]).toEqual(['(no location)', '7', '0', '0', '7']);
    expect(within(screen.getByLabelText(/^From location/)).getByRole('option', { name: '(no location)' })).toHaveValue(
      '=',
    );
  });

  it('of an item that no location has shows zero, which is known', async () => {
    await mountItem(platformWithItem({ bci_item_itemavailability: [] }));
    expect(table(0).slice(1)).toEqual([['All locations', '0', '0', '0', '0']]);
    expect(answer()[0]).toBe('Nothing available today; nothing more is on order.');
  });
});

describe('what is overdue', () => {
  it('counts and is warned of', async () => {
    await mountWith([
      ['', 'purchaseOrder', '7', '106000'],
      ['2026-11-03', 'purchaseOrder', '120', '106012'],
    ]);
    expect(answer()[0]).toBe('127 PCS available today; nothing more is on order.');
    expect(plain(document.querySelector('.bci-quiet p')?.textContent)).toBe(
      'Overdue, but counted as if it were here: 7 PCS on purchase order 106000, without a date; 120 PCS on purchase order 106012, due on 3 November.',
    );
  });

  it('is named as far as a sentence carries it', async () => {
    await mountWith([1, 2, 3, 4, 5].map((day) => [`2026-11-0${day}`, 'salesReturn', '1', `R${day}`] as const));
    expect(document.querySelector('.bci-quiet')).toHaveTextContent(
      /sales return order R3, due on 3 November; 2 more\.$/,
    );
  });

  it('is not warned of when it is a sale', async () => {
    await mountItem(platformWithItem({ bci_item_itemavailability: locations.slice(2) }));
    expect(document.querySelector('.bci-quiet')).toBeNull();
  });
});
