import { measureControlBundles } from './controlBundles';
import { measureControlRendering } from './controlRendering';
import { measureItems } from './items';
import { measureRefreshLatency } from './refreshLatency';
import { measureSynchronization } from './synchronization';

const measures = {
  bundles: () => Promise.resolve(measureControlBundles()),
  rendering: () => measureControlRendering(),
  items: (sizes: readonly number[]) => (sizes.length === 0 ? measureItems() : measureItems(sizes)),
  refresh: () => measureRefreshLatency(),
  synchronization: (sizes: readonly number[]) =>
    sizes.length === 0 ? measureSynchronization() : measureSynchronization(sizes),
} as const;

type Measure = keyof typeof measures;

function isMeasure(text: string): text is Measure {
  return Object.hasOwn(measures, text);
}

/**
 * `npm run bench [-- <measure>… <size>…]`: prints one JSON object on stdout; without arguments everything, with
 * 1,000, 10,000 and 100,000 customers, and with 1,000 and 50,000 items. Times depend on the machine; counts and ratios do not.
 */
async function run(): Promise<void> {
  const named = process.argv.slice(2).filter(isMeasure);
  const sizes = process.argv.slice(2).filter((text) => /^\d+$/.test(text));
  const chosen = named.length === 0 ? Object.keys(measures).filter(isMeasure) : named;
  const figures: Partial<Record<Measure, unknown>> = {};
  for (const name of chosen) {
    process.stderr.write(`Measuring ${name} …\n`);
    figures[name] = await measures[name](sizes.map(Number));
  }
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The benchmark failed.'}\n`);
  process.exitCode = 1;
});
