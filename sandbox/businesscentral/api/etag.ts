import { createHash } from 'node:crypto';

/** A weak ETag in the shape Business Central's have: base64 of a number, a hash and a version. */
export function formatEtag(id: string, version: number | string): string {
  const hash = createHash('md5').update(`${id}/${version}`).digest('hex').slice(0, 15);
  const number = Number.parseInt(hash.slice(0, 12), 16);
  return `W/"${Buffer.from(`20;${number};00;`).toString('base64')}"`;
}
