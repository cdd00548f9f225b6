import { childOf, childrenOf, elementOf, type XmlElement } from '../xml/element';
import { PackError } from './packError';
import type { SourceFiles } from './sourceFiles';

/** The `Entities` of customizations.xml: each Entity.xml with its forms, views, charts and ribbon put in. */
export function assembleEntities(sources: SourceFiles): XmlElement[] {
  return sources.matching(/^Entities\/[^/]+\/Entity\.xml$/).map(({ path, root }) => {
    const folder = path.replace(/\/Entity\.xml$/, '');
    const parts = new Map([
      ['FormXml', forms(sources, folder)],
      ['SavedQueries', views(sources, folder)],
      ['Visualizations', charts(sources, folder)],
      ['RibbonDiffXml', sources.read(`${folder}/RibbonDiff.xml`)],
    ]);
    return withParts(withoutNamespaces(root), parts);
  });
}

/** Root elements of source files carry `xmlns:xsi`, which the packed root declares once. */
export function withoutNamespaces(element: XmlElement): XmlElement {
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).filter(([name]) => !name.startsWith('xmlns')),
  );
  return { ...element, attributes };
}

function withParts(entity: XmlElement, parts: ReadonlyMap<string, XmlElement | undefined>): XmlElement {
  const filled = entity.children.map((child) => {
    const part = parts.get(child.name);
    return part === undefined ? child : withoutNamespaces(part);
  });
  const added = [...parts]
    .filter(([name, part]) => part !== undefined && childOf(entity, name) === undefined)
    .flatMap(([, part]) => (part === undefined ? [] : [withoutNamespaces(part)]));
  return { ...entity, children: [...filled, ...added] };
}

/** Forms lie in a folder for each type; the folder's name becomes `forms/@type`. */
function forms(sources: SourceFiles, folder: string): XmlElement | undefined {
  const files = sources.matching(new RegExp(`^${escapePattern(folder)}/FormXml/[^/]+/[^/]+\\.xml$`));
  const byType = new Map<string, XmlElement[]>();
  for (const { path, root } of files) {
    const type = path.split('/').at(-2) ?? '';
    const found = root.name === 'systemform' ? [root] : childrenOf(root, 'systemform');
    if (found.length === 0) throw new PackError(path, 'holds no <systemform>.', 'Write forms/systemform.');
    byType.set(type, [...(byType.get(type) ?? []), ...found.map(withoutNamespaces)]);
  }
  if (byType.size === 0) return undefined;
  return elementOf(
    'FormXml',
    [...byType].map(([type, systemForms]) => elementOf('forms', systemForms, { type })),
  );
}

function views(sources: SourceFiles, folder: string): XmlElement | undefined {
  const queries = sources
    .matching(new RegExp(`^${escapePattern(folder)}/SavedQueries/[^/]+\\.xml$`))
    .flatMap(({ path, root }) => {
      const found = root.name === 'savedquery' ? [root] : childrenOf(root, 'savedquery');
      if (found.length === 0) throw new PackError(path, 'holds no <savedquery>.', 'Write savedqueries/savedquery.');
      return found.map(withoutNamespaces);
    });
  return queries.length === 0 ? undefined : elementOf('SavedQueries', [elementOf('savedqueries', queries)]);
}

function charts(sources: SourceFiles, folder: string): XmlElement | undefined {
  const found = sources
    .matching(new RegExp(`^${escapePattern(folder)}/Visualizations/[^/]+\\.xml$`))
    .map(({ root }) => withoutNamespaces(root));
  return found.length === 0 ? undefined : elementOf('Visualizations', found);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
