import type { FileTree } from '../files/fileTree';
import { withDescendants, type XmlElement } from '../xml/element';
import { parseXml } from '../xml/parse';
import { kindOfFinding, type Finding, type Place } from './finding';
import type { Subject } from './subject';

const malformed = kindOfFinding('guid-malformed', 'Dataverse does not read it as an identifier.');
const duplicate = kindOfFinding('guid-duplicate', 'Two components with one identifier overwrite each other.');
const fileName = kindOfFinding(
  'guid-file-name',
  'SolutionPackager names the file after the identifier; another name is written twice.',
);

const guid = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
/** Elements and attributes that identify what they stand in. */
const identifyingElements = new Set(['formid', 'savedqueryid', 'savedqueryvisualizationid', 'WebResourceId']);
const identifyingAttributes: Readonly<Record<string, readonly string[]>> = {
  Role: ['id'],
  tab: ['id'],
  section: ['id'],
  cell: ['id'],
  control: ['uniqueid'],
  Library: ['libraryUniqueId'],
  Handler: ['handlerUniqueId'],
};
/** Attributes that refer to something by its identifier. */
const referringAttributes: Readonly<Record<string, readonly string[]>> = {
  control: ['classid'],
  controlDescription: ['forControl'],
  RootComponent: ['id'],
  AppModuleComponent: ['id'],
};

/** Identifiers are GUIDs, no two things share one, and files that are named after theirs have the right name. */
export function checkIdentifiers({ sources }: Subject): Finding[] {
  const findings: Finding[] = [];
  const owners = new Map<string, Place>();
  for (const { place, value, identifies } of readIdentifiers(sources)) {
    if (!guid.test(value)) {
      findings.push(malformed(place, `"${value}" is not a GUID.`, 'Write 8-4-4-4-12 hexadecimal digits.'));
      continue;
    }
    if (!identifies) continue;
    const key = value.replace(/[{}]/g, '').toLowerCase();
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, place);
    else
      findings.push(
        duplicate(place, `${value} is also in ${owner.file}:${owner.element?.line ?? 0}.`, 'Make a new one.'),
      );
  }
  return [...findings, ...checkFileNames(sources)];
}

interface Identifier {
  readonly place: Place;
  readonly value: string;
  readonly identifies: boolean;
}

function* readIdentifiers(sources: FileTree): Generator<Identifier> {
  for (const [file, content] of sources) {
    // An app refers to its icon and its roles by their identifiers.
    const inApp = file.startsWith('AppModules/');
    if (!file.endsWith('.xml') || file.startsWith('Controls/') || file.endsWith('_managed.xml')) continue;
    for (const element of withDescendants(parseXml(content, file))) {
      const place = { file, element };
      if (identifyingElements.has(element.name)) yield { place, value: element.text.trim(), identifies: !inApp };
      for (const value of valuesOf(element, identifyingAttributes)) yield { place, value, identifies: !inApp };
      for (const value of valuesOf(element, referringAttributes)) yield { place, value, identifies: false };
    }
  }
}

function valuesOf(element: XmlElement, attributes: Readonly<Record<string, readonly string[]>>): string[] {
  const names = attributes[element.name] ?? [];
  return names.flatMap((name) => {
    const value = element.attributes[name];
    // Cells of views have no identifier, and a control has one only when something refers to it.
    return value === undefined ? [] : [value];
  });
}

function checkFileNames(sources: FileTree): Finding[] {
  return [...sources.keys()]
    .filter((file) => /^Entities\/[^/]+\/(FormXml\/[^/]+|SavedQueries)\/[^/]+\.xml$/.test(file))
    .filter((file) => !file.endsWith('_managed.xml'))
    .flatMap((file) => {
      const root = parseXml(sources.get(file) ?? '', file);
      const element = withDescendants(root).find(({ name }) => name === 'formid' || name === 'savedqueryid');
      const name =
        file
          .split('/')
          .at(-1)
          ?.replace(/\.xml$/, '') ?? '';
      if (element === undefined || element.text.trim().toLowerCase() === name.toLowerCase()) return [];
      return [fileName({ file, element }, `The identifier is ${element.text.trim()}.`, 'Rename the file.')];
    });
}
