import { changeOwner } from './assignment';
import { computedValues } from './computed';
import { duplicateKey, duplicateRecord, invalidArgument, versionMismatch } from './dataverseError';
import { demand, demandAssociation, referencedRow } from './privileges';
import { asReference, ownerOf, versionOf } from './rowOwner';
import { inTransaction } from './session';
import { changedStatus, initialStatus } from './status';
import { modificationStamp, note, own, ownerColumns, user } from './stamps';
import { instantText } from './values';
import type { Session } from './session';
import { isLookup } from '../metadata/columns';
import type { Table } from '../metadata/model';
import type { Row, RowValue } from '../metadata/rows';

/**
 * Creates a row as the caller: privileges, owner, defaults, keys, then the event. Returns its id.
 * @param values columns that the request gave, already of the right type
 * @param id given by the client, or undefined for a new one
 */
export function createRow(session: Session, table: Table, values: Row, id?: string): string {
  return inTransaction(session, () => {
    const { store, newId } = session.organization;
    const rowId = id ?? newId();
    if (store.row(table.logicalName, rowId) !== undefined) throw duplicateRecord();
    const owner = ownership(session, table, values);
    const stamped = { ...defaultValues(table), ...values, ...owner, ...creationStamp(session, table, values) };
    const given: Row = { ...stamped, ...initialStatus(table, values, rowId), [table.primaryIdColumn]: rowId };
    const row = { ...given, ...computedValues(store, table, given), versionnumber: store.nextVersion() };
    demand(session, 'Create', table, ownerOf(table, row));
    demandUniqueKeys(session, table, rowId, row);
    demandReferences(session, table, row, values);
    store.write(table.logicalName, rowId, row);
    note(session, 'Create', table, rowId, row, undefined, row);
    return rowId;
  });
}

/**
 * Changes columns of a row as the caller. A change of owner is an assignment, with its privilege and cascades.
 * @param expectedVersion the version that the client read (`If-Match`); undefined for any
 */
export function updateRow(session: Session, table: Table, id: string, values: Row, expectedVersion?: string): void {
  inTransaction(session, () => {
    const { store } = session.organization;
    const before = referencedRow(session, { table: table.logicalName, id }).row;
    demand(session, 'Write', table, ownerOf(table, before));
    if (expectedVersion !== undefined && expectedVersion !== versionOf(before)) throw versionMismatch();
    const { ownerid, ...rest } = values;
    demandValues(table, rest);
    const changed: Row = { ...rest, ...changedStatus(table, rest, before, id), ...modificationStamp(session, table) };
    const merged: Row = { ...before, ...changed };
    const row = { ...merged, ...computedValues(store, table, merged), versionnumber: store.nextVersion() };
    demandUniqueKeys(session, table, id, row);
    demandReferences(session, table, row, rest);
    store.write(table.logicalName, id, row);
    note(session, 'Update', table, id, { ...changed, [table.primaryIdColumn]: id }, before, row);
    const owner = asReference(ownerid);
    if (owner !== undefined) changeOwner(session, table, id, owner);
  });
}

function creationStamp(session: Session, table: Table, values: Row): Row {
  const { caller } = session;
  const overridden = values.overriddencreatedon;
  return own(table, {
    ...modificationStamp(session, table),
    createdon: typeof overridden === 'string' ? overridden : instantText(session.organization.clock()),
    createdby: user(caller.userId),
    createdonbehalfby: caller.actingUserId === undefined ? null : user(caller.actingUserId),
  });
}

/** Owner columns of a new row: the given owner, else the caller. Empty for tables that nobody owns. */
function ownership(session: Session, table: Table, values: Row): Row {
  if (table.ownership !== 'user') return {};
  return ownerColumns(session, table, asReference(values.ownerid) ?? user(session.caller.userId));
}

function defaultValues(table: Table): Row {
  const values: Record<string, RowValue> = {};
  for (const column of table.columns.values()) {
    if (column.type === 'boolean') values[column.logicalName] = column.defaultValue;
    else if (column.type === 'picklist' && column.defaultValue !== undefined) {
      values[column.logicalName] = column.defaultValue;
    }
  }
  return values;
}

/** Columns that the platform itself requires cannot be emptied (AttributeRequiredLevel.SystemRequired). */
function demandValues(table: Table, values: Row): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === null && table.columns.get(name)?.requiredLevel === 'systemRequired') {
      throw invalidArgument(`Attribute: ${name} cannot be set to NULL`);
    }
  }
}

function demandUniqueKeys(session: Session, table: Table, id: string, row: Row): void {
  for (const index of session.organization.store.keyIndexes(table)) {
    const holder = index.find(row);
    if (holder === undefined || holder === id) continue;
    const columns = index.key.columns.map((column) => displayName(table, column)).join(', ');
    throw duplicateKey(columns, index.key.displayName.values().next().value ?? index.key.schemaName);
  }
}

function displayName(table: Table, column: string): string {
  return table.columns.get(column)?.displayName.values().next().value ?? column;
}

/** Every lookup that the request sets points to a row that exists and that the caller may append to. */
function demandReferences(session: Session, table: Table, row: Row, given: Row): void {
  for (const [name, value] of Object.entries(given)) {
    const reference = asReference(value);
    const column = table.columns.get(name);
    if (reference === undefined || column === undefined || !isLookup(column) || column.type === 'owner') continue;
    demandAssociation(session, { table, row }, referencedRow(session, reference));
  }
}

/** The row that an active alternate key names; undefined when there is none. */
export function findByKey(session: Session, table: Table, keyName: string, values: Row): string | undefined {
  const index = session.organization.store.keyIndexes(table).find((one) => one.key.logicalName === keyName);
  return index?.find(values);
}
