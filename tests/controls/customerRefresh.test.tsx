import { fireEvent, screen } from '@testing-library/react';
import { CUSTOMER_ID, customerRow } from '../dataverse/customerRows';
import type { FakePlatform, Request } from './fakePlatform';
import { mount, NOW, pass, platformWith, rejected, settle } from './mountedControl';

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

const WAITING = 727000000;
const RUNNING = 727000001;
const DONE = 727000002;
const FAILED = 727000003;

/** Answers with `states` one after the other, and with fresh figures once they are used up. */
function service(...states: readonly Readonly<Record<string, unknown>>[]): FakePlatform {
  const left = [...states];
  let asked = false;
  return platformWith(
    {},
    {
      answer: ({ method, table }: Request) => {
        if (method === 'create') {
          asked = true;
          return { id: 'request-1' };
        }
        if (table === 'bci_refreshrequest') return left.shift();
        return customerRow(asked ? { bci_balance: 99 } : {});
      },
    },
  );
}

const announced = (): string => screen.getByRole('status').textContent;
const refreshButton = (): HTMLElement => screen.getByRole('button', { name: /^Refresh/ });
const tables = ({ requests }: FakePlatform): string[] => requests.map(({ method, table }) => `${method} ${table}`);

async function start(platform: FakePlatform): Promise<FakePlatform> {
  await mount(platform);
  fireEvent.click(refreshButton());
  await settle();
  return platform;
}

describe('Refresh', () => {
  it('asks for the customer, names the request and says that it is busy', async () => {
    const platform = await start(service({ bci_state: WAITING }));
    expect(platform.requests[1]).toEqual({
      method: 'create',
      table: 'bci_refreshrequest',
      id: '',
      options: '',
      data: {
        bci_name: '10000 Adatum Corporation',
        'bci_CustomerId@odata.bind': `/bci_customers(${CUSTOMER_ID})`,
      },
    });
    expect(refreshButton()).toHaveAttribute('aria-busy', 'true');
    expect(refreshButton()).toHaveTextContent('Refreshing…');
    expect(announced()).toBe('Refreshing…');
    expect(screen.getByText('41,310.00')).toBeVisible();
  });

  it('looks after 2, 4 and 8 seconds, then reads the customer once', async () => {
    const platform = await start(service({ bci_state: WAITING }, { bci_state: RUNNING }, { bci_state: DONE }));
    const looks = [];
    for (const milliseconds of [1_999, 1, 3_999, 1, 7_999, 1]) {
      await pass(milliseconds);
      looks.push(
        platform.requests.filter(({ table, method }) => table === 'bci_refreshrequest' && method === 'retrieve').length,
      );
    }
    expect(looks).toEqual([0, 1, 1, 2, 2, 3]);
    expect(tables(platform)).toEqual([
      'retrieve bci_customer',
      'create bci_refreshrequest',
      'retrieve bci_refreshrequest',
      'retrieve bci_refreshrequest',
      'retrieve bci_refreshrequest',
      'retrieve bci_customer',
    ]);
    expect(screen.getByText('99.00')).toBeVisible();
    expect(announced()).toBe('The figures are up to date.');
    expect(refreshButton()).toHaveAttribute('aria-busy', 'false');
  });

  it('stops looking as soon as the answer is there', async () => {
    const platform = await start(service({ bci_state: DONE }));
    await pass(2_000);
    expect(tables(platform)).toHaveLength(4);
    await pass(60_000);
    expect(tables(platform)).toHaveLength(4);
  });

  it('says when the service is still working, and reads what there is', async () => {
    const platform = await start(service({ bci_state: WAITING }, { bci_state: WAITING }, { bci_state: RUNNING }));
    await pass(14_000);
    expect(announced()).toMatch(/^Business Central is still being read/);
    expect(tables(platform).filter((table) => table === 'retrieve bci_customer')).toHaveLength(2);
  });

  it('hands on what the service says about a failure, and keeps the figures', async () => {
    const platform = await start(service({ bci_state: FAILED, bci_message: 'Business Central is being updated.' }));
    await pass(2_000);
    const sentence = 'The figures could not be refreshed: Business Central is being updated.';
    expect(announced()).toBe(sentence);
    expect(screen.getAllByText(sentence)).toHaveLength(2);
    expect(screen.getByText('41,310.00')).toBeVisible();
    expect(tables(platform).filter((table) => table === 'retrieve bci_customer')).toHaveLength(1);
  });

  it.each([
    [{ errorCode: 0x80040220 }, /^You may not ask for fresh figures.*Integration User/],
    [new TypeError('Failed to fetch'), /^You are offline/],
    [{ errorCode: 0x80072322 }, /^The figures could not be refreshed\. Try again later\./],
    ['nonsense', /^The figures could not be refreshed\. Try again later\./],
  ])('explains a refusal (%p)', async (error, sentence) => {
    const platform = platformWith(
      {},
      {
        answer: ({ method }: Request) => (method === 'create' ? rejected(error) : customerRow()),
      },
    );
    await start(platform);
    expect(announced()).toMatch(sentence);
    expect(screen.getByText('41,310.00')).toBeVisible();
  });

  it('keeps the figures when only the last read fails', async () => {
    const platform = await start(service({ bci_state: DONE }));
    const { answer } = platform;
    platform.answer = (request) => {
      if (request.table === 'bci_customer') throw new TypeError('Failed to fetch');
      return answer(request);
    };
    await pass(2_000);
    expect(screen.getByText('41,310.00')).toBeVisible();
    expect(announced()).toBe('The figures could not be refreshed. Try again later.');
  });

  it('takes the figures away when the right to see them is gone', async () => {
    const platform = await start(service({ bci_state: DONE }));
    const { answer } = platform;
    platform.answer = (request) => {
      return request.table === 'bci_customer' ? rejected({ errorCode: 0x80040220 }) : answer(request);
    };
    await pass(2_000);
    expect(screen.queryByText('41,310.00')).toBeNull();
    expect(announced()).toMatch(/Integration User/);
  });

  it('starts once however often it is pressed', async () => {
    const platform = await start(service({ bci_state: WAITING }));
    fireEvent.click(refreshButton());
    fireEvent.click(refreshButton());
    await settle();
    expect(tables(platform).filter((table) => table === 'create bci_refreshrequest')).toHaveLength(1);
  });

  it('can be pressed again afterwards', async () => {
    const platform = await start(service({ bci_state: DONE }, { bci_state: DONE }));
    await pass(2_000);
    fireEvent.click(refreshButton());
    await pass(2_000);
    expect(tables(platform).filter((table) => table === 'create bci_refreshrequest')).toHaveLength(2);
  });

  it('no longer says that figures are up to date once they are too old', async () => {
    await start(service({ bci_state: DONE }));
    await pass(2_000);
    expect(screen.getAllByText('The figures are up to date.')).toHaveLength(2);
    await pass(60 * 60_000);
    expect(screen.getByText('May be out of date')).toBeVisible();
    expect(screen.queryByText('The figures are up to date.')).toBeNull();
  });

  it('is not offered without the privilege to ask', async () => {
    const platform = platformWith();
    platform.missingPrivileges.add('bci_refreshrequest 1');
    await mount(platform);
    expect(screen.queryByRole('button', { name: /^Refresh/ })).toBeNull();
  });
});
