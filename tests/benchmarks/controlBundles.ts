import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const builtControls = join(__dirname, '../../dist/controls');

export interface BundleSize {
  readonly control: string;
  readonly rawBytes: number;
  readonly gzipBytes: number;
}

/** Sizes of the built controls' bundles, as a browser gets them. @throws {Error} before `npm run build` */
export function measureControlBundles(): readonly BundleSize[] {
  return readdirSync(builtControls).map((control) => {
    const bundle = readFileSync(join(builtControls, control, 'bundle.js'));
    return { control, rawBytes: bundle.length, gzipBytes: gzipSync(bundle, { level: 9 }).length };
  });
}
