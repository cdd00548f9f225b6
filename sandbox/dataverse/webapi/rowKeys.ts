import { badQuery, DataverseError, keyNotFound, rowNotFound } from '../records/dataverseError';
import { isGuid } from '../records/identifiers';
import { columnNamed, propertyName } from '../records/properties';
import { readValue } from '../records/values';
import { isLookup } from '../metadata/columns';
import type { Session } from '../records/session';
import type { AlternateKey, Table } from '../metadata/model';
import type { Row, RowValue } from '../metadata/rows';
import type { Expression, Literal, NamedValue, SegmentArguments } from '../../odata/syntax';

/** How an address names a row. */
export type RowKey =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'alternate'; readonly key: AlternateKey; readonly values: Row };

/** Reads the parentheses behind an entity set: an id, or the columns of an alternate key that is active. */
export function readKey(
  table: Table,
  segment: SegmentArguments,
  aliases: ReadonlyMap<string, Expression> = new Map(),
): RowKey {
  if (segment.kind === 'empty') throw badQuery(`A key is missing behind ${table.entitySetName}.`);
  if (segment.kind === 'single') return { kind: 'id', id: readId(literalOf(segment.value, aliases), table) };
  const [only, ...others] = segment.values;
  if (only?.name === table.primaryIdColumn && others.length === 0) {
    return { kind: 'id', id: readId(literalOf(only.value, aliases), table) };
  }
  return alternateKey(table, segment.values, aliases);
}

/** The id of the row that a key names; undefined when there is none. */
export function findRow(session: Session, table: Table, key: RowKey): string | undefined {
  const { store } = session.organization;
  if (key.kind === 'id') return store.row(table.logicalName, key.id) === undefined ? undefined : key.id;
  const index = store.keyIndexes(table).find((one) => one.key.logicalName === key.key.logicalName);
  return index?.find(key.values);
}

/** The id of the row that a key names. Throws the 404 of its kind when there is none. */
export function requireRow(session: Session, table: Table, key: RowKey): string {
  const id = findRow(session, table, key);
  if (id !== undefined) return id;
  throw key.kind === 'id' ? rowNotFound(table.logicalName, key.id) : keyNotFound(table.logicalName);
}

function alternateKey(table: Table, given: readonly NamedValue[], aliases: ReadonlyMap<string, Expression>): RowKey {
  const values: Record<string, RowValue> = {};
  for (const { name, value } of given) {
    const column = columnNamed(table, name);
    // A lookup is part of a key under its property name only: _bci_connectionid_value, not bci_connectionid.
    if (column === undefined || propertyName(column) !== name) throw unknownKey(table);
    values[column.logicalName] = keyPart(table, column.logicalName, literalOf(value, aliases));
  }
  const names = Object.keys(values);
  const key = table.keys.find(
    (one) => one.columns.length === names.length && one.columns.every((column) => names.includes(column)),
  );
  if (key === undefined) throw unknownKey(table);
  if (key.indexStatus !== 'Active') {
    throw new DataverseError(
      400,
      '0x80060890',
      `The entity key ${key.schemaName} of ${table.logicalName} is not active: its index is ${key.indexStatus}.`,
    );
  }
  return { kind: 'alternate', key, values };
}

function keyPart(table: Table, name: string, literal: Literal): RowValue {
  const column = table.columns.get(name);
  if (column === undefined || literal.value === null) throw unknownKey(table);
  const text = String(literal.value);
  if (isLookup(column)) {
    if (!isGuid(text)) throw badQuery(`The value '${text}' of ${name} is not a GUID.`);
    return { table: column.targets[0]?.table ?? '', id: text.toLowerCase() };
  }
  const isNumber = literal.type === 'Integer' || literal.type === 'Decimal';
  return readValue(table, column, isNumber ? Number(text) : literal.value);
}

function readId(literal: Literal, table: Table): string {
  const text = String(literal.value);
  if (!isGuid(text)) {
    throw badQuery(`Bad Request - Error in query syntax: '${text}' is not the id of a row of ${table.entitySetName}.`);
  }
  return text.toLowerCase();
}

function literalOf(value: Expression, aliases: ReadonlyMap<string, Expression>): Literal {
  const resolved = value.kind === 'alias' ? aliases.get(value.name) : value;
  if (resolved?.kind !== 'literal') throw badQuery('A key must be a literal value.');
  return resolved;
}

function unknownKey(table: Table): DataverseError {
  return badQuery(
    `The key in the request URI is not valid for resource 'Microsoft.Dynamics.CRM.${table.logicalName}'. Ensure that ` +
      'the names and number of key properties match the declared or alternate key properties.',
  );
}
