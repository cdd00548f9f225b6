import { duplicateRecord, methodNotAllowed, rowNotFound } from '../records/dataverseError';
import { demand, demandAssociation, tableNamed } from '../records/privileges';
import { readableTest } from '../records/query';
import { asReference, ownerOf } from '../records/rowOwner';
import { updateRow } from '../records/writer';
import { rowAddress } from './addresses';
import { noContent, ok } from './messages';
import { isRecord } from './rowInput';
import { readReference } from './referenceUri';
import { relatedRows } from './relatedRows';
import { requireRow } from './rowKeys';
import { targetOf } from './rowScope';
import { readJson } from './writeJson';
import type { ApiContext } from './context';
import type { ApiRequest, ApiResponse } from './messages';
import type { RowKey } from './rowKeys';
import type { NavigationProperty } from '../metadata/catalog';
import type { Table } from '../metadata/model';
import type { Row, RowReference } from '../metadata/rows';
import type { Session } from '../records/session';

type ManyToMany = Extract<NavigationProperty, { kind: 'manyToMany' }>;

/** Joins two rows by an intersect table. Roles need prvAssignRole, all others Append and AppendTo. */
export function joinRows(session: Session, table: Table, id: string, navigation: ManyToMany, otherId: string): void {
  demandJoin(session, table, id, navigation, otherId);
  const { store } = session.organization;
  const { relationship, ownColumn, otherColumn } = navigation;
  if (store.joined(relationship.intersectTable, ownColumn, id, otherColumn).includes(otherId)) throw duplicateRecord();
  store.join(relationship.intersectTable, { [ownColumn]: id, [otherColumn]: otherId });
}

function demandJoin(session: Session, table: Table, id: string, navigation: ManyToMany, otherId: string): void {
  const own = { table, row: existing(session, table, id) };
  const otherTable = tableNamed(session, navigation.otherTable);
  const other = { table: otherTable, row: existing(session, otherTable, otherId) };
  const role = [own, other].find((side) => side.table.logicalName === 'role');
  if (role !== undefined) demand(session, 'Assign', role.table, ownerOf(role.table, role.row));
  else demandAssociation(session, own, other);
}

/** `…/navigation/$ref`: reads, sets, adds or removes references. */
export function handleReference(
  context: ApiContext,
  request: ApiRequest,
  table: Table,
  key: RowKey,
  navigation: NavigationProperty,
  other: RowKey | undefined,
): ApiResponse {
  const { session } = context;
  const id = requireRow(session, table, key);
  switch (request.method) {
    case 'GET':
      return readReferences(context, table, id, navigation);
    case 'PUT':
    case 'POST':
      addReference(context, request, table, id, navigation);
      return noContent();
    case 'DELETE':
      removeReference(context, request, table, id, navigation, other);
      return noContent();
    default:
      throw methodNotAllowed(request.method, `${navigation.name}/$ref`);
  }
}

function readReferences(context: ApiContext, table: Table, id: string, navigation: NavigationProperty): ApiResponse {
  const { session, root } = context;
  demand(session, 'Read', table, ownerOf(table, existing(session, table, id)));
  const own = existing(session, table, id);
  const addresses: string[] = [];
  for (const row of relatedRows(session, table, own, navigation)) {
    const reference = navigation.kind === 'single' ? asReference(own[navigation.column.logicalName]) : undefined;
    const target = tableNamed(session, reference?.table ?? targetOf(navigation));
    const rowId = row[target.primaryIdColumn];
    const readable = readableTest(session, target)?.(row) ?? true;
    if (typeof rowId === 'string' && readable) addresses.push(rowAddress(root, target, rowId));
  }
  if (navigation.kind === 'single') {
    const [address] = addresses;
    if (address === undefined) return noContent();
    return ok({ '@odata.context': `${root}$metadata#$ref`, '@odata.id': address });
  }
  const value = addresses.map((address) => ({ '@odata.id': address }));
  return ok({ '@odata.context': `${root}$metadata#Collection($ref)`, value });
}

function addReference(
  context: ApiContext,
  request: ApiRequest,
  table: Table,
  id: string,
  navigation: NavigationProperty,
): void {
  const isSingle = navigation.kind === 'single';
  if (isSingle !== (request.method === 'PUT')) throw methodNotAllowed(request.method, `${navigation.name}/$ref`);
  const body = readJson(request.body, table);
  const reference = readReference(context, isRecord(body) ? body['@odata.id'] : undefined, table.entitySetName);
  const { session } = context;
  if (navigation.kind === 'single') updateRow(session, table, id, { [navigation.column.logicalName]: reference });
  else if (navigation.kind === 'manyToMany') joinRows(session, table, id, navigation, reference.id);
  else updateChild(session, navigation, reference, { table: table.logicalName, id });
}

function removeReference(
  context: ApiContext,
  request: ApiRequest,
  table: Table,
  id: string,
  navigation: NavigationProperty,
  other: RowKey | undefined,
): void {
  const { session } = context;
  if (navigation.kind === 'single') {
    updateRow(session, table, id, { [navigation.column.logicalName]: null });
    return;
  }
  const otherTable = tableNamed(session, targetOf(navigation));
  const otherId =
    other === undefined
      ? readReference(context, request.options.custom.get('$id'), table.entitySetName).id
      : requireRow(session, otherTable, other);
  if (navigation.kind === 'collection') {
    updateChild(session, navigation, { table: otherTable.logicalName, id: otherId }, null);
    return;
  }
  demandJoin(session, table, id, navigation, otherId);
  const { relationship, ownColumn, otherColumn } = navigation;
  session.organization.store.unjoin(relationship.intersectTable, { [ownColumn]: id, [otherColumn]: otherId });
}

function updateChild(
  session: Session,
  navigation: Extract<NavigationProperty, { kind: 'collection' }>,
  child: RowReference,
  parent: RowReference | null,
): void {
  const table = tableNamed(session, navigation.relationship.referencingTable);
  updateRow(session, table, child.id, { [navigation.relationship.referencingColumn]: parent });
}

function existing(session: Session, table: Table, id: string): Row {
  const row = session.organization.store.row(table.logicalName, id);
  if (row === undefined) throw rowNotFound(table.logicalName, id);
  return row;
}
