import { compareOrdinal, type FileTree } from '../files/fileTree';
import type { XmlElement } from '../xml/element';
import { parseXml } from '../xml/parse';

export type PackageType = 'unmanaged' | 'managed';

const managedSuffix = '_managed.xml';

/**
 * The sources of a package as XML, by path pattern. Where a form, app or site map has a `_managed.xml` beside it, the
 * managed package takes that one and the unmanaged package ignores it.
 */
export class SourceFiles {
  constructor(
    private readonly tree: FileTree,
    private readonly packageType: PackageType,
  ) {}

  /** The file as XML, or undefined when it is not there. */
  read(path: string): XmlElement | undefined {
    const content = this.tree.get(path);
    return content === undefined ? undefined : parseXml(content, path);
  }

  /** Files whose whole path matches, with their content for this package type, in path order. */
  matching(pattern: RegExp): { path: string; root: XmlElement }[] {
    return [...this.tree.keys()]
      .filter((path) => pattern.test(path) && !path.endsWith(managedSuffix))
      .sort(compareOrdinal)
      .map((path) => {
        const chosen = this.chosen(path);
        return { path, root: parseXml(this.tree.get(chosen) ?? '', chosen) };
      });
  }

  private chosen(path: string): string {
    const managed = path.replace(/\.xml$/, '_managed.xml');
    return this.packageType === 'managed' && this.tree.has(managed) ? managed : path;
  }
}
