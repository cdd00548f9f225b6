import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stageSolution } from '../../tools/build/stageSolution';
import { controlName } from '../../tools/build/controlOutput';
import { checkSolution } from '../../tools/check/checkSolution';
import type { Finding } from '../../tools/check/finding';
import type { Package } from '../../tools/check/subject';
import { readFileTree, type FileTree } from '../../tools/files/fileTree';
import { packEntries } from '../../tools/pack/packSolution';

export const repository = resolve(__dirname, '..', '..');

/** The solution's real sources with its real controls, whose code is left out: nothing needs to be built first. */
export const staged: FileTree = stageSolution(
  readFileTree(join(repository, 'solution')),
  'bci',
  readControls(),
  new Map([...readIcons(), ...readScripts()]),
);

function readIcons(): FileTree {
  const files = readFileTree(join(repository, 'webresources', 'icons'));
  return new Map([...files].map(([path, content]) => [`WebResources/bci_/icons/${path}`, content]));
}

/** Scripts of forms: the functions that they export, without what these do. */
function readScripts(): FileTree {
  const files = [...readFileTree(join(repository, 'webresources', 'forms'))].filter(([path]) => /^\w+\.ts$/.test(path));
  return new Map(
    files.map(([path, content]) => {
      const name = path.replace(/\.ts$/, '');
      const functions = Buffer.from(content).toString().matchAll(/^export function (\w+)/gm);
      const members = [...functions].map(([, member = '']) => `${member}: function () {}`);
      const script = `var BusinessCentral = { ${capitalized(name)}: { ${members.join(', ')} } };`;
      return [`WebResources/bci_/forms/${name}.js`, Buffer.from(script)];
    }),
  );
}

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function readControls(): { name: string; files: FileTree }[] {
  const controls = join(repository, 'controls');
  const folders = readdirSync(controls).filter((name) => existsSync(join(controls, name, 'ControlManifest.Input.xml')));
  return folders.map((folder) => {
    const input = readFileSync(join(controls, folder, 'ControlManifest.Input.xml'), 'utf8');
    const manifest = Buffer.from(input.replace(/(<code path=")[^"]+/, '$1bundle.js'));
    const resources = [...readFileTree(join(controls, folder))].filter(([path]) => /^(strings|css|img)\//.test(path));
    const name = controlName(manifest, folder);
    const bundle = Buffer.from(`ComponentFramework.registerControl('${name}', class {});`);
    return { name, files: new Map([['ControlManifest.xml', manifest], ['bundle.js', bundle], ...resources]) };
  });
}

/** Packs both types without writing a zip. Entries that are equal are the same object, so that they are read once. */
export function packagesOf(sources: FileTree): { unmanaged: Package; managed: Package } {
  const unmanaged = packEntries(sources, 'unmanaged');
  const managed = [...packEntries(sources, 'managed')].map(([path, content]) => {
    const other = unmanaged.get(path);
    return [path, other !== undefined && Buffer.compare(other, content) === 0 ? other : content] as const;
  });
  return {
    unmanaged: { name: 'unmanaged.zip', entries: unmanaged, size: 1000 },
    managed: { name: 'managed.zip', entries: new Map(managed), size: 1000 },
  };
}

/** The zips of the faultless sources. */
export const pristine = packagesOf(staged);

/** What the check says about these sources, beside zips that were packed from faultless ones. */
export function findingsIn(sources: FileTree): Promise<Finding[]> {
  return checkSolution(sources, pristine.unmanaged, pristine.managed, undefined);
}

/** What the check says about these sources and the zips that they give. */
export function findingsInPacked(sources: FileTree, schemas?: string): Promise<Finding[]> {
  const { unmanaged, managed } = packagesOf(sources);
  return checkSolution(sources, unmanaged, managed, schemas);
}

/** The kinds of faults that the check finds in these sources. */
export async function codesIn(sources: FileTree): Promise<string[]> {
  return (await findingsIn(sources)).map((finding) => finding.code);
}

/** A copy of the sources in which one text of one file is replaced; fails when the text is not there. */
export function edited(sources: FileTree, file: RegExp, from: string | RegExp, to: string): Map<string, Uint8Array> {
  const path = [...sources.keys()].find((candidate) => file.test(candidate));
  if (path === undefined) throw new Error(`No file matches ${String(file)}.`);
  const text = Buffer.from(sources.get(path) ?? '').toString();
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} does not hold ${String(from)}.`);
  return new Map([...sources, [path, Buffer.from(changed)]]);
}

/** A copy of the sources with one more file. */
export function added(sources: FileTree, path: string, text: string): Map<string, Uint8Array> {
  return new Map([...sources, [path, Buffer.from(text)]]);
}

/** A copy of the sources without the files that match. */
export function removed(sources: FileTree, file: RegExp): Map<string, Uint8Array> {
  const rest = [...sources].filter(([path]) => !file.test(path));
  if (rest.length === sources.size) throw new Error(`No file matches ${String(file)}.`);
  return new Map(rest);
}
