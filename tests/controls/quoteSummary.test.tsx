import { screen } from '@testing-library/react';
import { itemRow } from '../dataverse/itemRows';
import { NOW } from './mountedControl';
import { lookup, type LineValues } from './quoteDataSet';
import { mountQuote, QuotePlatform } from './quotePlatform';
import { change, fill, idOf, line, MAIN_ID, stocked } from './quoteSample';

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

const arriving = [change('purchaseOrder', '2026-12-04', 120, '106012')];
const later = (month: number, date: number): LineValues => ({ requestdeliveryby: new Date(2026, month - 1, date) });
const anywhere = { bci_ConnectionId: { bci_name: 'CRONUS International Ltd.', bci_companyname: 'CRONUS' } };
const eastId = '55555555-0000-4000-8000-000000000000';

async function summaryOf(...given: [Parameters<typeof fill>[1], Parameters<typeof fill>[2]]): Promise<string> {
  await mountQuote(fill(new QuotePlatform(), ...given));
  const summary = document.querySelector('.bci-summary p')?.textContent ?? '';
  return summary.replace(/\u00a0/g, ' ').trim();
}

const tone = (): string =>
  document.querySelector('.bci-summary')?.className.replace('bci-summary bci-mark bci-mark-', '') ?? '';

describe('the summary', () => {
  it('says when and from where everything can ship complete', async () => {
    const items = [stocked(1, { MAIN: { inventory: 48 } }), stocked(2, { MAIN: { inventory: 48 } })];
    expect(await summaryOf(items, [line(1, 1, 10), line(2, 2, 10)])).toBe(
      'Everything can ship complete today from MAIN warehouse.',
    );
    expect(tone()).toBe('enough');
  });

  it('waits for the last line asked for, and the last that arrives', async () => {
    const items = [stocked(1, { MAIN: { inventory: 80, schedule: arriving } }), stocked(2, { MAIN: { inventory: 9 } })];
    expect(await summaryOf(items, [line(1, 1, 120), line(2, 2, 1, later(11, 30))])).toBe(
      'Everything can ship complete on 4 December from MAIN warehouse.',
    );
    expect(tone()).toBe('later');
  });

  it('says when lines come from several locations', async () => {
    const east = { bci_locationid: lookup(eastId, 'EAST warehouse') };
    expect(await summaryOf([stocked(1, { MAIN: { inventory: 48 } })], [line(1, 1, 10), line(2, 1, 0, east)])).toBe(
      'Everything can ship complete today, from several locations.',
    );
  });

  it('names the one location that has it all when nobody said from where', async () => {
    const items = [stocked(1, { MAIN: { inventory: 1 }, EAST: { inventory: 60 } }, anywhere)];
    expect(await summaryOf(items, [line(1, 1, 10)])).toBe('Everything can ship complete today from EAST warehouse.');
  });

  it('names none when it takes several', async () => {
    const items = [stocked(1, { MAIN: { inventory: 5 }, EAST: { inventory: 6 } }, anywhere)];
    expect(await summaryOf(items, [line(1, 1, 10)])).toBe('Everything can ship complete today.');
  });

  it('names what is short, by how much, and when the rest can ship', async () => {
    const items = [
      stocked(1, { MAIN: { inventory: 25 } }),
      stocked(2, { MAIN: { inventory: 80, schedule: arriving } }),
    ];
    expect(await summaryOf(items, [line(1, 1, 40), line(2, 2, 120)])).toBe(
      'The quote cannot ship complete: Product 1 is short by 15, and none is on order. Everything else can ship on 4 December.',
    );
    expect(tone()).toBe('short');
  });

  it('says that what is on order is not enough either', async () => {
    const items = [stocked(1, { MAIN: { inventory: 25, schedule: arriving } })];
    expect(await summaryOf(items, [line(1, 1, 150)])).toBe(
      'The quote cannot ship complete: Product 1 is short by 5, even with what is on order.',
    );
  });

  it('counts several short lines and names the first', async () => {
    const items = [stocked(1, { MAIN: { inventory: 25 } })];
    expect(await summaryOf(items, [line(1, 1, 40), line(2, 1, 1)])).toBe(
      'The quote cannot ship complete: 2 lines are short, the first is Product 1 by 15.',
    );
  });

  it('offers another location, or several, where that is sooner', async () => {
    const main = { bci_locationid: lookup(MAIN_ID, 'MAIN warehouse') };
    const elsewhere = [stocked(1, { MAIN: { inventory: 5, schedule: arriving }, EAST: { inventory: 60 } })];
    expect(await summaryOf(elsewhere, [line(1, 1, 10, main)])).toBe(
      'Everything can ship complete on 4 December from MAIN warehouse. From EAST warehouse, everything could ship complete today.',
    );
  });

  it('offers several locations together', async () => {
    const items = [stocked(1, { MAIN: { inventory: 5 }, EAST: { inventory: 6 } })];
    expect(await summaryOf(items, [line(1, 1, 10)])).toContain('From several locations, everything could ship today.');
  });

  it('counts lines that cannot be checked and leaves write-ins and services aside', async () => {
    const service = itemRow({ bci_itemid: idOf(2), bci_availability: 727000002, bci_item_itemavailability: [] });
    const writeIn = line(4, null, 1, { productid: null, productdescription: 'Engraving' });
    const items = [stocked(1, { MAIN: { inventory: 25 } }), service];
    expect(await summaryOf(items, [line(1, 1, 1), line(2, 2, 1), line(3, null, 1), writeIn])).toBe(
      'Everything can ship complete today from MAIN warehouse. 1 line cannot be checked.',
    );
    expect(tone()).toBe('unknown');
  });

  it('has nothing to promise when nothing is kept in stock', async () => {
    const service = itemRow({ bci_itemid: idOf(1), bci_availability: 727000002, bci_item_itemavailability: [] });
    expect(await summaryOf([service], [line(1, 1, 1)])).toBe('Nothing in this quote is kept in stock.');
  });

  it('says when no product is coupled, and asks for nothing', async () => {
    const platform = fill(new QuotePlatform(), [], [line(1, null, 1), line(2, null, 2)]);
    await mountQuote(platform);
    expect(screen.getByRole('status')).toHaveTextContent(/^No product of this quote is coupled/);
    expect(screen.getAllByRole('rowheader')).toHaveLength(2);
    expect(platform.reads).toHaveLength(0);
    expect(screen.queryByRole('button', { name: 'Refresh' })).toBeNull();
  });
});
