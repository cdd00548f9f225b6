import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readFileTree, replaceFolder, type FileTree } from '../files/fileTree';
import { BuildError } from './buildError';
import { controlName, measureControl, verifyControlOutput, type ControlSize } from './controlOutput';
import { collectFiles, hashOf } from './inputHash';
import { paths, repository } from './paths';

export interface BuiltControl {
  /** `<namespace>.<constructor>`, without the publisher's prefix. */
  readonly name: string;
  readonly files: FileTree;
  readonly size: ControlSize;
  /** False when nothing had changed since the last build. */
  readonly rebuilt: boolean;
}

const manifestFile = 'ControlManifest.Input.xml';

/**
 * Builds every folder of controls/ that has a manifest, for production, into dist/controls/<folder>/.
 * @throws BuildError when one fails
 */
export async function buildControls(): Promise<BuiltControl[]> {
  const folders = readdirSync(paths.controls).filter((folder) =>
    existsSync(join(paths.controls, folder, manifestFile)),
  );
  return Promise.all(folders.map(buildControl));
}

async function buildControl(folder: string): Promise<BuiltControl> {
  const source = join(paths.controls, folder);
  const name = controlName(readFileSync(join(source, manifestFile)), `controls/${folder}/${manifestFile}`);
  const target = join(paths.builtControls, folder);
  const inputs = hashOf(controlInputs(source));
  const record = join(paths.cache, `control-${folder}.json`);
  const known = readFileTree(target);
  if (isUnchanged(record, inputs, known)) {
    return { name, files: known, size: measureControl(known), rebuilt: false };
  }
  const fresh = join(paths.cache, 'controls', folder);
  rmSync(fresh, { recursive: true, force: true });
  const log = await runPcfScripts(source, fresh);
  const files = readFileTree(fresh);
  verifyControlOutput(name, files, log);
  const size = measureControl(files);
  replaceFolder(target, files);
  mkdirSync(paths.cache, { recursive: true });
  writeFileSync(record, JSON.stringify({ inputs, outputs: hashOf(files) }));
  return { name, files, size, rebuilt: true };
}

/** Everything that can change a control's bundle. */
function controlInputs(source: string): FileTree {
  const inRepository = ['controls/shared', 'controls/tsconfig.json', 'domain', 'dataverse', 'tools/build'];
  const configuration = ['tsconfig.json', 'tsconfig.browser.json', 'package-lock.json'];
  const inputs = [source, ...[...inRepository, ...configuration].map((path) => join(repository, path))];
  return collectFiles(repository, inputs, /^controls\/[^/]+\/(generated|out|node_modules)\//);
}

function isUnchanged(record: string, inputs: string, outputs: FileTree): boolean {
  if (!existsSync(record) || outputs.size === 0) return false;
  return readFileSync(record, 'utf8') === JSON.stringify({ inputs, outputs: hashOf(outputs) });
}

/**
 * pcf-scripts builds the manifests at or below its working directory, so each control is built in its own folder. Its
 * exit code says nothing; what it printed is returned to be judged.
 */
async function runPcfScripts(source: string, output: string): Promise<string> {
  const script = createRequire(__filename).resolve('pcf-scripts/bin/pcf-scripts.js');
  const options = ['build', '--buildMode', 'production', '--outDir', output, '--noColor'];
  const home = join(paths.cache, 'home');
  mkdirSync(home, { recursive: true });
  const environment = {
    ...process.env,
    PP_TOOLS_TELEMETRY_OPTOUT: '1',
    NO_COLOR: '1',
    // Opted out or not, it writes a settings file for telemetry into the user's folder.
    HOME: home,
    LOCALAPPDATA: home,
  };
  const log = await new Promise<string>((resolve, reject) => {
    let text = '';
    const child = spawn(process.execPath, [script, ...options], { cwd: source, env: environment });
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.on('error', (error) => reject(new BuildError(`pcf-scripts could not be started: ${error.message}`)));
    child.on('close', () => resolve(text));
  });
  // On macOS it takes `~` for a folder's name.
  rmSync(join(source, '~'), { recursive: true, force: true });
  return log;
}
