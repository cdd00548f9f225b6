import { compareTexts } from './collation';
import { NO_STOCK } from './items';
import type { Item, ItemSource } from './items';

/** Items that are all in memory, without stock, in the order of their numbers. */
export function itemList(items: readonly Item[]): ItemSource {
  const sorted = [...items].sort((left, right) => compareTexts(left.number, right.number));
  const numbers = new Map(sorted.map(({ number }, index) => [number, index]));
  const ids = new Map(sorted.map(({ id }, index) => [id, index]));
  const itemAt = (index: number): Item => {
    const item = sorted[index];
    if (item === undefined) {
      throw new RangeError(`There is no item ${index}.`);
    }
    return item;
  };
  return {
    count: sorted.length,
    at: (index) => ({ item: itemAt(index), stock: NO_STOCK }),
    numberAt: (index) => itemAt(index).number,
    indexOfNumber: (number) => numbers.get(number),
    indexOfItem: (id) => ids.get(id),
    indexesOfDocument: () => [],
    indexOfEntry: () => undefined,
  };
}
