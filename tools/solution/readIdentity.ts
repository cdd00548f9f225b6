import type { FileTree } from '../files/fileTree';
import { elementAt, textAt } from '../xml/element';
import { parseXml } from '../xml/parse';

/** Who a solution is, from `Other/Solution.xml`. */
export interface SolutionIdentity {
  readonly uniqueName: string;
  readonly version: string;
  /** The publisher's customization prefix, without underscore. */
  readonly prefix: string;
}

/** @throws XmlError when `Other/Solution.xml` is missing or not well-formed */
export function readIdentity(sources: FileTree): SolutionIdentity {
  const file = 'Other/Solution.xml';
  const manifest = elementAt(parseXml(sources.get(file) ?? '', file), 'SolutionManifest');
  return {
    uniqueName: textAt(manifest, 'UniqueName'),
    version: textAt(manifest, 'Version'),
    prefix: textAt(manifest, 'Publisher', 'CustomizationPrefix'),
  };
}
