import { badQuery, methodNotAllowed, notCovered, rowNotFound, unknownSegment } from '../records/dataverseError';
import { demand, tableNamed } from '../records/privileges';
import { propertiesOf } from '../records/properties';
import { asReference } from '../records/rowOwner';
import { handleReference } from './associations';
import { createMultiple, updateMultiple, upsertMultiple } from './bulk';
import { noContent } from './messages';
import { countSet, readSet } from './readSet';
import { getProperty, getRow, readableRow } from './readRow';
import { relatedIds } from './relatedRows';
import { readKey, requireRow } from './rowKeys';
import { targetOf } from './rowScope';
import { patchRow, postRow, removeRow, writeProperty } from './writeRows';
import type { ApiContext } from './context';
import type { ApiRequest, ApiResponse } from './messages';
import type { RowSource } from './rowSource';
import type { RowKey } from './rowKeys';
import type { NavigationProperty } from '../metadata/catalog';
import type { Table } from '../metadata/model';
import type { ResourceSegment } from '../../odata/syntax';

export type Answer = ApiResponse | Promise<ApiResponse>;

/** What the router leaves to others. */
export interface RouterPorts {
  /** Functions and actions of the whole organization, metadata, the service document; undefined for unknown names. */
  readonly operation: (
    context: ApiContext,
    request: ApiRequest,
    segments: readonly ResourceSegment[],
  ) => Answer | undefined;
  /** Functions and actions bound to a row; undefined for unknown names. */
  readonly boundOperation: (
    context: ApiContext,
    request: ApiRequest,
    row: { readonly table: Table; readonly id: string },
    segment: ResourceSegment,
  ) => Answer | undefined;
  /** `fetchXml=`, `savedQuery=` and `userQuery=`; undefined when the request has none of them. */
  readonly predefinedQuery: (context: ApiContext, request: ApiRequest, source: RowSource) => Answer | undefined;
  /** Deletes rows that are more than rows, such as solutions; undefined for all others. */
  readonly specialDelete: (context: ApiContext, table: Table, id: string) => Answer | undefined;
}

/** Leads one operation to what carries it out. Throws DataverseError. */
export function route(context: ApiContext, request: ApiRequest, ports: RouterPorts): Answer {
  const [first, ...rest] = request.segments;
  const table = first === undefined ? undefined : context.session.catalog.tableBySet(first.name);
  if (first === undefined || table === undefined) {
    const answer = ports.operation(context, request, request.segments);
    if (answer === undefined) throw unknownSegment(first?.name ?? '');
    return answer;
  }
  if (first.arguments === undefined || first.arguments.kind === 'empty') {
    return routeSet(context, request, { table, within: undefined }, rest, ports);
  }
  return routeRow(context, request, table, readKey(table, first.arguments, request.options.aliases), rest, ports);
}

function routeSet(
  context: ApiContext,
  request: ApiRequest,
  source: RowSource,
  rest: readonly ResourceSegment[],
  ports: RouterPorts,
): Answer {
  const { table } = source;
  const [next, ...others] = rest;
  if (next === undefined) {
    if (request.method === 'GET')
      return ports.predefinedQuery(context, request, source) ?? readSet(context, request, source);
    if (request.method === 'POST' && source.within === undefined) return postRow(context, request, table);
    throw methodNotAllowed(request.method, table.entitySetName);
  }
  if (others.length > 0) throw unknownSegment(others[0]?.name ?? '');
  if (next.name === '$count' && request.method === 'GET') return countSet(context, request, source);
  const bulk = bulkOperations[next.name];
  if (bulk !== undefined && source.within === undefined) {
    if (request.method !== 'POST') throw methodNotAllowed(request.method, next.name);
    return bulk(context, request, table);
  }
  if (next.name.startsWith('Microsoft.Dynamics.CRM.')) throw notCovered(`the operation ${next.name}`);
  throw unknownSegment(next.name);
}

const bulkOperations: Readonly<
  Record<string, (context: ApiContext, request: ApiRequest, table: Table) => ApiResponse>
> = {
  'Microsoft.Dynamics.CRM.CreateMultiple': createMultiple,
  'Microsoft.Dynamics.CRM.UpdateMultiple': updateMultiple,
  'Microsoft.Dynamics.CRM.UpsertMultiple': upsertMultiple,
};

function routeRow(
  context: ApiContext,
  request: ApiRequest,
  table: Table,
  key: RowKey,
  rest: readonly ResourceSegment[],
  ports: RouterPorts,
): Answer {
  const [next, ...others] = rest;
  if (next === undefined) return onRow(context, request, table, key, ports);
  if (next.name === '$ref' && others.length === 0) throw notCovered('$ref of a row itself');
  if (next.name.startsWith('Microsoft.Dynamics.CRM.')) {
    const id = requireRow(context.session, table, key);
    const answer = ports.boundOperation(context, request, { table, id }, next);
    if (answer === undefined) throw unknownSegment(next.name);
    return answer;
  }
  const navigation = context.session.catalog.navigation(table.logicalName).get(next.name);
  if (navigation !== undefined) return routeNavigation(context, request, table, key, navigation, next, others, ports);
  if (!propertiesOf(table).has(next.name) && !table.columns.has(next.name)) throw unknownSegment(next.name);
  return onProperty(context, request, table, key, next.name, others);
}

function onRow(context: ApiContext, request: ApiRequest, table: Table, key: RowKey, ports: RouterPorts): Answer {
  switch (request.method) {
    case 'GET':
      return getRow(context, request, table, key);
    case 'PATCH':
      return patchRow(context, request, table, key);
    case 'DELETE':
      return (
        ports.specialDelete(context, table, requireRow(context.session, table, key)) ??
        removeRow(context, request, table, key)
      );
    default:
      throw methodNotAllowed(request.method, table.entitySetName);
  }
}

function onProperty(
  context: ApiContext,
  request: ApiRequest,
  table: Table,
  key: RowKey,
  name: string,
  others: readonly ResourceSegment[],
): ApiResponse {
  const valueOnly = others[0]?.name === '$value' && others.length === 1;
  if (others.length > 0 && !valueOnly) throw unknownSegment(others[0]?.name ?? '');
  if (request.method === 'GET') return getProperty(context, request, table, key, name, valueOnly);
  if ((request.method === 'PUT' || request.method === 'DELETE') && !valueOnly) {
    return writeProperty(context, request, table, key, name);
  }
  throw methodNotAllowed(request.method, name);
}

function routeNavigation(
  context: ApiContext,
  request: ApiRequest,
  table: Table,
  key: RowKey,
  navigation: NavigationProperty,
  segment: ResourceSegment,
  rest: readonly ResourceSegment[],
  ports: RouterPorts,
): Answer {
  const { session } = context;
  const member =
    segment.arguments === undefined || navigation.kind === 'single'
      ? undefined
      : readKey(tableNamed(session, targetOf(navigation)), segment.arguments, request.options.aliases);
  if (rest[0]?.name === '$ref' && rest.length === 1) {
    return handleReference(context, request, table, key, navigation, member);
  }
  const row = readableRow(context, table, key);
  if (navigation.kind === 'single') {
    const reference = asReference(row[navigation.column.logicalName]);
    if (reference === undefined || !navigation.targets.includes(reference.table)) {
      demand(session, 'Read', tableNamed(session, targetOf(navigation)));
      return noContent();
    }
    const target = tableNamed(session, reference.table);
    return routeRow(context, request, target, { kind: 'id', id: reference.id }, rest, ports);
  }
  const id = row[table.primaryIdColumn];
  const ids = typeof id === 'string' ? relatedIds(session, navigation, id) : [];
  const target = tableNamed(session, targetOf(navigation));
  if (member === undefined) {
    const within = { column: target.primaryIdColumn, ids };
    return routeSet(context, request, { table: target, within }, rest, ports);
  }
  const memberId = requireRow(session, target, member);
  if (!ids.includes(memberId)) throw rowNotFound(target.logicalName, memberId);
  if (request.method !== 'GET')
    throw badQuery(`Address the row itself to change it: ${target.entitySetName}(${memberId}).`);
  return routeRow(context, request, target, { kind: 'id', id: memberId }, rest, ports);
}
