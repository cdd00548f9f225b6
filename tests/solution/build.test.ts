import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BuildError } from '../../tools/build/buildError';
import { buildWebResources } from '../../tools/build/buildScripts';
import { controlBudget, controlName, demandBudget, measureControl, verifyControlOutput } from '../../tools/build/controlOutput';
import { collectFiles, hashOf } from '../../tools/build/inputHash';
import { stageSolution } from '../../tools/build/stageSolution';
import { replaceFolder, writeFiles } from '../../tools/files/fileTree';
import { repository } from './stagedSolution';

const name = 'BusinessCentral.Sample';
const succeeded = '[1:00:00 PM] [build] Succeeded';
const manifest =
  '<manifest><control namespace="BusinessCentral" constructor="Sample"><resources><code path="bundle.js" /><resx path="strings/Sample.1033.resx" /></resources></control></manifest>';
const bundle = `ComponentFramework.registerControl('${name}', class {});`;

function output(change: Readonly<Record<string, string>> = {}, missing?: string): Map<string, Uint8Array> {
  const files = { 'ControlManifest.xml': manifest, 'bundle.js': bundle, 'strings/Sample.1033.resx': '<root />', ...change };
  const present = Object.entries(files).filter(([path]) => path !== missing);
  return new Map(present.map(([path, text]) => [path, Buffer.from(text)]));
}

describe('What pcf-scripts wrote', () => {
  it('is taken when everything is there', () => {
    expect(() => verifyControlOutput(name, output(), succeeded)).not.toThrow();
  });

  // Its exit code is 0 in all of these.
  it.each([
    ['its log reports an error', output(), `${succeeded}\n[pcf-1033] [Error] An error occurred compiling`, 'reported an error'],
    ['its log reports a failure', output(), '[build] Failed:', 'reported an error'],
    ['the bundler reports an error', output(), `ERROR in index.ts\n${succeeded}`, 'reported an error'],
    ['its log ends without success', output(), '[build] Compiling...', 'did not report success'],
    ['the bundle is missing', output({}, 'bundle.js'), succeeded, 'was not written'],
    ['the manifest is missing', output({}, 'ControlManifest.xml'), succeeded, 'was not written'],
    ['a text file is missing', output({}, 'strings/Sample.1033.resx'), succeeded, 'strings/Sample.1033.resx is named'],
    ['the bundle is cut off', output({ 'bundle.js': bundle.slice(0, -5) }), succeeded, 'is not JavaScript'],
    ['the bundle registers another control', output({ 'bundle.js': bundle.replace('Sample', 'Other') }), succeeded, 'does not register'],
    ['the manifest is that of another control', output({ 'ControlManifest.xml': manifest.replace('Sample"', 'Other"') }), succeeded, 'describes another control'],
  ])('is refused when %s', (_name, files, log, reason) => {
    expect(() => verifyControlOutput(name, files, log)).toThrow(BuildError);
    expect(() => verifyControlOutput(name, files, log)).toThrow(reason);
  });

  it('names the control by namespace and constructor', () => {
    expect(controlName(Buffer.from(manifest), 'a.xml')).toBe(name);
  });
});

describe('The size of a control', () => {
  it('is measured as it is and with gzip', () => {
    const size = measureControl(output({ 'bundle.js': 'a'.repeat(1000) }));
    expect(size.raw).toBe(1000);
    expect(size.gzip).toBeLessThan(100);
  });

  it('must keep to the budget', () => {
    const large = output({ 'bundle.js': 'a'.repeat(controlBudget.raw + 1) });
    expect(() => demandBudget([{ name, size: measureControl(large) }])).toThrow(`${controlBudget.raw + 1} bytes`);
  });

  it('must keep to the budget with gzip too', () => {
    const dense = output({ 'bundle.js': randomBytes(controlBudget.gzip).toString('latin1') });
    expect(() => demandBudget([{ name, size: measureControl(dense) }])).toThrow(/\(\d+ with gzip\)/);
  });
});

describe('Controls that are too large', () => {
  it('are all named at once, and only they', () => {
    const sized = (control: string, raw: number) => ({ name: control, size: { raw, gzip: 10 } });
    const controls = [sized('A.Small', 10), sized('A.Large', controlBudget.raw + 1), sized('A.Larger', 90_000)];
    expect(() => demandBudget(controls)).toThrow(/^A\.Large has .*, A\.Larger has 90000/);
    expect(() => demandBudget([sized('A.Small', controlBudget.raw)])).not.toThrow();
  });
});

describe('The configuration of controls', () => {
  it('aims all of them at the same browsers', () => {
    const controls = join(repository, 'controls');
    const folders = readdirSync(controls).filter((folder) => existsSync(join(controls, folder, 'ControlManifest.Input.xml')));
    const configurations = folders.map((folder) => readFileSync(join(controls, folder, 'pcfconfig.json'), 'utf8'));
    expect(folders.length).toBeGreaterThan(0);
    expect(new Set(configurations).size).toBe(1);
  });
});

describe('Inputs of a build step', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inputs-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are unchanged while names and content are', () => {
    const files = new Map([['a/one.ts', Buffer.from('1')], ['a/generated/two.ts', Buffer.from('2')], ['three.json', Buffer.from('3')]]);
    replaceFolder(folder, files);
    const read = (): Map<string, Uint8Array> =>
      collectFiles(folder, [join(folder, 'a'), join(folder, 'three.json'), join(folder, 'missing')], /\/generated\//);
    const before = hashOf(read());
    expect([...read().keys()]).toEqual(['a/one.ts', 'three.json']);
    writeFiles(folder, new Map([['a/generated/two.ts', Buffer.from('changed')]]));
    expect(hashOf(read())).toBe(before);
    writeFileSync(join(folder, 'a/one.ts'), '1 ');
    expect(hashOf(read())).not.toBe(before);
  });
});

describe('The staged solution', () => {
  const sources = new Map([['Other/Solution.xml', Buffer.from('<a />')], ['README.md', Buffer.from('# Notes')]]);

  it('holds controls under the name that they have in Dataverse', () => {
    const staged = stageSolution(sources, 'bci', [{ name, files: output() }], new Map());
    expect([...staged.keys()]).toEqual([
      'Controls/bci_BusinessCentral.Sample/ControlManifest.xml',
      'Controls/bci_BusinessCentral.Sample/bundle.js',
      'Controls/bci_BusinessCentral.Sample/strings/Sample.1033.resx',
      'Other/Solution.xml',
    ]);
  });
});

describe('Web resources', () => {
  it('that lie in solution/ are not built', async () => {
    const sources = new Map([
      ['WebResources/bci_/icons/app.svg', Buffer.from('<svg />')],
      ['WebResources/bci_/icons/app.svg.data.xml', Buffer.from('<WebResource />')],
    ]);
    expect(await buildWebResources(sources)).toEqual(new Map());
  });

  it('without a source stop the build', async () => {
    const sources = new Map([['WebResources/bci_/nowhere.js.data.xml', Buffer.from('<WebResource />')]]);
    await expect(buildWebResources(sources)).rejects.toThrow('webresources/nowhere.js is described in solution/ but has no source.');
  });
});
