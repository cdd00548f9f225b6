import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, type RenderResult } from '@testing-library/react';
import { ItemAvailability } from '../../controls/ItemAvailability/index';
import type { ControlContext } from '../../controls/ItemAvailability/manifestTypes';
import { availabilityRow, ITEM_ID, itemRow } from '../dataverse/itemRows';
import { FakePlatform, type LanguageCode, type Request } from './fakePlatform';
import { settle } from './mountedControl';
import { stringsOf } from './resxStrings';

export const itemFolder = join(__dirname, '../../controls/ItemAvailability');
const known = new Map<LanguageCode, ReadonlyMap<string, string>>();

/** The texts of one language, by key. */
export function itemStrings(language: LanguageCode): ReadonlyMap<string, string> {
  const path = join(itemFolder, `strings/ItemAvailability.${language}.resx`);
  const strings = known.get(language) ?? stringsOf(readFileSync(path, 'utf8'));
  known.set(language, strings);
  return strings;
}

type Row = Readonly<Record<string, unknown>>;

/** '' is no date. */
export type Change = readonly [date: string, kind: string, quantity: string, document?: string];

/** A schedule as the column holds it. */
export function schedule(...changes: readonly Change[]): string {
  return JSON.stringify(
    changes.map(([date, kind, quantity, document]) => ({ ...(date !== '' && { date }), kind, quantity, document })),
  );
}

/** 80 free in MAIN today, 48 after an order of 28 November, 120 more on 4 December; EAST has 60, WEST owes 12. */
export const locations: readonly Row[] = [
  availabilityRow('MAIN', 130, {
    bci_schedule: schedule(
      ['2026-11-20', 'salesOrder', '50', '101001'],
      ['2026-11-28', 'salesOrder', '32', '101009'],
      ['2026-12-04', 'purchaseOrder', '120', '106012'],
    ),
  }),
  availabilityRow('EAST', 60),
  availabilityRow('WEST', 0, { bci_schedule: schedule(['2026-11-23', 'salesOrder', '12', '101002']) }),
  availabilityRow('OWN LOG.', 4, { bci_isintransit: true }),
];

interface ItemPlatformOptions {
  readonly language?: LanguageCode;
  readonly strings?: ReadonlyMap<string, string>;
  readonly answer?: (request: Request) => unknown;
}

/** The platform around a product's form. */
export class ItemPlatform extends FakePlatform {
  quantity: number | null = null;
  date: Date | null = null;
  location: string | null = null;

  constructor({ language = 1033, strings = itemStrings(language), answer = () => row() }: ItemPlatformOptions = {}) {
    super({ language, strings, customerId: ITEM_ID, answer });
  }

  itemContext(): ControlContext {
    const { parameters, ...context } = this.context();
    const given = { error: false, errorMessage: '' };
    return {
      ...context,
      webAPI: { ...context.webAPI, retrieveMultipleRecords: (table, options = '') => this.list(table, options) },
      parameters: {
        item: parameters.customer,
        quantity: { ...given, raw: this.quantity, type: 'Decimal' },
        date: { ...given, raw: this.date, type: 'DateAndTime.DateOnly' },
        location: { ...given, raw: this.location, type: 'SingleLine.Text' },
      },
    };
  }

  private async list(table: string, options: string): Promise<ComponentFramework.WebApi.RetrieveMultipleResponse> {
    const request: Request = { method: 'retrieve', table, id: '', options, data: {} };
    this.requests.push(request);
    const answer = await this.answer(request);
    return { entities: typeof answer === 'object' && answer !== null ? [{ ...answer }] : [], nextLink: '' };
  }
}

/** The item's row. @param changes columns */
export function row(changes: Row = {}): Row {
  return itemRow({ bci_name: 'LONDON Swivel Chair, blue', bci_item_itemavailability: locations, ...changes });
}

/** A platform whose form shows an item. */
export function platformWithItem(changes: Row = {}, options: ItemPlatformOptions = {}): ItemPlatform {
  return new ItemPlatform({ answer: () => row(changes), ...options });
}

export interface MountedItem {
  readonly platform: ItemPlatform;
  readonly control: ItemAvailability;
  readonly view: RenderResult;
  readonly outputNotices: () => number;
  readonly update: () => Promise<void>;
  readonly destroy: () => void;
}

export async function mountItem(platform: ItemPlatform): Promise<MountedItem> {
  const control = new ItemAvailability();
  let notices = 0;
  control.init(platform.itemContext(), () => {
    notices += 1;
  });
  const view = render(control.updateView(platform.itemContext()));
  await settle();
  return {
    platform,
    control,
    view,
    outputNotices: () => notices,
    update: async () => {
      view.rerender(control.updateView(platform.itemContext()));
      await settle();
    },
    destroy: () => {
      control.destroy();
      view.unmount();
    },
  };
}
