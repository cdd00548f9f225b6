import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { paths, repository, zipPath } from './build/paths';
import { checkSolution } from './check/checkSolution';
import { describeFinding } from './check/finding';
import { findSchemas } from './check/schemas';
import type { Package } from './check/subject';
import { readFileTree } from './files/fileTree';
import { readZip } from './pack/zip';
import { readIdentity } from './solution/readIdentity';

/** `npm run check:solution`: checks what `npm run build` wrote to dist/. Exit code 1 when there is a finding. */
async function check(): Promise<void> {
  if (!existsSync(join(paths.stagedSolution, 'Other', 'Solution.xml'))) {
    throw new Error('dist/solution is missing. Run npm run build first.');
  }
  const sources = readFileTree(paths.stagedSolution);
  const { uniqueName } = readIdentity(sources);
  const unmanaged = await readPackage(zipPath(uniqueName, 'unmanaged'));
  const managed = await readPackage(zipPath(uniqueName, 'managed'));
  const schemas = findSchemas([process.env.DATAVERSE_SCHEMAS, resolve(repository, '..', 'shared', 'schemas')]);
  if (schemas === undefined) {
    report(
      "Validation against Microsoft's schemas skipped: schemas not present (set DATAVERSE_SCHEMAS to their folder).",
    );
  }
  const findings = await checkSolution(sources, unmanaged, managed, schemas);
  for (const finding of findings) report(describeFinding(finding));
  const what = `${unmanaged.name}, ${managed.name}`;
  report(findings.length === 0 ? `${what}: no findings.` : `${what}: ${findings.length} findings.`);
  if (findings.length > 0) process.exitCode = 1;
}

async function readPackage(path: string): Promise<Package> {
  const content = readFileSync(path);
  return { name: basename(path), entries: await readZip(content), size: content.length };
}

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}

check().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
