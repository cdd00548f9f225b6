import type { ImportContext } from './draft';
import { SolutionRefused, notCovered } from './refusal';
import { attribute, children, decodeText, parseXml, type Element } from './xml';

const contentTypes = '[Content_Types].xml';

/** Folders of components that the sandbox does not cover, by their place in the zip. */
const notCoveredFolders: Readonly<Record<string, string>> = {
  Workflows: 'process (workflow, flow or business rule)',
  PluginAssemblies: 'plug-in assembly',
  Reports: 'report',
  CanvasApps: 'canvas app',
  Connectors: 'connector',
  Connector: 'connector',
  Formulas: 'formula',
  customapis: 'custom API',
  appactions: 'modern command',
  bots: 'agent',
  connectionroles: 'connection role',
};

/** Elements of customizations.xml that the sandbox reads, or that say nothing. */
const coveredElements = new Set([
  'Entities',
  'Roles',
  'EntityRelationships',
  'optionsets',
  'WebResources',
  'CustomControls',
  'AppModuleSiteMaps',
  'AppModules',
  'RibbonDiffXml',
  'Languages',
]);

/** Refuses what customizations.xml holds besides the covered components; empty elements are no components. */
export function checkCustomizations(root: Element): void {
  if (root.nodeName !== 'ImportExportXml') {
    throw new SolutionRefused('invalidXml', `customizations.xml starts with ${root.nodeName}, not with ImportExportXml.`);
  }
  for (const element of children(root)) {
    const first = children(element)[0];
    if (coveredElements.has(element.nodeName) || !first) continue;
    const name = attribute(first, 'Name') ?? attribute(first, 'name') ?? first.nodeName;
    throw notCovered(undefined, `${element.nodeName}/${name}`, 'part of customizations.xml');
  }
}

/** The parts that every solution file has; without them it is none. */
export function requirePart(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  const content = parts.get(name);
  if (!content) throw new SolutionRefused('invalidFile', `The solution file is invalid: it has no ${name} at its root.`);
  return decodeText(content, name);
}

/** Every part needs a content type, by its extension or its own name; the server passes over parts without. */
export function checkContentTypes(context: ImportContext): void {
  const root = parseXml(requirePart(context.parts, contentTypes), contentTypes);
  const extensions = new Set(children(root, 'Default').map((element) => attribute(element, 'Extension')?.toLowerCase()));
  const overrides = new Set(children(root, 'Override').map((element) => attribute(element, 'PartName')));
  for (const part of context.parts.keys()) {
    if (part === contentTypes || overrides.has(`/${part}`)) continue;
    const fileName = part.slice(part.lastIndexOf('/') + 1);
    const extension = fileName.includes('.') ? fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase() : '';
    if (extension === '' || !extensions.has(extension)) {
      throw new SolutionRefused('invalidFile', `${contentTypes} has no content type for the part '${part}'.`);
    }
  }
}

/** Whatever no component has taken is either not covered or left over. */
export function checkAllPartsUsed(context: ImportContext): void {
  for (const part of context.parts.keys()) {
    if (context.usedParts.has(part)) continue;
    const what = notCoveredFolders[part.split('/')[0] ?? ''];
    if (what !== undefined) throw notCovered(undefined, part, what);
    throw new SolutionRefused('unprocessedFiles', `Unprocessed files found: ${part}`, { type: undefined, name: part });
  }
}
