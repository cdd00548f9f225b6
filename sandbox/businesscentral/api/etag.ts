/** FNV-1a, 32 bit: quick, and two records of the same id and version must only agree with themselves. */
function hashOf(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** A weak ETag in the shape Business Central's have: base64 of a number, a hash and a version. */
export function formatEtag(id: string, version: number | string): string {
  const text = `${id}/${version}`;
  return `W/"${btoa(`20;${hashOf(text, 0x811c9dc5)}${hashOf(text, 0x1b873593)};00;`)}"`;
}
