import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { FileTree } from '../files/fileTree';
import { BuildError } from './buildError';
import { paths, repository } from './paths';

const description = /^WebResources\/[^/]+\/(.+)\.data\.xml$/;

/**
 * Builds the web resources that the solution describes but does not hold: `WebResources/bci_/<path>.js` from
 * `webresources/<path>.ts` (or .tsx), other types by copying `webresources/<path>`.
 * @returns their content by path in the solution's layout
 * @throws BuildError when a source is missing or does not compile
 */
export async function buildWebResources(sources: FileTree): Promise<Map<string, Uint8Array>> {
  const built = new Map<string, Uint8Array>();
  for (const path of sources.keys()) {
    const resource = description.exec(path)?.[1];
    const contentPath = path.replace(/\.data\.xml$/, '');
    if (resource !== undefined && !sources.has(contentPath)) built.set(contentPath, await buildWebResource(resource));
  }
  return built;
}

async function buildWebResource(resource: string): Promise<Uint8Array> {
  const source = join(paths.webResources, resource);
  const candidates = resource.endsWith('.js') ? [source.replace(/js$/, 'ts'), source.replace(/js$/, 'tsx')] : [source];
  const entry = candidates.find((candidate) => existsSync(candidate));
  if (entry === undefined)
    throw new BuildError(`webresources/${resource} is described in solution/ but has no source.`);
  return entry === source ? readFileSync(source) : bundleForForms(entry);
}

/** A script as forms load it: one global `BusinessCentral.<FileName>` that holds what the module exports. */
async function bundleForForms(entry: string): Promise<Uint8Array> {
  const result = await build({
    ...common,
    entryPoints: [entry],
    platform: 'browser',
    // The newest syntax that Dataverse's solution checker reads.
    target: 'es2018',
    format: 'iife',
    globalName: `BusinessCentral.${globalName(entry)}`,
    minify: true,
    tsconfig: join(repository, 'tsconfig.browser.json'),
  });
  return onlyOutput(result.outputFiles);
}

function globalName(entry: string): string {
  const name = entry.replace(/^.*[\\/]/, '').replace(/\.tsx?$/, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The service with all it needs in one file that Node runs; undefined while the service has no entry. */
export async function buildService(): Promise<Uint8Array | undefined> {
  if (!existsSync(paths.serviceEntry)) return undefined;
  const result = await build({
    ...common,
    entryPoints: [paths.serviceEntry],
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
    tsconfig: join(repository, 'tsconfig.node.json'),
  });
  return onlyOutput(result.outputFiles);
}

const common = {
  absWorkingDir: repository,
  bundle: true,
  write: false,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
} as const;

function onlyOutput(files: readonly { contents: Uint8Array }[]): Uint8Array {
  const [file] = files;
  if (file === undefined) throw new BuildError('esbuild wrote nothing.');
  return file.contents;
}
