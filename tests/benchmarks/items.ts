import { measureSync, startMeasuredSides, type MeasuredSync } from './serviceSides';

const LOCATIONS = 10;

export interface ItemFigures {
  readonly items: number;
  readonly locations: number;
  /** Its written rows are items, and items by location. */
  readonly first: MeasuredSync;
  /** The same company again: it should write no row. */
  readonly unchanged: MeasuredSync;
}

/** Synchronizes generated items twice each. @throws {Error} before `npm run build` */
export async function measureItems(sizes: readonly number[] = [1_000, 50_000]): Promise<readonly ItemFigures[]> {
  const figures: ItemFigures[] = [];
  for (const items of sizes) {
    const sides = await startMeasuredSides({ items, locations: LOCATIONS });
    try {
      const first = await measureSync(sides);
      const unchanged = await measureSync(sides);
      figures.push({
        items,
        locations: LOCATIONS,
        first,
        unchanged,
      });
    } finally {
      await sides.close();
    }
  }
  return figures;
}
