import { DataverseError, versionMismatch } from './dataverseError';
import { demand, referencedRow, tableNamed } from './privileges';
import { ownerOf, versionOf } from './rowOwner';
import { inTransaction } from './session';
import { note } from './stamps';
import type { Session } from './session';
import type { Table } from '../metadata/model';
import type { OneToManyRelationship } from '../metadata/relationships';
import type { Row } from '../metadata/rows';

/**
 * Deletes a row as the caller, with what its relationships say about the rows that point to it: they go too, lose
 * the link, or forbid the deletion (405, 0x80040227).
 */
export function deleteRow(session: Session, table: Table, id: string, expectedVersion?: string): void {
  inTransaction(session, () => {
    const { store } = session.organization;
    const row = referencedRow(session, { table: table.logicalName, id }).row;
    demand(session, 'Delete', table, ownerOf(table, row));
    if (expectedVersion !== undefined && expectedVersion !== versionOf(row)) throw versionMismatch();
    const relationships = session.catalog.oneToMany(table.logicalName);
    for (const relationship of relationships) demandUnrestricted(session, relationship, id);
    // The row goes first: a cycle of cascades then ends at it.
    store.remove(table.logicalName, id);
    for (const relationship of relationships) followDeletion(session, relationship, id);
    for (const relationship of session.catalog.manyToMany(table.logicalName)) {
      const first = relationship.firstTable === table.logicalName;
      const column = first ? relationship.firstIntersectColumn : relationship.secondIntersectColumn;
      removeJoins(session, relationship.intersectTable, column, id);
    }
    note(session, 'Delete', table, id, {}, row, undefined);
  });
}

function demandUnrestricted(session: Session, relationship: OneToManyRelationship, id: string): void {
  if (relationship.cascade.delete !== 'Restrict') return;
  const { referencingTable, referencingColumn } = relationship;
  if (session.organization.store.idsWith(referencingTable, referencingColumn, id).size === 0) return;
  throw new DataverseError(
    405,
    '0x80040227',
    `The object you tried to delete is associated with another object and cannot be deleted. ` +
      `(${relationship.schemaName})`,
  );
}

function followDeletion(session: Session, relationship: OneToManyRelationship, id: string): void {
  const { store } = session.organization;
  const { referencingTable, referencingColumn, cascade } = relationship;
  if (cascade.delete !== 'Cascade' && cascade.delete !== 'RemoveLink') return;
  const child = tableNamed(session, referencingTable);
  for (const row of store.rowsWithLookup(referencingTable, referencingColumn, id)) {
    const childId = idOf(child, row);
    if (childId === undefined) continue;
    if (cascade.delete === 'Cascade') deleteRow(session, child, childId);
    else store.put(referencingTable, childId, { [referencingColumn]: null });
  }
}

function removeJoins(session: Session, intersectTable: string, column: string, id: string): void {
  const { store } = session.organization;
  for (const joinId of [...store.idsWith(intersectTable, column, id)]) store.remove(intersectTable, joinId);
}

function idOf(table: Table, row: Row): string | undefined {
  const id = row[table.primaryIdColumn];
  return typeof id === 'string' ? id : undefined;
}
