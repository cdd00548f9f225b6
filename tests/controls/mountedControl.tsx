import { act, render, type RenderResult } from '@testing-library/react';
import { CustomerStatistics } from '../../controls/CustomerStatistics/index';
import { CUSTOMER_ID, customerRow } from '../dataverse/customerRows';
import { FakePlatform, type FakePlatformOptions } from './fakePlatform';
import { customerStatisticsStrings } from './resx';

/** When the tests take place: 18 minutes after the rows were read. */
export const NOW = new Date('2026-11-23T11:00:00Z');

export interface MountedControl {
  readonly platform: FakePlatform;
  readonly control: CustomerStatistics;
  readonly view: RenderResult;
  /** How often the control said that it has an output. */
  readonly outputNotices: () => number;
  /** The platform calls updateView again. */
  readonly update: () => Promise<void>;
  /** The platform takes the control away. */
  readonly destroy: () => void;
}

/** Lets answers arrive and effects run. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  });
}

/** Lets time pass. Needs jest's fake timers. */
export async function pass(milliseconds: number): Promise<void> {
  await act(async () => {
    await jest.advanceTimersByTimeAsync(milliseconds);
  });
}

/** A platform whose form shows a customer. @param changes columns of the customer's row */
export function platformWith(
  changes: Readonly<Record<string, unknown>> = {},
  options: Partial<FakePlatformOptions> = {},
): FakePlatform {
  return new FakePlatform({
    strings: customerStatisticsStrings(options.language ?? 1033),
    customerId: CUSTOMER_ID,
    answer: () => customerRow(changes),
    ...options,
  });
}

/** A rejection with anything: the platform rejects with plain objects. */
export function rejected(reason: unknown): Promise<never> {
  return new Promise((_resolve, reject) => {
    [reason].forEach(reject);
  });
}

/** A platform whose Web API rejects every request with `error`. */
export function platformRejecting(error: unknown): FakePlatform {
  return platformWith({}, { answer: () => rejected(error) });
}

export async function mount(platform: FakePlatform): Promise<MountedControl> {
  const control = new CustomerStatistics();
  let notices = 0;
  control.init(platform.context(), () => {
    notices += 1;
  });
  const view = render(control.updateView(platform.context()));
  await settle();
  return {
    platform,
    control,
    view,
    outputNotices: () => notices,
    update: async () => {
      view.rerender(control.updateView(platform.context()));
      await settle();
    },
    destroy: () => {
      control.destroy();
      view.unmount();
    },
  };
}
