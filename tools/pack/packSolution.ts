import type { FileTree } from '../files/fileTree';
import { textAt, type XmlElement } from '../xml/element';
import { writeXml } from '../xml/write';
import { contentTypes } from './contentTypes';
import { assembleCustomizations } from './customizations';
import { PackError } from './packError';
import { SourceFiles, type PackageType } from './sourceFiles';
import { writeZip } from './zip';

/** Folders whose XML goes into customizations.xml or solution.xml. */
const describedFolders =
  /^(Other|Entities|Roles|OptionSets|AppModules|AppModuleSiteMaps)\/|^(WebResources|Controls)\/.*\.data\.xml$/;
/** Components that Dataverse keeps as files of their own; the same path in the sources and in the zip. */
const copiedFolders = /^(environmentvariabledefinitions|customapis|appactions|Controls)\//;

/**
 * Packs SolutionPackager's XML layout into a solution zip. The same sources give the same bytes.
 * @param sources every file of the layout, by path from its root
 * @throws PackError when a part is missing or a file has no place in a solution
 * @throws XmlError when a file is not well-formed
 */
export async function packSolution(sources: FileTree, packageType: PackageType): Promise<Uint8Array> {
  return writeZip(packEntries(sources, packageType));
}

/** The entries of the zip that {@link packSolution} writes. */
export function packEntries(sources: FileTree, packageType: PackageType): Map<string, Uint8Array> {
  const files = new SourceFiles(sources, packageType);
  const entries = new Map<string, Uint8Array>([
    ['solution.xml', encode(solutionManifest(files, packageType))],
    ['customizations.xml', encode(assembleCustomizations(files))],
    ...webResourceParts(sources, files),
    ...copiedParts(sources),
  ]);
  entries.set('[Content_Types].xml', encode(contentTypes([...entries.keys()])));
  return entries;
}

function solutionManifest(files: SourceFiles, packageType: PackageType): XmlElement {
  const path = 'Other/Solution.xml';
  const root = files.read(path);
  if (root === undefined) throw new PackError(path, 'is missing.', 'Every solution needs it.');
  return replaceText(root, 'Managed', packageType === 'managed' ? '1' : '0');
}

function replaceText(element: XmlElement, name: string, text: string): XmlElement {
  if (element.name === name) return { ...element, text };
  return { ...element, children: element.children.map((child) => replaceText(child, name, text)) };
}

/** A web resource's content lies beside its `.data.xml` and goes into the zip under its FileName. */
function webResourceParts(sources: FileTree, files: SourceFiles): [string, Uint8Array][] {
  return files.matching(/^WebResources\/.+\.data\.xml$/).map(({ path, root }) => {
    const contentPath = path.replace(/\.data\.xml$/, '');
    const content = sources.get(contentPath);
    if (content === undefined) {
      throw new PackError(path, `${contentPath} is missing.`, 'Add the file, or its source in webresources/.');
    }
    return [textAt(root, 'FileName').replace(/^\//, ''), content];
  });
}

function copiedParts(sources: FileTree): [string, Uint8Array][] {
  const webResources = new Set(
    [...sources.keys()].filter((path) => path.startsWith('WebResources/') && sources.has(`${path}.data.xml`)),
  );
  const rest = [...sources].filter(([path]) => !describedFolders.test(path) && !webResources.has(path));
  const stray = rest.find(([path]) => !copiedFolders.test(path));
  if (stray !== undefined) {
    throw new PackError(stray[0], 'has no place in a solution.', 'Move it out of solution/, or describe it beside it.');
  }
  return rest;
}

function encode(root: XmlElement): Uint8Array {
  return new TextEncoder().encode(writeXml(root));
}
