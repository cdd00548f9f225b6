import { fireEvent, screen } from '@testing-library/react';
import { mount, NOW, pass, platformRejecting, platformWith, settle, type MountedControl } from './mountedControl';

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

/** What the control shows in place of figures: title, text, step. */
function shown(): string[] {
  const state = document.querySelector('.bci-state');
  return Array.from(state?.querySelectorAll('p, button') ?? []).map((element) => element.textContent);
}

const announced = (): string => screen.getByRole('status').textContent;

async function mountUncoupled(change: (platform: MountedControl['platform']) => void): Promise<MountedControl> {
  const platform = platformWith({}, { customerId: null });
  change(platform);
  return mount(platform);
}

describe('while figures load', () => {
  it('says so, and after a while that it takes longer than usual', async () => {
    await mount(platformWith({}, { answer: () => new Promise(() => undefined) }));
    expect(shown()).toEqual(['Loading Business Central figures…']);
    expect(announced()).toBe('Loading Business Central figures…');
    await pass(8_000);
    expect(shown()).toEqual([
      'Loading Business Central figures…',
      'This takes longer than usual. You can go on working meanwhile.',
    ]);
  });

  it('no longer says so once it is known that there are none', async () => {
    await mount(platformRejecting({ errorCode: 0x80040220 }));
    await pass(8_000);
    expect(shown()[0]).toBe('You may not see Business Central figures');
  });

  it('tells screen readers what came of it', async () => {
    await mount(platformWith());
    expect(announced()).toBe('Adatum Corporation: As of today 10:42');
    expect(screen.getByRole('status')).toHaveClass('bci-hidden');
  });
});

describe('without a customer', () => {
  it('offers to choose one and hands the choice to the form', async () => {
    const { platform, control, outputNotices } = await mountUncoupled((it) => {
      it.chosen = [{ id: '{AAAA}', entityType: 'bci_customer', name: 'Trey Research' }];
    });
    expect(shown()).toEqual([
      'No Business Central customer chosen yet',
      'Choose the customer that belongs to this record to see its balance, credit and open invoices.',
      'Choose customer',
    ]);
    expect(platform.requests).toEqual([]);
    expect(control.getOutputs()).toEqual({});
    fireEvent.click(screen.getByRole('button', { name: 'Choose customer' }));
    await settle();
    expect(outputNotices()).toBe(1);
    expect(control.getOutputs()).toEqual({
      customer: [{ id: '{AAAA}', entityType: 'bci_customer', name: 'Trey Research' }],
    });
  });

  it('changes nothing when the dialog is closed without a choice', async () => {
    const { control, outputNotices } = await mountUncoupled(() => undefined);
    fireEvent.click(screen.getByRole('button', { name: 'Choose customer' }));
    await settle();
    expect(outputNotices()).toBe(0);
    expect(control.getOutputs()).toEqual({});
  });

  it.each([
    ['a form that cannot be edited', (it: MountedControl['platform']) => (it.isDisabled = true)],
    [
      'a column that this user may not edit',
      (it: MountedControl['platform']) => (it.security = { secured: true, readable: true, editable: false }),
    ],
  ])('offers nothing on %s', async (_name, change) => {
    await mountUncoupled(change);
    expect(shown()).toEqual([
      'No Business Central customer chosen yet',
      'Somebody who may edit this record can choose the customer.',
    ]);
  });

  it('asks to save a new record first', async () => {
    await mountUncoupled((it) => (it.entityId = ''));
    expect(shown()).toEqual(['Save this record first', 'Then you can choose its Business Central customer here.']);
  });
});

describe('without the right to see figures', () => {
  const words = [
    'You may not see Business Central figures',
    'Ask your administrator for the security role “Integration User”.',
  ];

  it('names the role when Dataverse refuses the customer', async () => {
    await mount(platformRejecting({ errorCode: 0x80040220, message: 'SecLib::CheckPrivilege failed.' }));
    expect(shown()).toEqual(words);
    expect(announced()).toBe(words.join(' '));
  });

  it('does not even ask when there is no customer to show', async () => {
    const { platform } = await mountUncoupled((it) => it.missingPrivileges.add('bci_customer 2'));
    expect(shown()).toEqual(words);
    expect(platform.requests).toEqual([]);
  });

  it('respects a protected column', async () => {
    const platform = platformWith();
    platform.security = { secured: true, readable: false, editable: false };
    await mount(platform);
    expect(shown()[1]).toContain('column security profile');
    expect(platform.requests).toEqual([]);
  });
});

describe('when the read fails', () => {
  it('says that the customer is gone and lets another be chosen', async () => {
    await mount(platformRejecting({ errorCode: 0x80040217, message: 'Does Not Exist' }));
    expect(shown()).toEqual([
      'The Business Central customer cannot be found',
      'The customer chosen for this record was removed. Choose another one.',
      'Choose customer',
    ]);
  });

  it('waits as long as the server said and reads again by itself', async () => {
    const platform = platformRejecting({ errorCode: 0x80072322, raw: '{"_retryAfter":40}' });
    await mount(platform);
    expect(shown()).toEqual(['Too many requests at the moment', 'The figures are read again at 11:00.', 'Try again']);
    await pass(39_999);
    expect(platform.requests).toHaveLength(1);
    platform.answer = platformWith().answer;
    await pass(1);
    expect(platform.requests).toHaveLength(2);
    expect(screen.getByRole('heading', { name: 'Adatum Corporation' })).toBeVisible();
  });

  it('comes back by itself when the connection does', async () => {
    const platform = platformRejecting(new TypeError('Failed to fetch'));
    platform.isOnline = false;
    const { update } = await mount(platform);
    expect(shown()).toEqual([
      'You are offline',
      'The figures come back when there is a connection again.',
      'Try again',
    ]);
    await update();
    expect(platform.requests).toHaveLength(1);
    platform.isOnline = true;
    platform.answer = platformWith().answer;
    await update();
    expect(platform.requests).toHaveLength(2);
    expect(screen.getByRole('heading', { name: 'Adatum Corporation' })).toBeVisible();
  });

  it('gives a reference for the administrator and tries again on request', async () => {
    const platform = platformRejecting({ errorCode: 0x80040265, message: 'secret detail', raw: '{}' });
    await mount(platform);
    expect(shown()).toEqual([
      'The figures cannot be shown',
      'Try again. If it stays like this, give your administrator this reference: 0x80040265',
      'Try again',
    ]);
    expect(document.body.textContent).not.toContain('secret detail');
    platform.answer = platformWith().answer;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    expect(screen.getByRole('heading', { name: 'Adatum Corporation' })).toBeVisible();
  });

  it.each([
    ['nothing', undefined, 'bci_customer bci_connectionid'],
    ['a text', '<html>Sign in</html>', 'bci_customer bci_connectionid'],
    ['figures that are not numbers', { bci_balance: 'much' }, 'bci_customer bci_balance'],
  ])('does not take %s for figures', async (_name, answer, reference) => {
    const isRow = typeof answer === 'object';
    await mount(isRow ? platformWith(answer) : platformWith({}, { answer: () => answer }));
    expect(shown()[1]).toContain(reference);
  });
});

describe('when the control itself fails', () => {
  let errors: jest.SpyInstance;
  beforeEach(() => {
    errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => {
    errors.mockRestore();
  });

  /** Gives contexts that cannot format a number. */
  function breakFormatting(platform: MountedControl['platform']): jest.SpyInstance {
    const whole = platform.context.bind(platform);
    return jest.spyOn(platform, 'context').mockImplementation(() => {
      const context = whole();
      jest.spyOn(context.formatting, 'formatDecimal').mockImplementation(() => {
        throw new RangeError('no such number');
      });
      return context;
    });
  }

  it('keeps the fault inside and offers to try again', async () => {
    const platform = platformWith();
    const broken = breakFormatting(platform);
    const { update } = await mount(platform);
    expect(shown()).toEqual([
      'The figures cannot be shown',
      'Try again. If it stays like this, give your administrator this reference: RangeError',
      'Try again',
    ]);
    broken.mockRestore();
    await update();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByRole('heading', { name: 'Adatum Corporation' })).toBeVisible();
  });

  it('shows the next record as if nothing had been', async () => {
    const platform = platformWith();
    const broken = breakFormatting(platform);
    const { update } = await mount(platform);
    broken.mockRestore();
    platform.customerId = '99999999-9999-4999-8999-999999999999';
    await update();
    expect(screen.getByRole('heading', { name: 'Adatum Corporation' })).toBeVisible();
  });
});
