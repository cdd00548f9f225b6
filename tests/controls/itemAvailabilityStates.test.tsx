import { fireEvent, screen } from '@testing-library/react';
import { ITEM_ID } from '../dataverse/itemRows';
import type { Request } from './fakePlatform';
import { ItemPlatform, mountItem, platformWithItem, row } from './itemPlatform';
import { NOW, pass, rejected, settle } from './mountedControl';

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

function shown(): string[] {
  const state = document.querySelector('.bci-state');
  return Array.from(state?.querySelectorAll('p, button') ?? []).map((element) => element.textContent);
}

const announced = (): string => screen.getByRole('status').textContent;
const answer = (): string => (document.querySelector('.bci-answer')?.textContent ?? '').replace(/\u00a0/g, ' ');
const rejecting = (error: unknown): ItemPlatform => new ItemPlatform({ answer: () => rejected(error) });

describe('without figures', () => {
  it('says that it loads, and after a while that it takes longer', async () => {
    await mountItem(new ItemPlatform({ answer: () => new Promise(() => undefined) }));
    expect(shown()).toEqual(['Loading availability from Business Central…']);
    await pass(8_000);
    expect(shown()[1]).toBe('This takes longer than usual. You can go on working meanwhile.');
  });

  it('lets an item be chosen and hands it to the form', async () => {
    const platform = platformWithItem();
    platform.customerId = null;
    platform.chosen = [{ id: ITEM_ID, entityType: 'bci_item', name: 'LONDON' }];
    const { control, outputNotices } = await mountItem(platform);
    expect(shown()[0]).toBe('No Business Central item chosen yet');
    fireEvent.click(screen.getByRole('button', { name: 'Choose item' }));
    await settle();
    expect(outputNotices()).toBe(1);
    expect(control.getOutputs()).toEqual({ item: platform.chosen });
    expect(platform.requests).toEqual([]);
  });

  it('offers no choice where the form may not be edited', async () => {
    const platform = platformWithItem();
    platform.customerId = null;
    platform.isDisabled = true;
    await mountItem(platform);
    expect(shown()[1]).toBe('Somebody who may edit this record can choose the item.');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('wants a new product to be saved first', async () => {
    const platform = platformWithItem();
    platform.customerId = null;
    platform.entityId = '';
    await mountItem(platform);
    expect(shown()).toEqual(['Save this record first', 'Then you can choose its Business Central item here.']);
  });

  it.each([
    ['Dataverse refuses', () => rejecting({ errorCode: 0x80040220 }), 1],
    [
      'the privilege is missing',
      () => {
        const platform = platformWithItem();
        platform.customerId = null;
        platform.missingPrivileges.add('bci_item 2');
        return platform;
      },
      0,
    ],
  ])('names the role when %s', async (_name, platform, requests) => {
    const { platform: used } = await mountItem(platform());
    expect(shown()).toEqual([
      'You may not see availability',
      'Ask your administrator for the security role “Product Availability User”.',
    ]);
    expect(used.requests).toHaveLength(requests);
  });

  it('says that the item is gone when Dataverse does not list it', async () => {
    await mountItem(new ItemPlatform({ answer: () => null }));
    expect(shown()[0]).toBe('The Business Central item cannot be found');
  });

  it('tries again by itself when it was throttled', async () => {
    const platform = rejecting({ errorCode: 0x80072322, raw: '{"_retryAfter":40}' });
    await mountItem(platform);
    expect(shown()[1]).toBe('The figures are read again at 11:00.');
    platform.answer = () => row();
    await pass(40_000);
    expect(screen.getByRole('heading', { name: 'LONDON Swivel Chair, blue' })).toBeVisible();
  });

  it('says that it is offline, and a reference for what it does not know', async () => {
    const { view } = await mountItem(rejecting(new TypeError('Failed to fetch')));
    expect(shown()[0]).toBe('You are offline');
    view.unmount();
    await mountItem(rejecting({ status: 500, activityId: 'a-1' }));
    expect(shown()[1]).toContain('a-1');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

describe('an item without availability', () => {
  it.each([
    [{ bci_availability: 727000002, bci_type: 727000001 }, 'This item is a service; it has no stock.'],
    [{ bci_availability: 727000002, bci_type: 727000002 }, 'This is a non-inventory item; it has no stock.'],
    [
      { bci_availability: 727000001, bci_unavailablereason: 'sourceMissing' },
      '138.5 PCS on hand in all locations together.More is not known, so nothing can be promised: this Business Central does not provide it.',
    ],
    [
      { bci_availability: 727000003, bci_unavailablereason: 'permissionDenied', bci_inventory: null },
      'Availability is not known.Nothing can be promised: the integration may not read this in Business Central.',
    ],
    [
      { bci_availability: null, bci_inventory: null },
      'Availability is not known.Nothing can be promised: it could not be read last time.',
    ],
  ])('%o says so and shows neither table nor chart', async (columns, words) => {
    await mountItem(platformWithItem(columns));
    expect(answer()).toBe(words);
    expect(answer()).not.toMatch(/\b0\b/);
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByRole('img')).toBeNull();
  });
});

describe('the item', () => {
  it('is named with its company, age and way to Business Central', async () => {
    await mountItem(platformWithItem());
    expect(document.querySelector('.bci-identity')).toHaveTextContent(
      'LONDON Swivel Chair, blue1900-S · PCS · CRONUS International Ltd.',
    );
    expect(screen.getByText('As of today 10:45')).toBeVisible();
    expect(screen.getByRole('link', { name: /^Open in Business Central/ })).toHaveAttribute(
      'href',
      expect.stringMatching(/&page=30&filter='No\.'%20IS%20'1900-S'|page=30&filter=/),
    );
    expect(announced()).toBe('LONDON Swivel Chair, blue: As of today 10:45');
  });

  it('that is blocked, removed or stale says so', async () => {
    await mountItem(platformWithItem({ bci_blocked: true, statecode: 1, bci_stale: true }));
    expect(screen.getByText('Blocked in Business Central.')).toBeVisible();
    expect(screen.getByText('This item no longer exists in Business Central.')).toBeVisible();
    expect(screen.getByText('May be out of date')).toBeVisible();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('says what is not counted', async () => {
    await mountItem(platformWithItem());
    expect(screen.getByText(/^Variants are counted together\. Not counted: reservations/)).toBeVisible();
  });
});

describe('a refresh', () => {
  const answering =
    (...states: number[]) =>
    ({ method, table }: Request): unknown => {
      if (method === 'create') return { id: 'request' };
      return table === 'bci_refreshrequest' ? { bci_state: states.shift() } : row();
    };

  it('asks for this item and reads it again', async () => {
    const { platform } = await mountItem(new ItemPlatform({ answer: answering(727000000, 727000002) }));
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await settle();
    expect(screen.getByRole('button', { name: 'Refreshing…' })).toHaveAttribute('aria-busy', 'true');
    expect(platform.requests[1]?.data).toEqual({
      bci_name: '1900-S LONDON Swivel Chair, blue',
      bci_itemids: ITEM_ID,
    });
    fireEvent.change(screen.getByLabelText(/^Quantity/), { target: { value: '48' } });
    await pass(6_000);
    expect(announced()).toBe('The figures are up to date.');
    expect(platform.requests.map(({ method, table }) => `${method} ${table}`)).toEqual([
      'retrieve bci_item',
      'create bci_refreshrequest',
      'retrieve bci_refreshrequest',
      'retrieve bci_refreshrequest',
      'retrieve bci_item',
    ]);
    expect(answer()).toContain('48 PCS today: yes');
  });

  it('that is refused names the role', async () => {
    const platform = new ItemPlatform({
      answer: ({ method }) => (method === 'create' ? rejected({ errorCode: 0x80040220 }) : row()),
    });
    await mountItem(platform);
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await settle();
    expect(announced()).toContain('Product Availability User');
    expect(screen.getAllByRole('table')).toHaveLength(1);
  });

  it('is not offered without the privilege to ask', async () => {
    const platform = platformWithItem();
    platform.missingPrivileges.add('bci_refreshrequest 1');
    await mountItem(platform);
    expect(screen.queryByRole('button', { name: 'Refresh' })).toBeNull();
  });
});

describe('requests', () => {
  it('are one for an item and none when nothing changed', async () => {
    const { platform, update } = await mountItem(platformWithItem());
    for (let time = 0; time < 5; time += 1) await update();
    platform.quantity = 3;
    await update();
    platform.customerId = `{${ITEM_ID.toUpperCase()}}`;
    await update();
    await pass(10 * 60_000);
    expect(platform.requests).toHaveLength(1);
    expect(platform.requests[0]).toMatchObject({ method: 'retrieve', table: 'bci_item' });
    expect(platform.requests[0]?.options).toContain(`PropertyValues=['${ITEM_ID}']`);
  });

  it('leave nothing behind after 100 mounts', async () => {
    const once = async (): Promise<void> => {
      const { destroy, view } = await mountItem(platformWithItem());
      destroy();
      view.container.remove();
    };
    await once();
    const before = document.querySelectorAll('*').length;
    for (let time = 0; time < 100; time += 1) await once();
    expect(document.querySelectorAll('*')).toHaveLength(before);
    expect(jest.getTimerCount()).toBe(0);
  }, 120_000);
});
