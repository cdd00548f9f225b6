import { crc32, inflateRawSync } from 'node:zlib';
import { SolutionRefused } from './refusal';

/** Dataverse takes solution files up to 95 MB; a part, and all parts together, may not unpack to more than these. */
const maximumFileBytes = 95 * 1024 * 1024;
const maximumPartBytes = 32 * 1024 * 1024;
const maximumUnpackedBytes = 256 * 1024 * 1024;
const maximumParts = 5000;

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
const stored = 0;
const deflated = 8;
const encrypted = 0x1;

interface DirectoryEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly offset: number;
}

function invalid(reason: string): SolutionRefused {
  return new SolutionRefused('invalidFile', `The solution file is invalid: ${reason}.`);
}

/** Part names become addresses of web resources and controls: nothing may lead out of the package. */
function checkName(name: string): void {
  const segments = name.split('/');
  const leadsOut = name.startsWith('/') || /^[a-z]:/iu.test(name) || segments.some((part) => part === '..' || part === '.');
  if (name === '' || leadsOut || /[\\\u0000-\u001f]/u.test(name)) throw invalid(`the part name '${name}' is not allowed`);
}

function findEnd(file: Buffer): number {
  const earliest = Math.max(0, file.length - 22 - 0xffff);
  for (let position = file.length - 22; position >= earliest; position -= 1) {
    if (file.readUInt32LE(position) === endOfDirectory) return position;
  }
  throw invalid('it is no zip file, or its end is missing');
}

function readDirectory(file: Buffer): DirectoryEntry[] {
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  if (count > maximumParts) throw invalid(`it has ${count} parts, more than ${maximumParts}`);
  const entries: DirectoryEntry[] = [];
  let position = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (file.readUInt32LE(position) !== directoryEntry) throw invalid('its directory is damaged');
    const nameBytes = file.readUInt16LE(position + 28);
    entries.push({
      name: file.toString('utf8', position + 46, position + 46 + nameBytes),
      flags: file.readUInt16LE(position + 8),
      method: file.readUInt16LE(position + 10),
      crc: file.readUInt32LE(position + 16),
      packedBytes: file.readUInt32LE(position + 20),
      bytes: file.readUInt32LE(position + 24),
      offset: file.readUInt32LE(position + 42),
    });
    position += 46 + nameBytes + file.readUInt16LE(position + 30) + file.readUInt16LE(position + 32);
  }
  return entries;
}

function unpack(file: Buffer, entry: DirectoryEntry): Uint8Array {
  if ((entry.flags & encrypted) !== 0) throw invalid(`the part '${entry.name}' is encrypted`);
  if (file.readUInt32LE(entry.offset) !== localHeader) throw invalid(`the part '${entry.name}' is damaged`);
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  const packed = file.subarray(start, start + entry.packedBytes);
  if (packed.length !== entry.packedBytes) throw invalid(`the part '${entry.name}' is cut off`);
  if (entry.method !== stored && entry.method !== deflated) {
    throw invalid(`the part '${entry.name}' is compressed in an unknown way (${entry.method})`);
  }
  // The limit is the size that the directory claims: a part that holds more stops there.
  const content = entry.method === stored ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) });
  if (content.length !== entry.bytes || crc32(content) !== entry.crc) {
    throw invalid(`the part '${entry.name}' does not match its checksum`);
  }
  return content;
}

function checkSizes(entries: readonly DirectoryEntry[]): void {
  const large = entries.find((entry) => entry.bytes > maximumPartBytes);
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (large) throw new SolutionRefused('fileTooLarge', `The part '${large.name}' unpacks to ${large.bytes} bytes.`);
  if (total > maximumUnpackedBytes) throw new SolutionRefused('fileTooLarge', `The file unpacks to ${total} bytes.`);
}

/**
 * The parts of a solution file by name. Sizes, names, encryption and checksums are checked before anything is kept;
 * zlib is used directly because an archive library inflates a part to its end before it can say that its size is a lie.
 * @throws SolutionRefused for everything that is no sound zip file within the limits
 */
export function readPackage(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (bytes.length > maximumFileBytes) {
    throw new SolutionRefused('fileTooLarge', `The solution file has ${bytes.length} bytes, more than ${maximumFileBytes}.`);
  }
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 22) throw invalid('it is no zip file, or its end is missing');
  try {
    const entries = readDirectory(file).filter((entry) => !entry.name.endsWith('/'));
    checkSizes(entries);
    const parts = new Map<string, Uint8Array>();
    for (const entry of entries) {
      checkName(entry.name);
      if (parts.has(entry.name)) throw invalid(`the part '${entry.name}' is there twice`);
      parts.set(entry.name, unpack(file, entry));
    }
    return parts;
  } catch (error) {
    if (error instanceof SolutionRefused) throw error;
    // What zlib and Buffer throw names an offset, which helps nobody: the file is damaged.
    throw invalid(error instanceof Error ? `it is damaged (${error.message})` : 'it is damaged');
  }
}
