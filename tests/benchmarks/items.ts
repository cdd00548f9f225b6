import { z } from 'zod';
import { measureSync, startMeasuredSides, type MeasuredSides, type MeasuredSync } from './serviceSides';

const LOCATIONS = 10;

export interface ItemFigures {
  readonly items: number;
  readonly locations: number;
  /** Rows of items by location in Dataverse after the first run. */
  readonly rowsByLocation: number;
  readonly first: MeasuredSync;
  /** The same company again: it should write no row. */
  readonly unchanged: MeasuredSync;
}

const countSchema = z.object({ value: z.array(z.object({ rows: z.number() })) });

async function rowsByLocation({ dataverse, environment }: MeasuredSides): Promise<number> {
  const query = '$apply=aggregate($count as rows)';
  const answer = await fetch(`${dataverse.url}/api/data/v9.2/bci_itemavailabilities?${query}`, {
    headers: { Authorization: `Bearer ${environment.BCI_DATAVERSE_TOKEN ?? ''}` },
  });
  const parsed = countSchema.safeParse(await answer.json());
  return parsed.success ? (parsed.data.value[0]?.rows ?? 0) : Number.NaN;
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
        rowsByLocation: await rowsByLocation(sides),
        first,
        unchanged,
      });
    } finally {
      await sides.close();
    }
  }
  return figures;
}
