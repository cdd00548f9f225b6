import type { Item } from '../model/items';
import { itemRandom } from './itemGeneration';
import type { ItemGeneration } from './itemGeneration';
import { GOODS, MATERIALS } from './names';

/** The item at an index: nine in ten have stock, three in ten are also sold in boxes of ten. */
export function generatedItem(generation: ItemGeneration, index: number): Item {
  const { setup, ids, numbers } = generation;
  const random = itemRandom(generation, index, 'item');
  const type = random.chance(0.9) ? 'Inventory' : random.chance(0.6) ? 'Service' : 'Non-Inventory';
  const base = type === 'Service' ? 'HOUR' : 'PCS';
  const unitPrice = random.whole(20, 90_000) / 100;
  return {
    id: ids.format(index),
    number: numbers.item(index),
    displayName: `${random.pick(MATERIALS)} ${random.pick(GOODS)} ${index + 1}`,
    type,
    blocked: random.chance(0.02),
    itemCategoryCode: 'MISC',
    unitOfMeasureCode: base,
    units: [
      { code: base, quantityPerUnit: 1 },
      ...(type === 'Inventory' && random.chance(0.3) ? [{ code: 'BOX', quantityPerUnit: 10 }] : []),
    ],
    unitPrice,
    unitCost: Math.round(unitPrice * 78) / 100,
    modifiedAt: setup.createdAt,
    version: 1,
  };
}
