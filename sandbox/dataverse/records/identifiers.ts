import { randomBytes } from 'node:crypto';

const guidText = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for the 36 characters of a GUID, any version, without braces. */
export function isGuid(text: string): boolean {
  return guidText.test(text);
}

/**
 * Makes ids that grow: a counter in front, random bits of this server behind.
 * Their version digit is arbitrary, as in the sequential ids of Dataverse.
 */
export function sequentialIds(start = Date.now()): () => string {
  const node = randomBytes(8).toString('hex');
  let counter = start;
  return () => {
    counter += 1;
    const hex = counter.toString(16).padStart(16, '0') + node;
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };
}
