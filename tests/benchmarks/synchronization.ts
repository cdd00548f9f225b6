import { measureSync, startMeasuredSides, type MeasuredSync } from './serviceSides';

export interface SynchronizationFigures {
  readonly customers: number;
  readonly first: MeasuredSync;
  /** The same company again: it should write no row. */
  readonly unchanged: MeasuredSync;
}

/** Synchronizes generated companies twice each. @throws {Error} before `npm run build` */
export async function measureSynchronization(
  sizes: readonly number[] = [1_000, 10_000, 100_000],
): Promise<readonly SynchronizationFigures[]> {
  const figures: SynchronizationFigures[] = [];
  for (const customers of sizes) {
    const sides = await startMeasuredSides({ customers });
    try {
      figures.push({ customers, first: await measureSync(sides), unchanged: await measureSync(sides) });
    } finally {
      await sides.close();
    }
  }
  return figures;
}
