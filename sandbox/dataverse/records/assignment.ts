import { demand, referencedRow, tableNamed } from './privileges';
import { asReference, ownerOf } from './rowOwner';
import { modificationStamp, note, ownerColumns } from './stamps';
import type { Session } from './session';
import type { Table } from '../metadata/model';
import type { Row, RowReference } from '../metadata/rows';
import type { OneToManyRelationship } from '../metadata/relationships';

/** Gives a row another owner, and with it the rows that its relationships cascade assignments to. */
export function changeOwner(session: Session, table: Table, id: string, owner: RowReference): void {
  const { store } = session.organization;
  const before = referencedRow(session, { table: table.logicalName, id }).row;
  const former = asReference(before.ownerid);
  if (former?.id === owner.id) return;
  demand(session, 'Assign', table, ownerOf(table, before));
  const changed: Row = { ...ownerColumns(session, table, owner), ...modificationStamp(session, table) };
  const after = { ...before, ...changed, versionnumber: store.nextVersion() };
  store.write(table.logicalName, id, after);
  note(session, 'Update', table, id, { ...changed, [table.primaryIdColumn]: id }, before, after);
  for (const relationship of session.catalog.oneToMany(table.logicalName)) {
    assignChildren(session, relationship, id, former, owner);
  }
}

function assignChildren(
  session: Session,
  relationship: OneToManyRelationship,
  parentId: string,
  former: RowReference | undefined,
  owner: RowReference,
): void {
  const { assign } = relationship.cascade;
  if (assign === 'NoCascade' || assign === 'RemoveLink' || assign === 'Restrict') return;
  const child = tableNamed(session, relationship.referencingTable);
  if (child.ownership !== 'user') return;
  const rows = session.organization.store.rowsWithLookup(child.logicalName, relationship.referencingColumn, parentId);
  for (const row of rows) {
    if (assign === 'Active' && row.statecode !== 0) continue;
    if (assign === 'UserOwned' && asReference(row.ownerid)?.id !== former?.id) continue;
    const id = row[child.primaryIdColumn];
    if (typeof id === 'string') changeOwner(session, child, id, owner);
  }
}
