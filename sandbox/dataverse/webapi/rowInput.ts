import { badPayload, badQuery } from '../records/dataverseError';
import { propertiesOf } from '../records/properties';
import { tableNamed } from '../records/privileges';
import { invalidProperty, readValue } from '../records/values';
import { isLookup } from '../metadata/columns';
import { readReference } from './referenceUri';
import type { ApiContext } from './context';
import type { Column } from '../metadata/columns';
import type { NavigationProperty } from '../metadata/catalog';
import type { Table } from '../metadata/model';
import type { RowReference, RowValue } from '../metadata/rows';

/** A related row that a create brings with it, or an existing one that it is to be joined with. */
export interface RelatedInput {
  readonly navigation: NavigationProperty;
  readonly table: Table;
  readonly content: RowInput | RowReference;
}

/** What the body of a write says about one row. */
export interface RowInput {
  readonly values: Record<string, RowValue>;
  readonly related: readonly RelatedInput[];
  /** `@odata.type` and `@odata.id`, where given. */
  readonly type: string | undefined;
  readonly address: string | undefined;
}

export type WritePurpose = 'create' | 'update';

/** Reads a JSON object as a row of the table. Throws 400 (0x80048d19) for names and values that do not fit. */
export function readRowInput(context: ApiContext, table: Table, body: unknown, purpose: WritePurpose): RowInput {
  if (!isRecord(body))
    throw badPayload(table.entitySetName, 'Microsoft.OData.ODataException: The body is not a JSON object.');
  const values: Record<string, RowValue> = {};
  const related: RelatedInput[] = [];
  for (const [name, value] of Object.entries(body)) {
    const at = name.indexOf('@');
    if (at === 0) continue;
    if (at > 0) {
      if (name.slice(at) === '@odata.bind') bind(context, table, name.slice(0, at), value, values, related);
      continue;
    }
    const column = table.columns.get(name);
    if (column !== undefined && !isLookup(column) && isProperty(table, column)) {
      if (isWritable(column, purpose)) values[name] = readValue(table, column, value);
      continue;
    }
    readNavigation(context, table, name, value, purpose, values, related);
  }
  return { values, related, type: textOf(body['@odata.type']), address: textOf(body['@odata.id']) };
}

/** True for an object of JSON that is no array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A column that OData knows, for reading or only for writing (such as a web hook's key). */
function isProperty(table: Table, column: Column): boolean {
  return propertiesOf(table).has(column.logicalName) || !column.validForRead;
}

/** Columns that cannot be written at this moment are ignored, as the platform does with createdon and statecode. */
function isWritable(column: Column, purpose: WritePurpose): boolean {
  if (column.isPrimaryId) return purpose === 'create';
  return purpose === 'create' ? column.validForCreate : column.validForUpdate;
}

function bind(
  context: ApiContext,
  table: Table,
  name: string,
  value: unknown,
  values: Record<string, RowValue>,
  related: RelatedInput[],
): void {
  const navigation = context.session.catalog.navigation(table.logicalName).get(name);
  if (navigation === undefined) throw undeclared(table, name);
  if (navigation.kind !== 'single') {
    const other = tableNamed(context.session, targetTable(navigation));
    for (const uri of Array.isArray(value) ? value : [value]) {
      related.push({ navigation, table: other, content: readReference(context, uri, table.entitySetName) });
    }
    return;
  }
  if (value === null) {
    values[navigation.column.logicalName] = null;
    return;
  }
  const reference = readReference(context, value, table.entitySetName);
  if (!navigation.targets.includes(reference.table)) {
    throw badPayload(
      table.entitySetName,
      `Microsoft.OData.ODataException: The navigation property '${name}' of '${table.logicalName}' cannot refer to ` +
        `a '${reference.table}'.`,
    );
  }
  values[navigation.column.logicalName] = reference;
}

function readNavigation(
  context: ApiContext,
  table: Table,
  name: string,
  value: unknown,
  purpose: WritePurpose,
  values: Record<string, RowValue>,
  related: RelatedInput[],
): void {
  if (propertiesOf(table).has(name)) {
    throw badPayload(
      table.entitySetName,
      'Microsoft.Crm.CrmException: CRM do not support direct update of Entity Reference properties, Use Navigation properties instead.',
    );
  }
  const navigation = context.session.catalog.navigation(table.logicalName).get(name);
  if (navigation === undefined) throw invalidProperty(table, name);
  if (navigation.kind === 'single' && value === null) {
    values[navigation.column.logicalName] = null;
    return;
  }
  if (purpose === 'update') throw badQuery(`Related rows can be given on create only: ${name}.`);
  const other = tableNamed(context.session, targetTable(navigation));
  const bodies: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (Array.isArray(value) === (navigation.kind === 'single')) throw invalidProperty(table, name);
  for (const body of bodies) {
    related.push({ navigation, table: other, content: readRowInput(context, other, body, 'create') });
  }
}

function targetTable(navigation: NavigationProperty): string {
  if (navigation.kind === 'collection') return navigation.relationship.referencingTable;
  return navigation.kind === 'manyToMany' ? navigation.otherTable : (navigation.targets[0] ?? '');
}

function undeclared(table: Table, name: string): Error {
  return badPayload(
    table.entitySetName,
    `Microsoft.OData.ODataException: An undeclared property '${name}' which only has property annotations in the ` +
      'payload but no property value was found in the payload. In OData, only declared navigation properties and ' +
      'declared named streams can be represented as properties without values.',
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
