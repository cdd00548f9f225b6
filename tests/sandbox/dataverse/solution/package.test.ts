import fc from 'fast-check';
import { readPackage } from '../../../../sandbox/dataverse/solution/packageFile';
import { SolutionRefused } from '../../../../sandbox/dataverse/solution/refusal';
import { contentTypesXml, customizationsXml, packParts, packSolution, solutionXml } from './solutionBuilder';
import { createSandboxOrganization } from './sandboxOrganization';

function refusalOf(bytes: Uint8Array): SolutionRefused {
  try {
    readPackage(bytes);
  } catch (error) {
    if (error instanceof SolutionRefused) return error;
    throw error;
  }
  throw new Error('The package was read.');
}

function replaceText(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1');
}

test('every part of a sound file is read', async () => {
  const parts = readPackage(await packParts({ 'a.xml': '<a />', 'Folder/b c.js': 'x'.repeat(5000), empty: '' }));
  expect([...parts].map(([name, content]) => [name, content.length])).toEqual([
    ['a.xml', 5],
    ['Folder/b c.js', 5000],
    ['empty', 0],
  ]);
});

test('a file that is no zip is refused', () => {
  for (const bytes of [new Uint8Array(), Buffer.from('PK'), Buffer.from('<html>Sign in</html>'.repeat(10))]) {
    expect(refusalOf(bytes).message).toContain('no zip file');
  }
});

test('a file cut anywhere is refused', async () => {
  const whole = await packSolution({});
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
      expect(refusalOf(whole.subarray(0, length)).code).toBe('0x80048000');
    }),
    { numRuns: 60 },
  );
});

test('no damaged byte makes anything but a refusal or the same content', async () => {
  const whole = await packSolution({});
  const names = [...readPackage(whole).keys()];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), (position, change) => {
      const damaged = Uint8Array.from(whole);
      damaged[position] = (damaged[position] ?? 0) ^ change;
      try {
        expect(readPackage(damaged).size).toBe(names.length);
      } catch (error) {
        expect(error).toBeInstanceOf(SolutionRefused);
      }
    }),
    { numRuns: 150 },
  );
});

test('content that does not match its checksum is refused by name', async () => {
  const bytes = await packParts({ 'plain.txt': 'abcdefgh' });
  const stored = replaceText(bytes, 'abcdefgh', 'abcdefgx');
  expect(refusalOf(Buffer.compare(stored, bytes) === 0 ? damageContent(bytes) : stored).message).toContain("'plain.txt'");
});

/** Changes a byte of the compressed content, which starts behind the local header of 30 bytes and the name. */
function damageContent(bytes: Uint8Array): Uint8Array {
  const damaged = Uint8Array.from(bytes);
  const position = 30 + 'plain.txt'.length + 1;
  damaged[position] = (damaged[position] ?? 0) ^ 0x40;
  return damaged;
}

test.each(['../evil.js', '/etc/passwd', 'a/../../b', 'C:/x', 'a\\b'])('the part name %s is refused', async (name) => {
  // JSZip cleans names, so a harmless one of the same length is replaced afterwards.
  const harmless = 'n'.repeat(name.length);
  const bytes = replaceText(await packParts({ [harmless]: 'x' }), harmless, name);
  expect(refusalOf(bytes).message).toContain('is not allowed');
});

test('a part that claims to be huge is refused before it is unpacked', async () => {
  const bytes = Buffer.from(await packParts({ 'bomb.js': 'x'.repeat(1000) }));
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt32LE(0x7fffffff, directory + 24);
  expect(refusalOf(bytes)).toMatchObject({ code: '0x80040375' });
});

test('a part that holds more than it claims stops at what it claims', async () => {
  const bytes = Buffer.from(await packParts({ 'bomb.js': 'x'.repeat(1_000_000) }));
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt32LE(10, directory + 24);
  expect(refusalOf(bytes).code).toBe('0x80048000');
});

describe('as a solution', () => {
  const sound = { 'solution.xml': solutionXml({}), 'customizations.xml': customizationsXml({}), '[Content_Types].xml': contentTypesXml };
  const refusal = async (parts: Readonly<Record<string, string>>): Promise<SolutionRefused> =>
    createSandboxOrganization().refusal(await packParts(parts));

  test.each(['solution.xml', 'customizations.xml', '[Content_Types].xml'])('a file without %s is refused', async (missing) => {
    const parts = Object.fromEntries(Object.entries(sound).filter(([name]) => name !== missing));
    expect((await refusal(parts)).message).toContain(missing);
  });

  test('XML that is not well-formed is refused with its part', async () => {
    const broken = await refusal({ ...sound, 'customizations.xml': '<ImportExportXml><Entities></ImportExportXml>' });
    expect(broken).toMatchObject({ code: '0x80048013' });
    expect(broken.message).toContain('customizations.xml');
  });

  test('entities and external references are refused, not resolved', async () => {
    const hostile = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><ImportExportXml>&x;</ImportExportXml>';
    const refused = await refusal({ ...sound, 'customizations.xml': hostile });
    expect(refused).toMatchObject({ code: '0x8004802c' });
    expect(refused.message).toContain('document type');
  });

  test('a part without content type is refused by name', async () => {
    expect((await refusal({ ...sound, 'WebResources/tst_page': 'x' })).message).toContain("'WebResources/tst_page'");
  });

  test('an unpacked source (Managed 2) is refused', async () => {
    const unpacked = solutionXml({}).replace('<Managed>0', '<Managed>2');
    expect((await refusal({ ...sound, 'solution.xml': unpacked })).message).toContain('Managed 2');
  });
});
