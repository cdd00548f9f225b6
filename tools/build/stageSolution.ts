import type { FileTree } from '../files/fileTree';
import { compareOrdinal } from '../files/fileTree';
import type { BuiltControl } from './buildControls';

/**
 * The solution's sources with the built controls and web resources in their places, sorted by path. Notes for readers
 * (*.md) stay behind.
 */
export function stageSolution(
  sources: FileTree,
  prefix: string,
  controls: readonly Pick<BuiltControl, 'name' | 'files'>[],
  webResources: FileTree,
): Map<string, Uint8Array> {
  const staged = new Map([...sources, ...webResources]);
  for (const { name, files } of controls) {
    for (const [path, content] of files) staged.set(`Controls/${prefix}_${name}/${path}`, content);
  }
  return new Map(
    [...staged].filter(([path]) => !path.endsWith('.md')).sort(([left], [right]) => compareOrdinal(left, right)),
  );
}
