import { badPayload, DataverseError, duplicateRecord, notCovered, rowNotFound } from '../records/dataverseError';
import { deleteRow } from '../records/deletion';
import { inTransaction } from '../records/session';
import { createRow, updateRow } from '../records/writer';
import { mirroredTables } from '../platform/componentRows';
import { demandRegistration } from '../events/registration';
import { rowAddress } from './addresses';
import { joinRows } from './associations';
import { noContent } from './messages';
import { rowJson } from './projection';
import { entityContext } from './readSet';
import { readRowInput } from './rowInput';
import { findRow, requireRow } from './rowKeys';
import { shapeOf } from './shape';
import { readJson, versionIn } from './writeJson';
import type { ApiContext } from './context';
import type { ApiRequest, ApiResponse } from './messages';
import type { RelatedInput, RowInput } from './rowInput';
import type { RowKey } from './rowKeys';
import type { Table } from '../metadata/model';
import type { Row } from '../metadata/rows';

/** `POST set`: creates a row, related ones included. */
export function postRow(context: ApiContext, request: ApiRequest, table: Table): ApiResponse {
  const input = readRowInput(context, table, readJson(request.body, table), 'create');
  const id = createWithRelated(context, table, input);
  return written(context, request, table, id, 'created');
}

/** `PATCH set(key)`: updates, or creates when there is no such row, as far as the conditional headers allow. */
export function patchRow(context: ApiContext, request: ApiRequest, table: Table, key: RowKey): ApiResponse {
  const { session } = context;
  const ifMatch = request.headers['if-match'];
  const createsOnly = request.headers['if-none-match']?.trim() === '*';
  const existing = findRow(session, table, key);
  const body = readJson(request.body, table);
  if (existing === undefined) {
    if (ifMatch !== undefined) requireRow(session, table, key);
    const id = createKeyed(context, table, key, readRowInput(context, table, body, 'create'));
    return written(context, request, table, id, 'created');
  }
  if (createsOnly) throw duplicateRecord();
  updateWith(context, table, existing, readRowInput(context, table, body, 'update'), versionIn(ifMatch));
  return written(context, request, table, existing, 'updated');
}

/** Updates a row with what a body says. */
export function updateWith(
  context: ApiContext,
  table: Table,
  id: string,
  input: RowInput,
  expectedVersion?: string,
): void {
  demandWritable(table);
  const [related] = input.related;
  if (related !== undefined) throw notCovered(`joining rows of ${related.navigation.name} in an update`);
  const before = context.session.organization.store.row(table.logicalName, id);
  demandRegistration(table, { ...before, ...input.values });
  updateRow(context.session, table, id, input.values, expectedVersion);
}

/** Creates the row that a key names: the key's values become the row's. */
export function createKeyed(context: ApiContext, table: Table, key: RowKey, input: RowInput): string {
  if (key.kind === 'id') return createWithRelated(context, table, input, key.id);
  // Dataverse answers this way when a new row's key is in the address and in the body too
  // (PowerPlatform-DataverseClient-Python pull request 127); an existing row it updates.
  if (key.key.columns.some((column) => column in input.values)) {
    throw new DataverseError(400, '0x80040216', 'An unexpected error occurred.');
  }
  return createWithRelated(context, table, { ...input, values: { ...input.values, ...key.values } });
}

/** Creates a row and the related ones that come with it, all or nothing. Returns its id. */
export function createWithRelated(context: ApiContext, table: Table, input: RowInput, givenId?: string): string {
  demandWritable(table);
  return inTransaction(context.session, () => {
    const values: Record<string, Row[string]> = { ...input.values };
    for (const { navigation, table: other, content } of input.related) {
      if (navigation.kind !== 'single' || !isInput(content)) continue;
      const id = createWithRelated(context, other, content);
      values[navigation.column.logicalName] = { table: other.logicalName, id };
    }
    demandRegistration(table, values);
    const ownId = values[table.primaryIdColumn];
    const id = createRow(context.session, table, values, givenId ?? (typeof ownId === 'string' ? ownId : undefined));
    for (const related of input.related) createRelated(context, table, id, related);
    return id;
  });
}

function createRelated(context: ApiContext, table: Table, id: string, related: RelatedInput): void {
  const { navigation, content, table: other } = related;
  if (navigation.kind === 'single') return;
  const parent = { table: table.logicalName, id };
  if (navigation.kind === 'collection') {
    const lookup = { [navigation.relationship.referencingColumn]: parent };
    if (isInput(content)) {
      createWithRelated(context, other, { ...content, values: { ...content.values, ...lookup } });
    } else {
      updateRow(context.session, other, content.id, lookup);
    }
    return;
  }
  const otherId = isInput(content) ? createWithRelated(context, other, content) : content.id;
  joinRows(context.session, table, id, navigation, otherId);
}

/** `DELETE set(key)`. */
export function removeRow(context: ApiContext, request: ApiRequest, table: Table, key: RowKey): ApiResponse {
  demandWritable(table);
  deleteRow(context.session, table, requireRow(context.session, table, key), versionIn(request.headers['if-match']));
  return noContent();
}

/** `PUT set(key)/column` with `{"value": …}`, or its `DELETE`, which empties the column. */
export function writeProperty(
  context: ApiContext,
  request: ApiRequest,
  table: Table,
  key: RowKey,
  column: string,
): ApiResponse {
  const id = requireRow(context.session, table, key);
  const body = request.method === 'DELETE' ? { value: null } : readJson(request.body, table);
  const value = typeof body === 'object' && body !== null && 'value' in body ? body.value : undefined;
  if (value === undefined)
    throw badPayload(table.entitySetName, 'Microsoft.OData.ODataException: The body has no value.');
  const input = readRowInput(context, table, { [column]: value }, 'update');
  updateWith(context, table, id, input, versionIn(request.headers['if-match']));
  return noContent();
}

function demandWritable(table: Table): void {
  if (mirroredTables.has(table.logicalName))
    throw notCovered(`writing rows of ${table.logicalName}: they come with solutions`);
  if (table.isIntersect) throw notCovered(`writing rows of the intersect table ${table.logicalName}`);
}

/** The answer to a write: 204 with the row's address, or the row itself when the request prefers it. */
function written(
  context: ApiContext,
  request: ApiRequest,
  table: Table,
  id: string,
  outcome: 'created' | 'updated',
): ApiResponse {
  const address = rowAddress(context.root, table, id);
  if (!context.preferences.returnRepresentation) return noContent(address);
  const row = context.session.organization.store.row(table.logicalName, id);
  if (row === undefined) throw rowNotFound(table.logicalName, id);
  const { select, expand, aliases } = request.options;
  const expanded = outcome === 'created' ? { expand } : {};
  const options = { select, aliases, custom: new Map(), ...expanded };
  const shape = shapeOf(context, table, withoutUndefined(options));
  const body = { '@odata.context': entityContext(context, shape), ...rowJson(context, shape, row) };
  const headers = { 'OData-EntityId': address, ...(outcome === 'created' ? { Location: address } : {}) };
  return { status: outcome === 'created' ? 201 : 200, headers, body };
}

function withoutUndefined<Options extends object>(options: Options): Options {
  for (const [name, value] of Object.entries(options)) if (value === undefined) Reflect.deleteProperty(options, name);
  return options;
}

function isInput(content: RelatedInput['content']): content is RowInput {
  return 'values' in content;
}
