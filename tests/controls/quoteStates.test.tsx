import { fireEvent, screen } from '@testing-library/react';
import { axe, toHaveNoViolations } from 'jest-axe';
import { NOW, pass, rejected, settle } from './mountedControl';
import { mountQuote, QuotePlatform } from './quotePlatform';
import { change, fill, line, stocked } from './quoteSample';

expect.extend(toHaveNoViolations);

const arriving = [change('purchaseOrder', '2026-12-04', 120, '106012')];

function quote(): QuotePlatform {
  const items = [
    stocked(1, { MAIN: { inventory: 80, schedule: arriving }, EAST: { inventory: 200 } }),
    stocked(2, { MAIN: { inventory: 1 } }, { bci_blocked: true, bci_stale: true }),
  ];
  return fill(new QuotePlatform(), items, [line(1, 1, 120), line(2, 2, 9), line(3, null, 1), line(4, 1, 10)]);
}

function failing(error: unknown): QuotePlatform {
  const platform = quote();
  platform.onRead = () => rejected(error);
  return platform;
}

const message = (): string => document.querySelector('.bci-state')?.textContent ?? '';

function changed(change: (platform: QuotePlatform) => void): () => QuotePlatform {
  return () => {
    const platform = quote();
    change(platform);
    return platform;
  };
}

const states: readonly (readonly [name: string, platform: () => QuotePlatform, words: RegExp])[] = [
  [
    'loading lines',
    changed(({ lines }) => Object.assign(lines, { loading: true, lines: [] })),
    /^Checking availability…$/,
  ],
  ['loading items', changed((platform) => (platform.onRead = () => new Promise(() => undefined))), /^Checking/],
  ['a quote without products', changed(({ lines }) => (lines.lines = [])), /^No products yet.*Add one/],
  ['a quote that is not created', changed((platform) => (platform.entityId = '')), /^Save this quote first/],
  [
    'a view that lacks columns',
    changed(({ lines }) => {
      lines.columns = lines.columns.filter((name) => !['product.bci_itemid', 'unit.quantity'].includes(name));
    }),
    /lacks product\.bci_itemid, unit\.quantity\..*the view “Lines with Business Central items”/,
  ],
  ['a refusal', () => failing({ errorCode: 0x80040220 }), /“Product Availability User”/],
  ['no connection', () => failing(new TypeError('Failed to fetch')), /^You are offline.*Try again$/],
  ['too many requests', () => failing({ status: 429, retryAfter: 60 }), /^Too many requests.*at 11:01.*Try again$/],
  ['a failure', () => failing({ status: 500, activityId: 'abc-1' }), /reference: abc-1Try again$/],
  ['nonsense', changed((platform) => (platform.onRead = () => Promise.resolve('nonsense'))), /reference: bci_item/],
  ['a data set that cannot be read', changed(({ lines }) => (lines.error = 'Lines went wrong')), /Lines went wrong/],
];

describe('states', () => {
  beforeEach(() => jest.useFakeTimers({ now: NOW }));
  afterEach(() => jest.useRealTimers());

  it.each(states)('%s has its words, and says them', async (_name, platform, words) => {
    await mountQuote(platform());
    expect(message()).toMatch(words);
    expect(screen.getByRole('status').textContent).not.toBe('');
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('asks nothing for a quote that is not created, or a view that lacks columns', async () => {
    const platform = quote();
    platform.lines.columns = ['productid'];
    const { update } = await mountQuote(platform);
    platform.entityId = '';
    await update();
    expect(platform.reads).toHaveLength(0);
  });

  it('reads lines again on demand', async () => {
    const platform = quote();
    platform.lines.error = 'Lines went wrong';
    const { update } = await mountQuote(platform);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(platform.lines.calls).toEqual(['refresh']);
    platform.lines.error = '';
    await update();
    expect(screen.getAllByRole('rowheader')).toHaveLength(4);
  });

  it('says that it is offline when the lines cannot be read either', async () => {
    const platform = quote();
    Object.assign(platform, { isOnline: false });
    platform.lines.error = 'Network';
    await mountQuote(platform);
    expect(message()).toMatch(/^You are offline/);
  });

  it('reads again by itself when it may', async () => {
    const platform = failing({ status: 429, retryAfter: 60 });
    await mountQuote(platform);
    platform.onRead = null;
    await pass(60_000);
    expect(screen.getAllByRole('rowheader')).toHaveLength(4);
  });

  it('marks figures that grow old on an open form', async () => {
    const platform = quote();
    platform.items.forEach((row, id) => platform.items.set(id, { ...row, bci_stale: false }));
    await mountQuote(platform);
    expect(screen.queryByText('May be out of date')).toBeNull();
    await pass(61 * 60_000);
    expect(screen.getByText('May be out of date')).toBeVisible();
  });
});

describe('the end', () => {
  beforeEach(() => jest.useFakeTimers({ now: NOW }));
  afterEach(() => jest.useRealTimers());

  it('in mid-read renders nothing more and leaves no timer', async () => {
    const platform = quote();
    let answer: () => void = () => undefined;
    platform.onRead = () => new Promise<void>((resolve) => (answer = resolve));
    const { control, view } = await mountQuote(platform);
    const before = view.container.innerHTML;
    control.destroy();
    answer();
    await settle();
    await pass(60_000);
    expect(view.container.innerHTML).toBe(before);
    expect(jest.getTimerCount()).toBe(0);
    view.unmount();
  });

  it('after 50 mounts leaves nothing behind', async () => {
    const mountOnce = async (): Promise<void> => {
      const { destroy, view } = await mountQuote(quote());
      destroy();
      view.container.remove();
    };
    await mountOnce();
    const before = document.querySelectorAll('*').length;
    for (let time = 0; time < 50; time += 1) await mountOnce();
    expect(document.querySelectorAll('*')).toHaveLength(before);
    expect(jest.getTimerCount()).toBe(0);
  }, 60_000);
});

describe('accessibility', () => {
  it.each([['lines', quote, /./] as const, ...states])('has no violation with %s', async (_name, platform) => {
    const { view } = await mountQuote(platform());
    for (const button of screen.queryAllByRole('button', { name: /^Details/ })) fireEvent.click(button);
    expect(await axe(view.container)).toHaveNoViolations();
  });
});
