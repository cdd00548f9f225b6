import { join } from 'node:path';
import { paths } from './build/paths';
import { readFileTree } from './files/fileTree';
import { choosePackaging } from './pac/choosePackaging';
import { readIdentity } from './solution/readIdentity';

/** `npm run pack:pac`: packs what `npm run build` staged with Microsoft's own tool, for comparison. Optional. */
async function packWithPac(): Promise<void> {
  const { uniqueName } = readIdentity(readFileTree(paths.stagedSolution));
  const packaging = await choosePackaging(process.env.PAC_PATH ?? 'pac');
  const zipFile = join(paths.dist, 'pac', `${uniqueName}.zip`);
  const lines = await packaging.pack({ folder: paths.stagedSolution, zipFile });
  process.stdout.write([...lines, `Packed with ${packaging.name}: ${zipFile}`].join('\n') + '\n');
}

packWithPac().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
