import { textAt, type XmlElement } from '../xml/element';
import { parseXml } from '../xml/parse';
import { writeXml } from '../xml/write';
import { kindOfFinding, type Finding } from './finding';
import type { Package, Subject } from './subject';

/** Largest zip that we ship, in bytes. */
export const packageBudget = 500_000;

const managedFlag = kindOfFinding('managed-flag', 'Dataverse would install the package as the other kind.');
const difference = kindOfFinding('package-difference', 'What was tested unmanaged is not what customers get managed.');
const tooLarge = kindOfFinding('package-size', 'Import takes longer, and something was packed that should not be.');
const secret = kindOfFinding('secret', 'A secret in a solution can be read by everybody who has the zip.');

/** Both packages hold the same but for what must differ, are small, and carry no secret. */
export function checkPackages({ sources, unmanaged, managed }: Subject): Finding[] {
  const hasManagedForms = [...sources.keys()].some((file) => file.endsWith('_managed.xml'));
  return [
    ...checkManagedFlag(unmanaged, '0'),
    ...checkManagedFlag(managed, '1'),
    ...checkDifferences(unmanaged, managed, hasManagedForms),
    ...[unmanaged, managed].flatMap(checkSize),
    ...[unmanaged, managed].flatMap(checkSecrets),
  ];
}

function checkManagedFlag(zip: Package, expected: string): Finding[] {
  const element = rootOf(zip, 'solution.xml');
  const flag = textAt(element, 'SolutionManifest', 'Managed');
  if (flag === expected) return [];
  return [
    managedFlag({ file: `${zip.name}/solution.xml`, element }, `Managed is "${flag}".`, `It must be ${expected}.`),
  ];
}

function checkDifferences(unmanaged: Package, managed: Package, hasManagedForms: boolean): Finding[] {
  const names = new Set([...unmanaged.entries.keys(), ...managed.entries.keys()]);
  const differing = [...names].filter((name) => {
    if (name === 'solution.xml') return comparable(unmanaged, name) !== comparable(managed, name);
    // Forms, apps and site maps may have a managed edition of their own.
    if (name === 'customizations.xml' && hasManagedForms) return false;
    const left = unmanaged.entries.get(name);
    const right = managed.entries.get(name);
    return left === undefined || right === undefined || Buffer.compare(left, right) !== 0;
  });
  return differing.map((name) =>
    difference(
      { file: `${managed.name}/${name}` },
      'It differs from the unmanaged package.',
      'Pack both from the same sources.',
    ),
  );
}

function comparable(zip: Package, name: string): string {
  const root = rootOf(zip, name);
  return root === undefined ? '' : writeXml(root).replace(/<Managed>\d<\/Managed>/, '');
}

function checkSize(zip: Package): Finding[] {
  if (zip.size < packageBudget) return [];
  return [
    tooLarge(
      { file: zip.name },
      `It has ${zip.size} bytes; less than ${packageBudget} are allowed.`,
      'Look for what grew.',
    ),
  ];
}

/** Shapes of secrets: keys, tokens, connection strings, passwords with a value. */
const secretShapes: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  'a signed token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  'a client secret of Microsoft Entra': /\b[\w~.-]{3}8Q~[\w~.-]{31,34}/,
  'an account key': /\b(AccountKey|SharedAccessKey|sig)=[A-Za-z0-9+/%]{20,}/,
  'a password': /\b(client_?secret|password|passwd|pwd|api_?key)["']?\s*[=:]\s*["'][^"'\s]{8,}["']/i,
  'a bearer token': /\bBearer [A-Za-z0-9+/._-]{20,}/,
};

function checkSecrets(zip: Package): Finding[] {
  return [...zip.entries].flatMap(([name, content]) => {
    const text = new TextDecoder().decode(content);
    return Object.entries(secretShapes)
      .filter(([, shape]) => shape.test(text))
      .map(([what]) =>
        secret({ file: `${zip.name}/${name}` }, `It holds what looks like ${what}.`, 'Remove it and revoke it.'),
      );
  });
}

function rootOf(zip: Package, name: string): XmlElement | undefined {
  const content = zip.entries.get(name);
  return content === undefined ? undefined : parseXml(content, `${zip.name}/${name}`);
}
