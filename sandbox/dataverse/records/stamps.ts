import { businessUnitOf, referencedRow } from './privileges';
import { instantText } from './values';
import type { Session } from './session';
import type { Table } from '../metadata/model';
import type { Row, RowReference } from '../metadata/rows';

/** Remembers an event for when the transaction is done. */
export function note(
  session: Session,
  message: 'Create' | 'Update' | 'Delete',
  table: Table,
  id: string,
  target: Row,
  before: Row | undefined,
  after: Row | undefined,
): void {
  const { caller, correlationId } = session;
  const occurredOn = session.organization.clock();
  session.pending.push({
    message,
    table: table.logicalName,
    id,
    target,
    before,
    after,
    caller,
    correlationId,
    occurredOn,
  });
}

/** `modifiedon` and `modifiedby` of a change at this instant. */
export function modificationStamp(session: Session, table: Table): Row {
  const { caller } = session;
  return own(table, {
    modifiedon: instantText(session.organization.clock()),
    modifiedby: user(caller.userId),
    modifiedonbehalfby: caller.actingUserId === undefined ? null : user(caller.actingUserId),
  });
}

/** The columns that say who owns a row. */
export function ownerColumns(session: Session, table: Table, owner: RowReference): Row {
  const ownerRow = referencedRow(session, owner);
  return own(table, {
    ownerid: owner,
    owninguser: ownerRow.table.logicalName === 'systemuser' ? owner : null,
    owningteam: ownerRow.table.logicalName === 'team' ? owner : null,
    owningbusinessunit: businessUnitOf(session, owner) ?? null,
  });
}

/** A reference to a user. */
export function user(id: string): RowReference {
  return { table: 'systemuser', id };
}

/** Only those of the values whose columns the table has. */
export function own(table: Table, values: Row): Row {
  return Object.fromEntries(Object.entries(values).filter(([column]) => table.columns.has(column)));
}
