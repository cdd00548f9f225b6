import JSZip from 'jszip';
import { compareOrdinal, type FileTree } from '../files/fileTree';

/** The oldest time a zip can hold. The same in every zip, so that equal content gives equal bytes. */
const entryDate = new Date(Date.UTC(1980, 0, 1));

/** Writes a zip whose bytes depend on the entries alone: `[Content_Types].xml` first, the others sorted. */
export async function writeZip(entries: FileTree): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const name of [...entries.keys()].sort(compareEntries)) {
    archive.file(name, entries.get(name) ?? '', { date: entryDate, createFolders: false });
  }
  return archive.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'DOS',
  });
}

/**
 * Reads every entry of a zip, in the order of the file.
 * @throws Error when the bytes are no zip.
 */
export async function readZip(content: Uint8Array): Promise<Map<string, Uint8Array>> {
  const archive = await JSZip.loadAsync(content);
  const entries = new Map<string, Uint8Array>();
  for (const [name, entry] of Object.entries(archive.files)) {
    if (!entry.dir) entries.set(name, await entry.async('uint8array'));
  }
  return entries;
}

function compareEntries(left: string, right: string): number {
  const first = '[Content_Types].xml';
  if (left === first || right === first) return left === right ? 0 : left === first ? -1 : 1;
  return compareOrdinal(left, right);
}
