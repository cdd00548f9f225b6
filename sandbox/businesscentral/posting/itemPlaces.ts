import type { Company } from '../model/company';
import type { Item, ItemRecord, ItemUnit } from '../model/items';
import { PostingError } from './postingError';

export interface ItemPlace {
  readonly index: number;
  readonly record: ItemRecord;
}

/** An item with its place; throws PostingError when there is none of this number. */
export function itemOf(company: Company, itemNumber: string): ItemPlace {
  const index = company.items.indexOfNumber(itemNumber);
  const record = index === undefined ? undefined : company.items.at(index);
  if (index === undefined || record === undefined) {
    throw new PostingError('Item does not exist.');
  }
  return { index, record };
}

/** An item that documents may be made of. Throws PostingError when it does not exist or is blocked. */
export function tradableItem(company: Company, itemNumber: string): Item {
  const { item } = itemOf(company, itemNumber).record;
  if (item.blocked) {
    throw new PostingError(`Blocked must be equal to 'No'  in Item: No.=${item.number}. Current value is 'Yes'.`);
  }
  return item;
}

/** An item that has stock. Throws PostingError. */
export function stockedItem(company: Company, itemNumber: string): Item {
  const item = tradableItem(company, itemNumber);
  if (item.type !== 'Inventory') {
    throw new PostingError(
      `Type must be equal to 'Inventory'  in Item: No.=${item.number}. Current value is '${item.type}'.`,
    );
  }
  return item;
}

/** A unit of an item, its base unit when none is named. Throws PostingError when the item has no such unit. */
export function itemUnit(item: Item, code: string | undefined): ItemUnit {
  const wanted = code === undefined || code === '' ? item.unitOfMeasureCode : code.toUpperCase();
  const unit = item.units.find((candidate) => candidate.code === wanted);
  if (unit === undefined) {
    throw new PostingError(
      `The Item Unit of Measure does not exist. Identification fields and values: Item No.='${item.number}',Code='${wanted}'`,
    );
  }
  return unit;
}

/** The code of a location as it is kept; empty = the blank location. Throws PostingError when there is none. */
export function locationOf(company: Company, code: string): string {
  const wanted = code.toUpperCase();
  if (wanted !== '' && !company.setup.locations.some((location) => location.code === wanted)) {
    throw new PostingError(`The Location does not exist. Identification fields and values: Code='${wanted}'`);
  }
  return wanted;
}
