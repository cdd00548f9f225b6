import { extensionOf } from '../pack/contentTypes';
import { attributeOf, childrenOf, descendantsOf } from '../xml/element';
import { parseXml } from '../xml/parse';
import { kindOfFinding, type Finding } from './finding';
import type { Package, Subject } from './subject';

const missing = kindOfFinding('part-missing', 'The import stops at a component whose file is not in the zip.');
const unreferenced = kindOfFinding('part-unreferenced', 'A file that nothing refers to is carried along or refused.');
const untyped = kindOfFinding('content-type-missing', 'Dataverse opens only parts that [Content_Types].xml covers.');
const strayType = kindOfFinding(
  'content-type-without-part',
  'A content type for a part that is not there hides a missing file.',
);

const alwaysThere = ['[Content_Types].xml', 'solution.xml', 'customizations.xml'];

/** Files that customizations.xml names are in the zip, the zip holds no others, and each has a content type. */
export function checkParts({ unmanaged, managed }: Subject): Finding[] {
  return [unmanaged, managed].flatMap((zip) => [...checkReferences(zip), ...checkContentTypes(zip)]);
}

function checkReferences(zip: Package): Finding[] {
  const file = `${zip.name}/customizations.xml`;
  const named = descendantsOf(entry(zip, 'customizations.xml'), 'FileName').map((element) => ({
    element,
    path: element.text.trim().replace(/^\//, ''),
  }));
  const findings = alwaysThere
    .filter((path) => !zip.entries.has(path))
    .map((path) => missing({ file: zip.name }, `${path} is not in the zip.`, 'Run npm run build.'));
  for (const { element, path } of named) {
    if (zip.entries.has(path)) continue;
    findings.push(missing({ file, element }, `${path} is not in the zip.`, 'Add the file, or correct FileName.'));
  }
  const known = new Set([...alwaysThere, ...named.map(({ path }) => path), ...controlFiles(zip)]);
  for (const path of zip.entries.keys()) {
    if (known.has(path) || /^(environmentvariabledefinitions|customapis|appactions)\//.test(path)) continue;
    findings.push(unreferenced({ file: `${zip.name}/${path}` }, 'Nothing refers to it.', 'Refer to it, or remove it.'));
  }
  return findings;
}

/** What the control manifests of the zip name, and the notice that comes with a bundle. */
function controlFiles(zip: Package): string[] {
  const manifests = [...zip.entries.keys()].filter((path) => path.endsWith('/ControlManifest.xml'));
  return manifests.flatMap((path) => {
    const folder = path.replace(/ControlManifest\.xml$/, '');
    const resources = descendantsOf(entry(zip, path), 'resources').flatMap((element) => element.children);
    return [`${folder}bundle.js.LICENSE.txt`, ...resources.map((resource) => folder + attributeOf(resource, 'path'))];
  });
}

function checkContentTypes(zip: Package): Finding[] {
  const types = entry(zip, '[Content_Types].xml');
  const file = `${zip.name}/[Content_Types].xml`;
  const extensions = new Set(childrenOf(types, 'Default').map((element) => attributeOf(element, 'Extension')));
  const overrides = new Set(childrenOf(types, 'Override').map((element) => attributeOf(element, 'PartName')));
  const uncovered = [...zip.entries.keys()].filter(
    (path) => path !== '[Content_Types].xml' && !extensions.has(extensionOf(path)) && !overrides.has(`/${path}`),
  );
  const absent = [...overrides].filter((name) => !zip.entries.has(name.slice(1)));
  return [
    ...uncovered.map((path) =>
      untyped({ file }, `${path} is not covered.`, 'Add a Default for its extension or an Override.'),
    ),
    ...absent.map((name) => strayType({ file }, `${name} is not in the zip.`, 'Add the part, or remove the Override.')),
  ];
}

function entry(zip: Package, path: string): ReturnType<typeof parseXml> | undefined {
  const content = zip.entries.get(path);
  return content === undefined ? undefined : parseXml(content, `${zip.name}/${path}`);
}
