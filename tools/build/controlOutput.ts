import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import type { FileTree } from '../files/fileTree';
import { attributeOf, childOf, withDescendants } from '../xml/element';
import { parseXml } from '../xml/parse';
import { BuildError } from './buildError';

/**
 * What a control may weigh in a browser, in bytes. The aim for the compressed size is 12,000, which the figures of an
 * account keep; the two controls of items are above it by some hundred bytes.
 */
export const controlBudget = { raw: 40_000, gzip: 13_000 };

export interface ControlSize {
  readonly raw: number;
  readonly gzip: number;
}

/** The control's packed name without the publisher's prefix: `<namespace>.<constructor>`. */
export function controlName(manifest: Uint8Array, file: string): string {
  const control = childOf(parseXml(manifest, file), 'control');
  return `${attributeOf(control, 'namespace')}.${attributeOf(control, 'constructor')}`;
}

/**
 * Makes sure that what pcf-scripts wrote is a whole control: it ends with success even when it failed.
 * @param name `<namespace>.<constructor>`
 * @param log everything that pcf-scripts printed
 * @throws BuildError when its log reports an error, or a part is missing or cannot be read
 */
export function verifyControlOutput(name: string, output: FileTree, log: string): void {
  const fail = (reason: string): never => {
    throw new BuildError(`Control ${name}: ${reason}\n${log.trim()}`);
  };
  if (/\[Error\]|\bFailed:|\bERROR\b/.test(log)) fail('pcf-scripts reported an error.');
  if (!/\bSucceeded\b/.test(log)) fail('pcf-scripts did not report success.');
  const bundle = output.get('bundle.js');
  const manifest = output.get('ControlManifest.xml');
  if (bundle === undefined || manifest === undefined) return fail('bundle.js or ControlManifest.xml was not written.');
  if (controlName(manifest, 'ControlManifest.xml') !== name) fail('ControlManifest.xml describes another control.');
  for (const element of withDescendants(parseXml(manifest, 'ControlManifest.xml'))) {
    const path = ['code', 'resx', 'css', 'img'].includes(element.name) ? attributeOf(element, 'path') : '';
    if (path !== '' && !output.has(path)) fail(`${path} is named in the manifest but was not written.`);
  }
  verifyBundle(name, new TextDecoder().decode(bundle), fail);
}

function verifyBundle(name: string, bundle: string, fail: (reason: string) => never): void {
  try {
    new Script(bundle, { filename: 'bundle.js' });
  } catch (error) {
    fail(`bundle.js is not JavaScript: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!bundle.includes(`registerControl('${name}'`)) fail('bundle.js does not register the control.');
}

/** What a control's bundle weighs. */
export function measureControl(output: FileTree): ControlSize {
  const bundle = output.get('bundle.js') ?? new Uint8Array();
  return { raw: bundle.length, gzip: gzipSync(bundle, { level: 9 }).length };
}

/** @throws BuildError naming every control that is larger than {@link controlBudget}. */
export function demandBudget(controls: readonly { readonly name: string; readonly size: ControlSize }[]): void {
  const large = controls.filter(({ size }) => size.raw > controlBudget.raw || size.gzip > controlBudget.gzip);
  if (large.length === 0) return;
  const sizes = large.map(({ name, size }) => `${name} has ${size.raw} bytes (${size.gzip} with gzip)`);
  throw new BuildError(
    `${sizes.join(', ')}; ${controlBudget.raw} (${controlBudget.gzip}) are allowed. ` +
      'Import less, or share it with the platform libraries.',
  );
}
