import type { Table } from '../metadata/model';

/** A key value as it stands in the path of an address. */
export function encodeKey(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}

/** The address of a row. */
export function rowAddress(root: string, table: Table, id: string): string {
  return `${root}${table.entitySetName}(${id})`;
}
