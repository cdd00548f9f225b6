import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { readFileTree, type FileTree } from '../files/fileTree';

/** A hash of the names and content of these files. */
export function hashOf(tree: FileTree): string {
  const hash = createHash('sha256');
  for (const [path, content] of tree) hash.update(`${path}\0${content.length}\0`).update(content);
  return hash.digest('hex');
}

/** Every file at or below these files and folders, named from `base`; those that `excluded` matches are left out. */
export function collectFiles(base: string, inputs: readonly string[], excluded: RegExp): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const input of inputs) {
    const name = relative(base, input).replaceAll('\\', '/');
    if (isFile(input)) files.set(name, readFileSync(input));
    else for (const [path, content] of readFileTree(input)) files.set(`${name}/${path}`, content);
  }
  return new Map([...files].filter(([path]) => !excluded.test(path)));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
