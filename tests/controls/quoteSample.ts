import { availabilityRow, itemRow, MAIN_ID } from '../dataverse/itemRows';
import { lookup, type LineValues } from './quoteDataSet';
import type { QuotePlatform } from './quotePlatform';

export { MAIN_ID };

type Row = Readonly<Record<string, unknown>>;

/** Row id of the n-th item or line of a test. */
export const idOf = (number: number, kind: 'item' | 'line' | 'product' = 'item'): string =>
  `${{ item: 1, line: 2, product: 3 }[kind]}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const PCS = lookup('70000000-0000-4000-8000-000000000000', 'PCS', 'uom');

/** A scheduled document as bci_schedule keeps it. */
export const change = (kind: string, date: string | null, quantity: number, document?: string): Row => {
  return { ...(date === null ? {} : { date }), kind, quantity: String(quantity), ...(document && { document }) };
};

export interface Figures {
  readonly inventory: number;
  readonly schedule?: readonly Row[];
}

/** An item with stock in these locations. */
export function stocked(number: number, locations: Readonly<Record<string, Figures>>, changes: Row = {}): Row {
  return itemRow({
    bci_itemid: idOf(number),
    bci_number: `${1900 + number}-S`,
    bci_name: `Item ${number}`,
    bci_item_itemavailability: Object.entries(locations).map(([code, { inventory, schedule }]) =>
      availabilityRow(code, inventory, { bci_schedule: schedule ? JSON.stringify(schedule) : null }),
    ),
    ...changes,
  });
}

/** A line of the quote that asks for an item. @param number of the line; its place in the quote, too */
export function line(number: number, item: number | null, quantity: number, changes: LineValues = {}): LineValues {
  return {
    productid: lookup(idOf(number, 'product'), `Product ${number}`),
    isproductoverridden: false,
    quotedetailname: `Line ${number}`,
    quantity,
    uomid: PCS,
    'unit.quantity': 1,
    'unit.baseuom': null,
    'product.bci_itemid': item === null ? null : lookup(idOf(item), `Item ${item}`, 'bci_item'),
    sequencenumber: number,
    lineitemnumber: number,
    ...changes,
  };
}

/** Puts lines, numbered from 1, and items on the form. */
export function fill(platform: QuotePlatform, items: readonly Row[], lines: readonly LineValues[]): QuotePlatform {
  for (const item of items) platform.items.set(String(item.bci_itemid), item);
  platform.lines.lines = lines.map((values, index) => [idOf(index + 1, 'line'), values] as const);
  return platform;
}
