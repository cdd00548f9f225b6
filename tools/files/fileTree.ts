import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The files of a folder: path from that folder with forward slashes -> content. */
export type FileTree = ReadonlyMap<string, Uint8Array>;

/** Reads every file below a folder, sorted by path. A folder that does not exist has no files. */
export function readFileTree(folder: string): Map<string, Uint8Array> {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort(compareOrdinal);
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

/** Makes a folder hold exactly these files. */
export function replaceFolder(folder: string, tree: FileTree): void {
  rmSync(folder, { recursive: true, force: true });
  writeFiles(folder, tree);
}

/** Writes these files into a folder and leaves its other files alone. */
export function writeFiles(folder: string, tree: FileTree): void {
  for (const [path, content] of tree) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

/** Order by UTF-16 code unit: the same on every machine, whatever its language. */
export function compareOrdinal(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
