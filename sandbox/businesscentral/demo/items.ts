import { stableId } from '../model/identifiers';
import type { Item, ItemType } from '../model/items';
import itemRows from './items.json';
import moreItemRows from './moreItems.json';

const TYPES: readonly ItemType[] = ['Inventory', 'Service', 'Non-Inventory'];

interface ItemRow {
  readonly number: string;
  readonly displayName: string;
  readonly type?: string;
  readonly itemCategoryCode: string;
  readonly baseUnitOfMeasureCode: string;
  readonly units: Item['units'];
  readonly unitPrice: number;
  readonly unitCost: number;
}

/** The items that the demo data sell, in the order of the data; made-up sales pick from them by place. */
export function soldItems(companyName: string, createdAt: string): readonly Item[] {
  return itemRows.map((row) => toItem(row, companyName, createdAt));
}

/** All items of the demo company. */
export function demoItems(companyName: string, createdAt: string): readonly Item[] {
  return [...soldItems(companyName, createdAt), ...moreItemRows.map((row) => toItem(row, companyName, createdAt))];
}

function toItem(row: ItemRow, companyName: string, createdAt: string): Item {
  const { number, displayName, itemCategoryCode, units, unitPrice, unitCost } = row;
  return {
    id: stableId(companyName, 'item', number),
    number,
    displayName,
    type: TYPES.find((type) => type === row.type) ?? 'Inventory',
    blocked: false,
    itemCategoryCode,
    unitOfMeasureCode: row.baseUnitOfMeasureCode,
    units,
    unitPrice,
    unitCost,
    modifiedAt: createdAt,
    version: 1,
  };
}
