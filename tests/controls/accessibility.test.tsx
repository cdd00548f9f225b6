import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { mount, platformRejecting, platformWith } from './mountedControl';

expect.extend(toHaveNoViolations);

describe('accessibility', () => {
  it.each([
    ['figures', () => platformWith()],
    [
      'every banner and mark',
      () => platformWith({ bci_blocked: 727000003, bci_total: 80000, bci_stale: true, statecode: 1 }),
    ],
    ['figures that are not available', () => platformWith({ bci_total: null, bci_agedcurrentamount: null })],
    ['loading', () => platformWith({}, { answer: () => new Promise(() => undefined) })],
    ['no customer', () => platformWith({}, { customerId: null })],
    ['a refusal', () => platformRejecting({ status: 403 })],
    ['a failure', () => platformRejecting({ status: 500 })],
  ])('has no violation with %s', async (_name, platform) => {
    const { view } = await mount(platform());
    for (const button of screen.queryAllByRole('button', { name: /31–60|Show them/ })) fireEvent.click(button);
    expect(await axe(view.container)).toHaveNoViolations();
  });

  it('reaches every step with the keyboard, in reading order', async () => {
    await mount(platformWith());
    const user = userEvent.setup();
    const reached: string[] = [];
    for (let step = 0; step < 7; step += 1) {
      await user.tab();
      reached.push(document.activeElement?.textContent ?? '');
    }
    expect(reached).toEqual([
      'Refresh',
      'Open in Business Central (opens in a new tab)',
      'Show them',
      'Not due 28,970.00',
      '1–30 days 7,900.00',
      '31–60 days 3,100.00',
      'Over 60 days 1,340.00',
    ]);
  });

  it('opens a bucket with the keyboard and keeps focus on it', async () => {
    await mount(platformWith());
    const user = userEvent.setup();
    screen.getByRole('button', { name: /31–60/ }).focus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('table', { name: /31–60/ })).toBeVisible();
    expect(screen.getByRole('button', { name: /31–60/ })).toHaveFocus();
  });

  it('mirrors for right-to-left users', async () => {
    const platform = platformWith();
    platform.isRTL = true;
    await mount(platform);
    expect(screen.getByRole('region')).toHaveAttribute('dir', 'rtl');
  });

  it('takes its colours from the platform’s theme', async () => {
    const platform = platformWith();
    platform.design = { tokenTheme: { colorNeutralForeground1: '#123456' }, brand: brand('#0f6cbd') };
    await mount(platform);
    expect(screen.getByRole('region').style.getPropertyValue('--colorNeutralForeground1')).toBe('#123456');
  });
});

function brand(colour: string): ComponentFramework.BrandVariants {
  return {
    10: colour,
    20: colour,
    30: colour,
    40: colour,
    50: colour,
    60: colour,
    70: colour,
    80: colour,
    90: colour,
    100: colour,
    110: colour,
    120: colour,
    130: colour,
    140: colour,
    150: colour,
    160: colour,
  };
}
