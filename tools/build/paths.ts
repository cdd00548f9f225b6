import { join, resolve } from 'node:path';

/** The repository's folder. */
export const repository = resolve(__dirname, '..', '..');

/** Where the build reads and writes, as absolute paths. */
export const paths = {
  solutionSources: join(repository, 'solution'),
  generatedTables: join(repository, 'dataverse', 'generated'),
  controls: join(repository, 'controls'),
  webResources: join(repository, 'webresources'),
  serviceEntry: join(repository, 'service', 'main.ts'),
  cache: join(repository, '.cache', 'build'),
  dist: join(repository, 'dist'),
  builtControls: join(repository, 'dist', 'controls'),
  builtWebResources: join(repository, 'dist', 'webresources'),
  /** The complete SolutionPackager layout: sources with everything that was built. `pac solution pack` takes it. */
  stagedSolution: join(repository, 'dist', 'solution'),
  service: join(repository, 'dist', 'service', 'bci.js'),
};

/** The zip of a package type: `<unique name>.zip`, `<unique name>_managed.zip`. */
export function zipPath(uniqueName: string, packageType: 'unmanaged' | 'managed'): string {
  return join(paths.dist, `${uniqueName}${packageType === 'managed' ? '_managed' : ''}.zip`);
}
