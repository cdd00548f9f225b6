import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { GeneratedCompanyOptions } from '../../sandbox/businesscentral/generator/generatedCompany';
import { startBusinessCentral, type LocalBusinessCentral } from '../../sandbox/businesscentral/server';
import { startDataverse, type RunningDataverse } from '../../sandbox/dataverse/server';

const root = join(__dirname, '../..');
const service = join(root, 'dist/service/bci.js');
const solution = join(root, 'dist/BusinessCentralIntegration.zip');

const memorySchema = z.object({ peakKilobytes: z.number(), cpuSeconds: z.number(), samples: z.array(z.number()) });
const syncSchema = z.object({
  exitCode: z.number(),
  companies: z.array(
    z.object({
      result: z.object({
        rowsRead: z.number(),
        rowsWritten: z.number(),
        rowsUnchanged: z.number(),
        rowsFailed: z.number(),
        requestCount: z.number(),
      }),
    }),
  ),
});

/** Both local sides, in this process; the service runs in one of its own. */
export interface MeasuredSides {
  readonly businessCentral: LocalBusinessCentral;
  readonly dataverse: RunningDataverse;
  readonly environment: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

export interface MeasuredSync {
  readonly seconds: number;
  /** Processor time of the service alone; the local sides run beside it. */
  readonly cpuSeconds: number;
  readonly requests: number;
  readonly rowsRead: number;
  readonly rowsWritten: number;
  readonly rowsUnchanged: number;
  readonly rowsFailed: number;
  readonly peakMegabytes: number;
  /** Highest resident memory in each tenth of the run, in megabytes: flat is what it should be. */
  readonly megabytesOverTime: readonly number[];
}

/** @throws {Error} before `npm run build` */
export async function startMeasuredSides(company: Partial<GeneratedCompanyOptions>): Promise<MeasuredSides> {
  for (const file of [service, solution]) {
    if (!existsSync(file)) throw new Error(`${file} is missing: run \`npm run build\` first.`);
  }
  const businessCentral = await startBusinessCentral({
    demo: false,
    generated: [{ customers: 1, seed: 'benchmark', ...company }],
  });
  const dataverse = await startDataverse({ port: 0 });
  dataverse.importSolution(readFileSync(solution));
  return {
    businessCentral,
    dataverse,
    environment: {
      BCI_BUSINESS_CENTRAL_URL: businessCentral.url,
      BCI_TENANT_ID: 'contoso.com',
      BCI_ENVIRONMENT: 'Sandbox',
      BCI_BUSINESS_CENTRAL_TOKEN: 'sandbox-business-central',
      BCI_DATAVERSE_URL: dataverse.url,
      BCI_DATAVERSE_TOKEN: 'sync@cronus.example',
    },
    close: async () => {
      await dataverse.close();
      await businessCentral.close();
    },
  };
}

function peaks(samples: readonly number[]): readonly number[] {
  const tenths = Math.min(10, samples.length);
  return Array.from({ length: tenths }, (_, tenth) => {
    const from = Math.floor((tenth * samples.length) / tenths);
    const to = Math.floor(((tenth + 1) * samples.length) / tenths);
    return Math.round(Math.max(...samples.slice(from, to)) / 1024);
  });
}

/** Runs `bci sync` as its users do and measures it from outside. @throws {Error} when it fails */
export async function measureSync(sides: MeasuredSides): Promise<MeasuredSync> {
  const folder = mkdtempSync(join(tmpdir(), 'bci-benchmark-'));
  const probe = join(folder, 'memory.json');
  const started = performance.now();
  const child = spawn(process.execPath, ['--require', join(__dirname, 'memoryProbe.cjs'), service, 'sync', '--json'], {
    env: { PATH: process.env.PATH, ...sides.environment, MEMORY_PROBE_FILE: probe },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, error] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  await once(child, 'close');
  const seconds = (performance.now() - started) / 1000;
  if (child.exitCode !== 0) throw new Error(`bci sync ended with ${child.exitCode}:\n${out}\n${error.slice(-2000)}`);
  const memory = memorySchema.parse(JSON.parse(readFileSync(probe, 'utf8')));
  rmSync(folder, { recursive: true });
  const result = syncSchema.parse(JSON.parse(out)).companies[0]?.result;
  if (result === undefined) throw new Error('bci sync named no company.');
  const { requestCount, ...rows } = result;
  return {
    seconds: Math.round(seconds * 10) / 10,
    cpuSeconds: Math.round(memory.cpuSeconds * 10) / 10,
    requests: requestCount,
    ...rows,
    peakMegabytes: Math.round(memory.peakKilobytes / 1024),
    megabytesOverTime: peaks(memory.samples),
  };
}
