import { fireEvent, screen } from '@testing-library/react';
import { NOW, pass, rejected, settle } from './mountedControl';
import { mountQuote, QuotePlatform } from './quotePlatform';
import { fill, idOf, line, stocked } from './quoteSample';

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

const items = [1, 2, 3].map((number) => stocked(number, { MAIN: { inventory: 50 } }));
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

function quote(count: number): QuotePlatform {
  return fill(
    new QuotePlatform(),
    items,
    numbers(count).map((number) => line(number, ((number - 1) % 3) + 1, 1)),
  );
}

const rowHeaders = (): (string | null)[] => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);

describe('requests', () => {
  it('are one for all items of all lines', async () => {
    const platform = quote(12);
    await mountQuote(platform);
    expect(platform.reads.map(({ table, ids }) => [table, ids])).toEqual([['bci_item', [idOf(1), idOf(2), idOf(3)]]]);
    expect(screen.getAllByRole('rowheader')).toHaveLength(12);
  });

  it('are none when nothing changed, or only quantities, dates and the order of the grid', async () => {
    const platform = quote(6);
    const { update } = await mountQuote(platform);
    await update();
    platform.lines.lines = [...platform.lines.lines].reverse();
    await update();
    platform.lines.lines = platform.lines.lines.map(([id, values]) => [id, { ...values, quantity: 60 }]);
    await update();
    await pass(10 * 60_000);
    expect(platform.reads).toHaveLength(1);
    expect(screen.getAllByText(/^Short by/)).toHaveLength(6);
  });

  it('are one more when a line asks for another item, and the others stay on the form meanwhile', async () => {
    const platform = quote(2);
    const { update } = await mountQuote(platform);
    let answer: () => void = () => undefined;
    platform.onRead = () => new Promise<void>((resolve) => (answer = resolve));
    fill(platform, [], [line(1, 1, 1), line(2, 2, 1), line(3, 3, 1)]);
    await update();
    expect(rowHeaders()).toEqual(['Product 1', 'Product 2', 'Product 3']);
    expect(screen.getAllByText('Enough')).toHaveLength(2);
    expect(screen.getByText('Checking…')).toBeVisible();
    answer();
    await settle();
    expect(screen.getAllByText('Enough')).toHaveLength(3);
    expect(platform.reads.map(({ ids }) => ids.length)).toEqual([2, 3]);
  });

  it.each([250, 501])('are one that fits the address with %i items', async (count) => {
    const many = numbers(count).map((number) => stocked(number, { MAIN: { inventory: 5 } }));
    const platform = fill(
      new QuotePlatform(),
      many,
      numbers(count).map((number) => line(number, number, 1)),
    );
    await mountQuote(platform);
    expect(platform.reads.map(({ ids }) => ids.length)).toEqual([Math.min(count, 500)]);
    expect(screen.queryAllByText(/^Not all lines could be loaded/)).toHaveLength(count > 500 ? 1 : 0);
    for (const { options } of platform.reads) expect(encodeURIComponent(options).length).toBeLessThan(32_768);
  });

  it('drop an answer for lines that the form no longer shows', async () => {
    const platform = quote(1);
    const answers: (() => void)[] = [];
    platform.onRead = () => new Promise<void>((resolve) => answers.push(resolve));
    const { update } = await mountQuote(platform);
    fill(platform, [], [line(1, 2, 1)]);
    await update();
    answers[1]?.();
    await settle();
    answers[0]?.();
    await settle();
    expect(screen.getByText('Enough')).toBeVisible();
    expect(platform.reads.map(({ ids }) => ids)).toEqual([[idOf(1)], [idOf(2)]]);
  });
});

describe('pages of the data set', () => {
  it('are all loaded before anything is asked or answered', async () => {
    const platform = quote(10);
    Object.assign(platform.lines, { loaded: 4, linesPerPage: 6 });
    const { update } = await mountQuote(platform);
    expect(platform.reads).toHaveLength(0);
    expect(document.querySelector('.bci-state')).toHaveTextContent('Checking availability…');
    await update();
    expect(platform.lines.calls).toEqual(['loadNextPage']);
    expect(platform.reads).toHaveLength(1);
    expect(screen.getAllByRole('rowheader')).toHaveLength(10);
  });

  it('are made larger where the form shows few lines', async () => {
    const platform = quote(3);
    platform.lines.pageSize = 4;
    await mountQuote(platform);
    expect(platform.lines.calls).toEqual(['setPageSize 250']);
  });

  it('are asked for one after the other', async () => {
    const platform = quote(11);
    platform.lines.loaded = 4;
    const { update } = await mountQuote(platform);
    await update();
    await update();
    expect(platform.lines.calls).toEqual(['loadNextPage', 'loadNextPage']);
    expect(screen.getAllByRole('rowheader')).toHaveLength(11);
  });

  it.each([
    ['shows that it loads', true],
    ['does not', false],
  ])('that never come are not waited for without end when the platform %s', async (_name, showsLoading) => {
    const platform = quote(10);
    Object.assign(platform.lines, { loaded: 4, deliversPages: false });
    const { update } = await mountQuote(platform);
    platform.lines.loading = showsLoading;
    await update();
    platform.lines.loading = false;
    for (let time = 0; time < 5; time += 1) await update();
    expect(platform.lines.calls).toEqual(['loadNextPage']);
    expect(screen.getAllByRole('rowheader')).toHaveLength(4);
    expect(screen.getByText(/^Not all lines could be loaded/)).toBeVisible();
  });

  it('that are loaded again leave the answer in place', async () => {
    const platform = quote(3);
    const { update } = await mountQuote(platform);
    platform.lines.loading = true;
    await update();
    expect(screen.getAllByText('Enough')).toHaveLength(3);
    platform.lines.lines = [];
    await update();
    expect(screen.queryByText('Enough')).toBeNull();
    platform.lines.loading = false;
    await update();
    expect(screen.getByText('Add one and its availability appears here.', { selector: 'p' })).toBeVisible();
    expect(platform.reads).toHaveLength(1);
  });
});

describe('Refresh', () => {
  const DONE = { bci_state: 727000002 };
  const created = ({ requests }: QuotePlatform): unknown[] =>
    requests.filter(({ method }) => method === 'create').map(({ data }) => data);

  async function refreshed(platform: QuotePlatform): Promise<void> {
    platform.answer = ({ method }) => (method === 'create' ? { id: `r${platform.requests.length}` } : DONE);
    await mountQuote(platform);
    fireEvent.click(screen.getByText('Refresh'));
    await settle();
    await pass(2_000);
  }

  it('asks once for all items, and reads them once more', async () => {
    const platform = quote(5);
    await refreshed(platform);
    expect(created(platform)).toEqual([
      { bci_name: '1901-S, 1902-S, 1903-S', bci_itemids: [idOf(1), idOf(2), idOf(3)].join() },
    ]);
    expect(platform.reads).toHaveLength(2);
    expect(screen.getByRole('status')).toHaveTextContent('The figures are up to date.');
  });

  it('asks for as many items as one request may name, and says so', async () => {
    const many = numbers(201).map((number) => stocked(number, { MAIN: { inventory: 5 } }));
    const platform = fill(
      new QuotePlatform(),
      many,
      numbers(201).map((number) => line(number, number, 1)),
    );
    await refreshed(platform);
    expect(created(platform)).toEqual([
      expect.objectContaining({
        bci_itemids: numbers(200)
          .map((number) => idOf(number))
          .join(),
      }),
    ]);
    expect(screen.getByText(/Refresh reads at most 200 items\.$/)).toBeVisible();
    expect(platform.reads).toHaveLength(2);
  });

  it('says what the service says about a failure', async () => {
    const platform = quote(1);
    platform.answer = ({ method }) =>
      method === 'create' ? { id: 'r' } : { bci_state: 727000003, bci_message: 'Business Central is being updated.' };
    await mountQuote(platform);
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await settle();
    await pass(2_000);
    expect(screen.getByRole('status')).toHaveTextContent(/Business Central is being updated\.$/);
    expect(screen.getByText('Enough')).toBeVisible();
  });

  it('is not offered without the privilege to ask', async () => {
    const platform = quote(1);
    platform.missingPrivileges.add('bci_refreshrequest 1');
    await mountQuote(platform);
    expect(screen.queryByRole('button', { name: 'Refresh' })).toBeNull();
  });

  it('shows the age of the oldest item', async () => {
    const platform = quote(2);
    const old = { bci_asof: '2026-11-23T07:00:00Z', bci_stale: true };
    platform.items.set(idOf(2), stocked(2, { MAIN: { inventory: 1 } }, old));
    await mountQuote(platform);
    expect(screen.getByText('As of today 07:00')).toBeVisible();
    expect(screen.getByText('May be out of date')).toBeVisible();
  });
});

describe('a failed read', () => {
  it('can be tried again', async () => {
    const platform = quote(1);
    platform.onRead = () => rejected({ status: 500, activityId: 'abc-1' });
    await mountQuote(platform);
    expect(screen.getByText(/reference: abc-1$/, { selector: 'p' })).toBeVisible();
    platform.onRead = null;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    expect(screen.getByText('Enough')).toBeVisible();
  });
});
