import { DataverseError, rowNotFound } from './dataverseError';
import { asReference, ownerOf } from './rowOwner';
import type { Session } from './session';
import type { PrivilegeVerb, Table } from '../metadata/model';
import type { Row, RowReference } from '../metadata/rows';
import type { Access, RowOwner } from '../security/access';

/** Throws the 403 that Dataverse answers when the caller may not do this; without `row`, with any row at all. */
export function demand(session: Session, verb: PrivilegeVerb, table: Table, row?: RowOwner): void {
  demandAccess(session.organization.access.check(session.caller, verb, table, row));
}

/** Throws when the privilege that guards no table is missing. */
export function demandPrivilege(session: Session, privilege: string): void {
  demandAccess(session.organization.access.checkPrivilege(session.caller, privilege));
}

/** Throws unless the row holding the lookup may be appended and its target be appended to. */
export function demandAssociation(
  session: Session,
  referencing: { readonly table: Table; readonly row: Row },
  referenced: { readonly table: Table; readonly row: Row },
): void {
  demandAccess(
    session.organization.access.checkAssociation(
      session.caller,
      { table: referencing.table, row: ownerOf(referencing.table, referencing.row) },
      { table: referenced.table, row: ownerOf(referenced.table, referenced.row) },
    ),
  );
}

export function demandAccess(access: Access): void {
  if (!access.allowed) throw new DataverseError(403, access.code, access.message);
}

/** The table of that logical name; a lookup whose table the catalogue does not know cannot have a value. */
export function tableNamed(session: Session, logicalName: string): Table {
  const table = session.catalog.table(logicalName);
  if (table === undefined) throw new DataverseError(404, '0x80060888', `The table '${logicalName}' does not exist.`);
  return table;
}

/** The row that a reference points to. Throws when it is gone. */
export function referencedRow(session: Session, reference: RowReference): { readonly table: Table; readonly row: Row } {
  const row = session.organization.store.row(reference.table, reference.id);
  if (row === undefined) throw rowNotFound(reference.table, reference.id);
  return { table: tableNamed(session, reference.table), row };
}

/** Business unit of a user or team. */
export function businessUnitOf(session: Session, owner: RowReference): RowReference | undefined {
  return asReference(session.organization.store.row(owner.table, owner.id)?.businessunitid);
}
