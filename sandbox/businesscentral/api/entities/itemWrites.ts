import type { Company } from '../../model/company';
import type { Item, ItemType } from '../../model/items';
import { NO_STOCK } from '../../model/items';
import { dialogError } from '../apiError';
import type { BodyValues, Writable } from '../body';
import type { ItemRow } from '../rows';

const TYPES: readonly ItemType[] = ['Inventory', 'Service', 'Non-Inventory'];

/** What POST and PATCH take of an item. */
export const ITEM_WRITABLE: Writable = {
  number: { length: 20 },
  displayName: { length: 100 },
  type: { members: TYPES },
  blocked: {},
  unitPrice: {},
  unitCost: {},
  baseUnitOfMeasureCode: { length: 10 },
};

/** Makes an item. Throws ApiError. */
export function createItem(company: Company, body: BodyValues): ItemRow {
  const number = (body.text('number') ?? '').toUpperCase();
  if (number === '') {
    throw dialogError('No. must have a value in Item: No.=. It cannot be zero or empty.');
  }
  if (company.items.indexOfNumber(number) !== undefined) {
    throw dialogError(`The Item already exists. Identification fields and values: No.='${number}'`);
  }
  const unitOfMeasureCode = unitCodeOf(company, body) ?? 'PCS';
  const id = company.newId('item');
  company.addItem((version) => ({
    item: {
      id,
      number,
      displayName: body.text('displayName') ?? '',
      type: typeOf(body) ?? 'Inventory',
      blocked: body.flag('blocked') ?? false,
      itemCategoryCode: '',
      unitOfMeasureCode,
      units: [{ code: unitOfMeasureCode, quantityPerUnit: 1 }],
      unitPrice: body.number('unitPrice') ?? 0,
      unitCost: body.number('unitCost') ?? 0,
      modifiedAt: company.now(),
      version,
    },
    stock: NO_STOCK,
  }));
  return rowOf(company, id);
}

/** Changes an item. Throws ApiError. */
export function updateItem({ company, record }: ItemRow, body: BodyValues): ItemRow {
  const { item, stock } = record;
  if (body.has('number') && body.text('number') !== item.number) {
    throw dialogError('The local Business Central does not rename items.');
  }
  const type = typeOf(body) ?? item.type;
  if (type !== item.type && stock.entries.length > 0) {
    throw dialogError(`You cannot change the Type field on Item ${item.number} because the item has ledger entries.`);
  }
  const unitOfMeasureCode = unitCodeOf(company, body) ?? item.unitOfMeasureCode;
  if (unitOfMeasureCode !== item.unitOfMeasureCode) {
    throw dialogError('The local Business Central does not change the base unit of measure.');
  }
  const changed: Omit<Item, 'version'> = {
    ...item,
    type,
    displayName: body.text('displayName') ?? item.displayName,
    blocked: body.flag('blocked') ?? item.blocked,
    unitPrice: body.number('unitPrice') ?? item.unitPrice,
    unitCost: body.number('unitCost') ?? item.unitCost,
    modifiedAt: company.now(),
  };
  company.changeItem(indexOf(company, item.id), (version) => ({ item: { ...changed, version }, stock }));
  return rowOf(company, item.id);
}

/** Deletes an item that was never used. Throws ApiError. */
export function removeItem({ company, record: { item, stock } }: ItemRow): void {
  const onSale = company.accounts
    .indexesOfItem(item.number)
    .some((index) =>
      company.accounts
        .at(index)
        ?.orders.some(({ lines }) => lines.some(({ type, number }) => type === 'Item' && number === item.number)),
    );
  if (onSale || stock.entries.length + stock.orderLines.length + stock.transferLines.length > 0) {
    throw dialogError(
      `You cannot delete Item ${item.number} because there is at least one document or ledger entry that includes it.`,
    );
  }
  company.changeItem(indexOf(company, item.id), () => undefined);
}

function typeOf(body: BodyValues): ItemType | undefined {
  return TYPES.find((type) => type === body.text('type'));
}

function unitCodeOf(company: Company, body: BodyValues): string | undefined {
  const code = body.text('baseUnitOfMeasureCode')?.toUpperCase();
  if (code !== undefined && !company.setup.unitsOfMeasure.some((unit) => unit.code === code)) {
    throw dialogError('The "baseUnitOfMeasureCode" does not match to a Unit of Measure.');
  }
  return code;
}

function indexOf(company: Company, id: string): number {
  const index = company.items.indexOfItem(id);
  if (index === undefined) {
    throw dialogError('Item does not exist.');
  }
  return index;
}

function rowOf(company: Company, id: string): ItemRow {
  const record = company.items.at(indexOf(company, id));
  if (record === undefined) {
    throw dialogError('Item does not exist.');
  }
  return { company, record };
}
