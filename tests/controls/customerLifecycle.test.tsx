import { fireEvent, screen } from '@testing-library/react';
import type { ControlContext } from '../../controls/CustomerStatistics/manifestTypes';
import { CUSTOMER_ID, customerRow } from '../dataverse/customerRows';
import type { Request } from './fakePlatform';
import { mount, NOW, pass, platformWith, settle } from './mountedControl';

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

const OTHER_ID = '55555555-5555-4555-8555-555555555555';

interface Pending {
  readonly request: Request;
  readonly resolve: (row: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A Web API that answers when the test says so. */
function answeredByHand(): { readonly pending: Pending[]; readonly answer: (request: Request) => Promise<unknown> } {
  const pending: Pending[] = [];
  return {
    pending,
    answer: (request) => new Promise((resolve, reject) => pending.push({ request, resolve, reject })),
  };
}

describe('requests', () => {
  it('are one for a customer, with company, salesperson and open invoices', async () => {
    const { platform } = await mount(platformWith());
    expect(platform.requests).toHaveLength(1);
    const [request] = platform.requests;
    expect(request).toMatchObject({ method: 'retrieve', table: 'bci_customer', id: CUSTOMER_ID });
    expect(request?.options).toMatch(
      /^\?\$select=bci_balance,[a-z_,0-9]+&\$expand=bci_ConnectionId\(\$select=[a-z_,]+\),bci_SalespersonId\(\$select=bci_name\),bci_customer_openinvoice\(\$select=[a-z_,]+\)$/,
    );
  });

  it('are none when nothing changed', async () => {
    const { platform, update } = await mount(platformWith());
    for (let time = 0; time < 5; time += 1) await update();
    await pass(10 * 60_000);
    expect(platform.requests).toHaveLength(1);
  });

  it('do not depend on how the form spells the id', async () => {
    const { platform, update } = await mount(platformWith());
    platform.customerId = `{${CUSTOMER_ID.toUpperCase()}}`;
    await update();
    expect(platform.requests).toHaveLength(1);
  });

  it('use the newest context', async () => {
    const platform = platformWith({}, { customerId: null });
    const contexts: ControlContext[] = [];
    const next = platform.context.bind(platform);
    jest.spyOn(platform, 'context').mockImplementation(() => {
      const context = next();
      contexts.push(context);
      return context;
    });
    const { update } = await mount(platform);
    const outdated = contexts.map(({ webAPI }) => jest.spyOn(webAPI, 'retrieveRecord'));
    platform.customerId = CUSTOMER_ID;
    await update();
    for (const request of outdated) expect(request).not.toHaveBeenCalled();
    expect(platform.requests).toHaveLength(1);
  });
});

describe('another record', () => {
  it('shows loading at once and never a figure of the previous one', async () => {
    const { pending, answer } = answeredByHand();
    const platform = platformWith({}, { answer });
    const { update } = await mount(platform);
    pending[0]?.resolve(customerRow());
    await settle();
    expect(screen.getByText('£58,210.00')).toBeVisible();
    platform.customerId = OTHER_ID;
    await update();
    expect(screen.queryByText('£58,210.00')).toBeNull();
    expect(document.querySelector('.bci-state')).toHaveTextContent('Loading Business Central figures…');
    pending[1]?.resolve(customerRow({ bci_name: 'Trey Research', bci_total: 7 }));
    await settle();
    expect(screen.getByRole('heading', { name: 'Trey Research' })).toBeVisible();
    expect(platform.requests.map(({ id }) => id)).toEqual([CUSTOMER_ID, OTHER_ID]);
  });

  it('drops an answer that arrives late, good or bad', async () => {
    const { pending, answer } = answeredByHand();
    const platform = platformWith({}, { answer });
    const { update } = await mount(platform);
    platform.customerId = OTHER_ID;
    await update();
    pending[1]?.resolve(customerRow({ bci_name: 'Trey Research' }));
    pending[0]?.resolve(customerRow());
    await settle();
    expect(screen.getByRole('heading', { name: 'Trey Research' })).toBeVisible();
    platform.customerId = CUSTOMER_ID;
    await update();
    platform.customerId = OTHER_ID;
    await update();
    pending[3]?.resolve(customerRow({ bci_name: 'Trey Research' }));
    pending[2]?.reject({ errorCode: 0x80040220 });
    await settle();
    expect(screen.getByRole('heading', { name: 'Trey Research' })).toBeVisible();
  });

  it('ends a refresh that was under way', async () => {
    const platform = platformWith(
      {},
      {
        answer: ({ method, table }: Request) =>
          method === 'create' ? { id: 'r' } : table === 'bci_customer' ? customerRow() : { bci_state: 727000002 },
      },
    );
    const { update } = await mount(platform);
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await settle();
    platform.customerId = OTHER_ID;
    await update();
    await pass(60_000);
    expect(platform.requests.map(({ table }) => table)).toEqual(['bci_customer', 'bci_refreshrequest', 'bci_customer']);
    expect(screen.getByRole('button', { name: 'Refresh' })).toHaveAttribute('aria-busy', 'false');
  });

  it('closes the invoices of the previous one', async () => {
    const { platform, update } = await mount(platformWith());
    fireEvent.click(screen.getByRole('button', { name: /^Not due/ }));
    platform.customerId = OTHER_ID;
    await update();
    expect(screen.queryByRole('table', { name: /Open invoices/ })).toBeNull();
  });

  it('gives way to the empty state when the lookup is cleared', async () => {
    const { platform, update } = await mount(platformWith());
    platform.customerId = null;
    await update();
    expect(screen.queryByText('£58,210.00')).toBeNull();
    expect(screen.getByText('No Business Central customer chosen yet')).toBeVisible();
    expect(platform.requests).toHaveLength(1);
  });
});

describe('time', () => {
  it('makes figures stale while the form stays open', async () => {
    await mount(platformWith());
    expect(screen.queryByText('May be out of date')).toBeNull();
    await pass(42 * 60_000);
    expect(screen.queryByText('May be out of date')).toBeNull();
    await pass(60_000);
    expect(screen.getByText('May be out of date')).toBeVisible();
  });
});

describe('the end', () => {
  it('in mid-read renders nothing more and leaves no timer', async () => {
    const { pending, answer } = answeredByHand();
    const { view, control } = await mount(platformWith({}, { answer }));
    const errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const before = view.container.innerHTML;
    control.destroy();
    pending[0]?.resolve(customerRow());
    await settle();
    await pass(60_000);
    expect(view.container.innerHTML).toBe(before);
    expect(jest.getTimerCount()).toBe(0);
    view.unmount();
    expect(errors).not.toHaveBeenCalled();
    errors.mockRestore();
  });

  it('in mid-refresh asks nothing more', async () => {
    const platform = platformWith(
      {},
      { answer: ({ method }: Request) => (method === 'create' ? { id: 'r' } : customerRow()) },
    );
    const { destroy } = await mount(platform);
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await settle();
    destroy();
    await pass(60_000);
    expect(platform.requests).toHaveLength(2);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('while the lookup dialog is open reports no output', async () => {
    const platform = platformWith({}, { customerId: null });
    platform.chosen = [{ id: 'a', entityType: 'bci_customer' }];
    const { destroy, outputNotices } = await mount(platform);
    fireEvent.click(screen.getByRole('button', { name: 'Choose customer' }));
    destroy();
    await settle();
    expect(outputNotices()).toBe(0);
  });

  it('after 100 mounts leaves nothing behind', async () => {
    const listeners = [window, document].flatMap((target) => [
      { count: 1, spy: jest.spyOn(target, 'addEventListener') },
      { count: -1, spy: jest.spyOn(target, 'removeEventListener') },
    ]);
    const left = (): number => listeners.reduce((sum, { count, spy }) => sum + count * spy.mock.calls.length, 0);
    const mountOnce = async (): Promise<void> => {
      const { destroy, view } = await mount(platformWith());
      destroy();
      view.container.remove();
    };
    await mountOnce();
    const before = { elements: document.querySelectorAll('*').length, listeners: left() };
    for (let time = 0; time < 100; time += 1) await mountOnce();
    expect({ elements: document.querySelectorAll('*').length, listeners: left() }).toEqual(before);
    expect(jest.getTimerCount()).toBe(0);
  }, 60_000);
});
