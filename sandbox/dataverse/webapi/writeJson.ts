import { badPayload } from '../records/dataverseError';
import type { Table } from '../metadata/model';

/** Reads a request's body as JSON. Throws 400 for a missing or broken one. */
export function readJson(body: string | undefined, table: Pick<Table, 'entitySetName'>): unknown {
  if (body === undefined || body.trim() === '') {
    throw badPayload(table.entitySetName, 'System.ArgumentException: Stream was not readable.');
  }
  try {
    return JSON.parse(body) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw badPayload(table.entitySetName, `Microsoft.OData.ODataException: Invalid JSON. ${reason}`);
  }
}

/** The version in an ETag; undefined for `*` and for no header. */
export function versionIn(etag: string | undefined): string | undefined {
  if (etag === undefined || etag.trim() === '*') return undefined;
  return /^(?:W\/)?"(.*)"$/.exec(etag.trim())?.[1] ?? etag.trim();
}
