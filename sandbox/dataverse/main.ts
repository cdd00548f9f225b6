import { readFileSync } from 'node:fs';

import { startDataverse } from './server';

/**
 * Starts a local Dataverse: `tsx sandbox/dataverse/main.ts [solution.zip …]`.
 * PORT moves it from 4700, HOST from 127.0.0.1. It ends with SIGINT or SIGTERM.
 */
async function main(files: readonly string[]): Promise<void> {
  const port = Number(process.env.PORT ?? '4700');
  const dataverse = await startDataverse({ port, host: process.env.HOST ?? '127.0.0.1' });
  for (const file of files) {
    dataverse.importSolution(readFileSync(file));
    process.stdout.write(`Imported ${file}\n`);
  }
  process.stdout.write(`Dataverse is at ${dataverse.url}/api/data/v9.2/\n`);
  const stop = (): void => void dataverse.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
