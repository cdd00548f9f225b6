import { badPayload, badQuery } from '../records/dataverseError';
import { findRow, readKey, requireRow } from './rowKeys';
import { parseEncodedResourcePath } from '../../odata/pathParser';
import { ODataSyntaxError } from '../../odata/syntax';
import type { ApiContext } from './context';
import type { RowKey } from './rowKeys';
import type { Table } from '../metadata/model';
import type { RowReference } from '../metadata/rows';
import type { ResourceSegment } from '../../odata/syntax';

/** The table and key that an address of one row names. */
export interface RowAddress {
  readonly table: Table;
  readonly key: RowKey;
}

/** Reads `accounts(<id>)`, `/accounts(key='x')` or the same behind the service root. Throws 400. */
export function readRowAddress(context: ApiContext, uri: string): RowAddress {
  const [segment, ...rest] = parse(pathOf(uri));
  const table = segment === undefined ? undefined : context.session.catalog.tableBySet(segment.name);
  if (segment?.arguments === undefined || table === undefined || rest.length > 0) {
    throw badQuery(`Invalid URI '${uri}': it does not name a row.`);
  }
  return { table, key: readKey(table, segment.arguments) };
}

/** The row that an `@odata.bind` or `@odata.id` names. Throws 404 when an alternate key finds none. */
export function readReference(context: ApiContext, uri: unknown, entitySet: string): RowReference {
  if (typeof uri !== 'string') {
    throw badPayload(entitySet, 'Microsoft.OData.ODataException: A reference must be the address of a row.');
  }
  const { table, key } = readRowAddress(context, uri);
  return { table: table.logicalName, id: key.kind === 'id' ? key.id : requireRow(context.session, table, key) };
}

/** The row that the address names, when there is one. */
export function findAddressed(context: ApiContext, address: RowAddress): string | undefined {
  return findRow(context.session, address.table, address.key);
}

function pathOf(uri: string): string {
  const behindRoot = /^(?:https?:\/\/[^/]+)?\/?(?:api\/data\/v9\.\d+\/)?(.*)$/i.exec(uri)?.[1] ?? uri;
  return behindRoot.replace(/^\//, '');
}

function parse(path: string): readonly ResourceSegment[] {
  try {
    return parseEncodedResourcePath(path);
  } catch (error) {
    if (error instanceof ODataSyntaxError) throw badQuery(`Invalid URI: ${error.message}`);
    throw error;
  }
}
