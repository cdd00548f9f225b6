import { badQuery, DataverseError } from '../records/dataverseError';
import { demand, referencedRow } from '../records/privileges';
import { jsonValue, propertiesOf } from '../records/properties';
import { ownerOf, versionOf } from '../records/rowOwner';
import { ok } from './messages';
import { annotate, rowJson } from './projection';
import { entityContext } from './readSet';
import { requireRow } from './rowKeys';
import { shapeOf } from './shape';
import type { ApiContext } from './context';
import type { ApiRequest, ApiResponse } from './messages';
import type { RowKey } from './rowKeys';
import type { Table } from '../metadata/model';
import type { Row } from '../metadata/rows';
import type { QueryOptions } from '../../odata/syntax';

/** `GET set(key)`: one row, or 304 when the client has it already. */
export function getRow(context: ApiContext, request: ApiRequest, table: Table, key: RowKey): ApiResponse {
  demandRowOptions(request.options);
  const row = readableRow(context, table, key);
  const shape = shapeOf(context, table, request.options);
  const etag = `W/"${versionOf(row)}"`;
  // Expanded rows and annotations may have changed although the row has not.
  const cachable = request.options.expand === undefined && !context.preferences.anyAnnotation;
  if (cachable && request.headers['if-none-match'] === etag) return { status: 304, headers: { ETag: etag } };
  return ok({ '@odata.context': entityContext(context, shape), ...rowJson(context, shape, row) }, { ETag: etag });
}

/** `GET set(key)/column`, and with `/$value` the value alone as text. 204 when there is none. */
export function getProperty(
  context: ApiContext,
  request: ApiRequest,
  table: Table,
  key: RowKey,
  name: string,
  valueOnly: boolean,
): ApiResponse {
  const row = readableRow(context, table, key);
  const property = propertiesOf(table).get(name);
  if (property === undefined) {
    throw new DataverseError(404, '0x8006088a', `Resource not found for the segment '${name}'.`);
  }
  const value = jsonValue(property.column, row);
  if (value === null) return { status: 204, headers: {} };
  if (valueOnly) return { status: 200, headers: { 'content-type': 'text/plain' }, body: textOf(value) };
  const json: Record<string, unknown> = {
    '@odata.context': `${context.root}$metadata#${request.path.split('?')[0] ?? ''}`,
  };
  const annotations: Record<string, unknown> = {};
  annotate(context, annotations, 'value', property.column, row);
  return ok({ ...json, ...annotations, value });
}

/** The row that the key names, if the caller may read it: 404 or 403 otherwise. */
export function readableRow(context: ApiContext, table: Table, key: RowKey): Row {
  const { session } = context;
  // Without any right to read the table, whether a row exists is not told.
  demand(session, 'Read', table);
  const { row } = referencedRow(session, { table: table.logicalName, id: requireRow(session, table, key) });
  demand(session, 'Read', table, ownerOf(table, row));
  return row;
}

function demandRowOptions(options: QueryOptions): void {
  for (const name of ['filter', 'orderby', 'top', 'skip', 'count', 'apply', 'search'] as const) {
    if (options[name] !== undefined) {
      throw badQuery(`The query specified in the URI is not valid. $${name} can be applied to collections only.`);
    }
  }
  for (const name of options.custom.keys()) {
    if (name.startsWith('$')) throw badQuery(`The query parameter ${name} is not supported.`);
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
