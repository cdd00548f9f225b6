import { asReference } from '../records/rowOwner';
import type { NavigationProperty } from '../metadata/catalog';
import type { Table } from '../metadata/model';
import type { Row } from '../metadata/rows';
import type { Session } from '../records/session';

/** The rows at the other end of a navigation property, in the order of their ids; without regard to privileges. */
export function* relatedRows(
  session: Session,
  table: Table,
  row: Row,
  navigation: NavigationProperty,
): IterableIterator<Row> {
  const { store } = session.organization;
  if (navigation.kind === 'single') {
    const reference = asReference(row[navigation.column.logicalName]);
    const target = reference === undefined || !navigation.targets.includes(reference.table) ? undefined : reference;
    const related = target === undefined ? undefined : store.row(target.table, target.id);
    if (related !== undefined) yield related;
    return;
  }
  const id = row[table.primaryIdColumn];
  if (typeof id !== 'string') return;
  const otherTable =
    navigation.kind === 'collection' ? navigation.relationship.referencingTable : navigation.otherTable;
  for (const otherId of relatedIds(session, navigation, id)) {
    const related = store.row(otherTable, otherId);
    if (related !== undefined) yield related;
  }
}

/** Ids of the rows that a collection holds for the row with this id, sorted. */
export function relatedIds(
  session: Session,
  navigation: Exclude<NavigationProperty, { kind: 'single' }>,
  id: string,
): readonly string[] {
  const { store } = session.organization;
  if (navigation.kind === 'collection') {
    const { referencingTable, referencingColumn } = navigation.relationship;
    return [...store.idsWith(referencingTable, referencingColumn, id)].sort();
  }
  const { ownColumn, otherColumn, relationship } = navigation;
  return [...store.joined(relationship.intersectTable, ownColumn, id, otherColumn)].sort();
}
