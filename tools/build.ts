import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildControls } from './build/buildControls';
import { buildService, buildWebResources } from './build/buildScripts';
import { controlBudget, demandBudget } from './build/controlOutput';
import { paths, zipPath } from './build/paths';
import { stageSolution } from './build/stageSolution';
import { readFileTree, replaceFolder, type FileTree } from './files/fileTree';
import { generateTables } from './generate/generateTables';
import { packSolution } from './pack/packSolution';
import { readIdentity } from './solution/readIdentity';

/** `npm run build`: everything between the sources and dist/, in the order in which one needs the other. */
async function build(): Promise<void> {
  const sources = readFileTree(paths.solutionSources);
  const identity = readIdentity(sources);
  report(`${identity.uniqueName} ${identity.version}`);
  writeGeneratedTables(sources);

  const controls = await buildControls();
  for (const control of controls) {
    report(
      `  control ${control.name}: ${kilobytes(control.size.raw)} of ${kilobytes(controlBudget.raw)}, ` +
        `gzip ${kilobytes(control.size.gzip)} of ${kilobytes(controlBudget.gzip)}${control.rebuilt ? '' : ' (unchanged)'}`,
    );
  }
  const webResources = await buildWebResources(sources);
  replaceFolder(paths.builtWebResources, webResources);

  const staged = stageSolution(sources, identity.prefix, controls, webResources);
  replaceFolder(paths.stagedSolution, staged);
  for (const packageType of ['unmanaged', 'managed'] as const) {
    const zip = await packSolution(staged, packageType);
    const target = zipPath(identity.uniqueName, packageType);
    writeFileSync(target, zip);
    report(`  ${packageType} solution: ${kilobytes(zip.length)} ${target}`);
  }
  await writeService();
  // Last, so that what is too large can be tried and looked into.
  demandBudget(controls);
}

function writeGeneratedTables(sources: FileTree): void {
  const generated = generateTables(sources);
  const current = readFileTree(paths.generatedTables);
  const same =
    generated.size === current.size && [...generated].every(([name, text]) => isEqual(text, current.get(name)));
  if (!same) replaceFolder(paths.generatedTables, generated);
  report(`  table constants: ${generated.size} tables${same ? ' (unchanged)' : ''}`);
}

async function writeService(): Promise<void> {
  const service = await buildService();
  if (service === undefined) return;
  mkdirSync(dirname(paths.service), { recursive: true });
  writeFileSync(paths.service, service, { mode: 0o755 });
  report(`  service: ${kilobytes(service.length)} ${paths.service}`);
}

function isEqual(left: Uint8Array, right: Uint8Array | undefined): boolean {
  return right !== undefined && Buffer.compare(left, right) === 0;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}

build().catch((error: unknown) => {
  process.stderr.write(`Build failed. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
