import { attributeOf, childrenOf, descendantsOf, type XmlElement } from '../xml/element';
import { withoutNamespaces } from './entities';
import { PackError } from './packError';
import type { SourceFiles } from './sourceFiles';

/**
 * The relationships in the order of `Other/Relationships.xml`, which names them; each is described in a file below
 * `Other/Relationships/`.
 * @throws PackError when one is named but not described, or described but not named.
 */
export function assembleRelationships(sources: SourceFiles): XmlElement[] {
  const index = 'Other/Relationships.xml';
  const names = childrenOf(sources.read(index), 'EntityRelationship').map((element) => attributeOf(element, 'Name'));
  const described = new Map<string, XmlElement>();
  for (const { path, root } of sources.matching(/^Other\/Relationships\/[^/]+\.xml$/)) {
    for (const element of descendantsOf(root, 'EntityRelationship')) {
      const name = attributeOf(element, 'Name');
      if (!names.includes(name)) {
        throw new PackError(path, `relationship ${name} is not named in ${index}.`, 'Add its name there.');
      }
      described.set(name, withoutNamespaces(element));
    }
  }
  return names.map((name) => {
    const element = described.get(name);
    if (element === undefined) {
      throw new PackError(
        index,
        `relationship ${name} is named but not described.`,
        'Describe it in Other/Relationships/.',
      );
    }
    return element;
  });
}
