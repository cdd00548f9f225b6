import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkSolution } from '../../tools/check/checkSolution';
import type { Package } from '../../tools/check/subject';
import { edited, findingsInPacked, pristine, repository, staged } from './stagedSolution';

// The whole solution is packed or validated in a test; that takes its time on a busy machine.
jest.setTimeout(60_000);

type Packages = typeof pristine;

async function codesAfter(change: (packages: Packages) => Packages): Promise<string[]> {
  const { unmanaged, managed } = change(pristine);
  return (await checkSolution(staged, unmanaged, managed, undefined)).map((finding) => finding.code);
}

/** The package with one entry more, less or different. */
function withEntry(zip: Package, name: string, change: (text: string) => string | undefined): Package {
  const text = change(Buffer.from(zip.entries.get(name) ?? '').toString());
  const rest = [...zip.entries].filter(([other]) => other !== name);
  return { ...zip, entries: new Map(text === undefined ? rest : [...rest, [name, Buffer.from(text)]]) };
}

function both(change: (zip: Package) => Package): (packages: Packages) => Packages {
  return ({ unmanaged, managed }) => ({ unmanaged: change(unmanaged), managed: change(managed) });
}

describe('The zips', () => {
  const icon = [...pristine.unmanaged.entries.keys()].find((name) => name.startsWith('WebResources/')) ?? '';

  it('hold every file that customizations.xml names', async () => {
    const codes = await codesAfter(({ unmanaged, managed }) => ({ unmanaged, managed: withEntry(managed, icon, () => undefined) }));
    expect(codes).toEqual(['part-missing', 'content-type-without-part', 'package-difference']);
  });

  it('hold no file that nothing names', async () => {
    const codes = await codesAfter(both((zip) => withEntry(zip, 'notes.xml', () => '<notes />')));
    expect(codes).toEqual(['part-unreferenced', 'part-unreferenced']);
  });

  it('give every part a content type', async () => {
    const withoutType = (text: string): string => text.replace(/<Default Extension="resx"[^>]*>/, '');
    const codes = await codesAfter(both((zip) => withEntry(zip, '[Content_Types].xml', withoutType)));
    expect(new Set(codes)).toEqual(new Set(['content-type-missing']));
  });

  it('say which of them is managed', async () => {
    const codes = await codesAfter(({ unmanaged }) => ({ unmanaged, managed: unmanaged }));
    expect(codes).toEqual(['managed-flag']);
  });

  it('differ in nothing else', async () => {
    const codes = await codesAfter(({ unmanaged, managed }) => ({
      unmanaged,
      managed: withEntry(managed, 'solution.xml', (text) => text.replace('0.1.0.0', '0.2.0.0')),
    }));
    expect(codes).toEqual(['package-difference']);
  });

  it('are small', async () => {
    const codes = await codesAfter(({ unmanaged, managed }) => ({ unmanaged, managed: { ...managed, size: 500_000 } }));
    expect(codes).toEqual(['package-size']);
  });

  it.each([
    ['a client secret', `var key = "abc8Q~${'x'.repeat(32)}"`],
    ['a private key', '-----BEGIN PRIVATE KEY-----'],
    ['a token', `Bearer ${'a1'.repeat(20)}`],
    ['an account key', `AccountKey=${'Ab1+'.repeat(10)}`],
  ])('carry no secret: %s', async (_name, text) => {
    const codes = await codesAfter(both((zip) => withEntry(zip, icon, () => text)));
    expect(new Set(codes)).toEqual(new Set(['secret']));
  });
});

const schemas = process.env.DATAVERSE_SCHEMAS ?? join(repository, '..', 'shared', 'schemas');
const withSchemas = existsSync(schemas) ? describe : describe.skip;

withSchemas("Microsoft's schemas (../shared/schemas or DATAVERSE_SCHEMAS)", () => {
  it('accept the solution', async () => {
    expect(await findingsInPacked(staged, schemas)).toEqual([]);
  });

  it('find a value that customizations.xml may not have', async () => {
    const faulty = edited(staged, /^Entities\/bci_Customer\/Entity\.xml$/, /<IsCustomizable>1</, '<IsCustomizable>maybe<');
    const findings = await findingsInPacked(faulty, schemas);
    expect(new Set(findings.map(({ code, file }) => `${code} ${file}`))).toEqual(
      new Set(['schema unmanaged.zip/customizations.xml', 'schema managed.zip/customizations.xml']),
    );
  });

  it('find an attribute that forms may not have, in the source file', async () => {
    const faulty = edited(staged, /^Entities\/Account\/FormXml\/main\//, '<form ', '<form colour="red" ');
    const files = (await findingsInPacked(faulty, schemas)).filter(({ code }) => code === 'schema').map(({ file }) => file);
    expect(files).toContainEqual(expect.stringMatching(/^Entities\/Account\/FormXml\/main\//));
  });
});
