import { posix } from 'node:path';
import { compareOrdinal } from '../files/fileTree';
import { elementOf, type XmlElement } from '../xml/element';

const namespace = 'http://schemas.openxmlformats.org/package/2006/content-types';
const binary = 'application/octet-stream';

/**
 * `[Content_Types].xml` for these parts: one Default for each extension, one Override for each part that has none and
 * for each control manifest, as SolutionPackager writes it.
 */
export function contentTypes(parts: readonly string[]): XmlElement {
  const extensions = new Set(parts.map(extensionOf).filter((extension) => extension !== ''));
  const defaults = [...extensions]
    .sort(compareOrdinal)
    .map((extension) => elementOf('Default', [], { Extension: extension, ContentType: typeOf(extension) }));
  const overrides = parts
    .filter((part) => extensionOf(part) === '' || part.endsWith('/ControlManifest.xml'))
    .sort(compareOrdinal)
    .map((part) => elementOf('Override', [], { PartName: `/${part}`, ContentType: binary }));
  return elementOf('Types', [...defaults, ...overrides], { xmlns: namespace });
}

/** A part's extension in lower case without the dot; empty when its name has none. */
export function extensionOf(part: string): string {
  return posix.extname(part).slice(1).toLowerCase();
}

function typeOf(extension: string): string {
  return extension === 'xml' ? 'text/xml' : binary;
}
