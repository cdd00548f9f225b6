import { matchingRows } from '../records/query';
import { asReference } from '../records/rowOwner';
import { isLookup } from '../metadata/columns';
import type { FetchFilter } from './model';
import type { EntityPlan, FetchPlan, LinkPlan, Tuple } from './plan';
import type { Session } from '../records/session';
import type { Table } from '../metadata/model';
import type { Row, RowValue } from '../metadata/rows';

/** The joined rows of a query that match, in no order but the root's ids. */
export function* joinedRows(session: Session, plan: FetchPlan): IterableIterator<Tuple> {
  const { root } = plan;
  const query = {
    table: root.table,
    test: root.own,
    allowed: allowedIn(root.table, root.entity.filters),
    compare: undefined,
    order: undefined,
  };
  const tests = [...plan.entities.values()].flatMap((entity) => entity.across);
  for (const row of matchingRows(session, query)) {
    for (const tuple of joinAll(session, root, new Map([['', row]]))) {
      if (tests.every((test) => test(tuple))) yield tuple;
    }
  }
}

function* joinAll(session: Session, plan: EntityPlan, tuple: Tuple): IterableIterator<Tuple> {
  yield* joinFrom(session, plan, plan.links, tuple);
}

function* joinFrom(
  session: Session,
  parent: EntityPlan,
  links: readonly LinkPlan[],
  tuple: Tuple,
): IterableIterator<Tuple> {
  const [link, ...rest] = links;
  if (link === undefined) {
    yield tuple;
    return;
  }
  for (const joined of joinOne(session, parent, link, tuple)) yield* joinFrom(session, parent, rest, joined);
}

function* joinOne(session: Session, parent: EntityPlan, plan: LinkPlan, tuple: Tuple): IterableIterator<Tuple> {
  const { linkType } = plan.link;
  const onlyExists = linkType === 'exists' || linkType === 'in';
  let found = false;
  for (const row of linkedRows(session, plan, tuple.get(parent.alias))) {
    for (const joined of joinAll(session, plan, new Map([...tuple, [plan.alias, row]]))) {
      found = true;
      yield onlyExists ? tuple : joined;
      if (onlyExists) return;
    }
  }
  if (!found && linkType === 'outer') yield withoutLink(plan, tuple);
}

function withoutLink(plan: LinkPlan, tuple: Tuple): Tuple {
  const aliases = (one: EntityPlan): readonly string[] => [one.alias, ...one.links.flatMap(aliases)];
  return new Map([...tuple, ...aliases(plan).map((alias) => [alias, undefined] as const)]);
}

function* linkedRows(session: Session, plan: LinkPlan, parent: Row | undefined): IterableIterator<Row> {
  const value = textOf(parent?.[plan.link.to]);
  if (value === undefined) return;
  const { store } = session.organization;
  const { logicalName, primaryIdColumn } = plan.table;
  const ids =
    plan.link.from === primaryIdColumn ? [value] : [...store.idsWith(logicalName, plan.link.from, value)].sort();
  for (const id of ids) {
    const row = store.row(logicalName, id);
    if (row !== undefined && plan.own(row) && (plan.readable?.(row) ?? true)) yield row;
  }
}

function textOf(value: RowValue | undefined): string | undefined {
  return typeof value === 'string' ? value : asReference(value)?.id;
}

/** Values that the root's conditions leave a column, where an index can use them. */
export function allowedIn(table: Table, filters: readonly FetchFilter[]): ReadonlyMap<string, readonly string[]> {
  const allowed = new Map<string, readonly string[]>();
  for (const filter of filters) {
    if (filter.type === 'or' && filter.conditions.length + filter.filters.length > 1) continue;
    for (const { attribute, operator, values, entityName, valueOf } of filter.conditions) {
      const column = table.columns.get(attribute);
      if (column === undefined || entityName !== undefined || valueOf !== undefined) continue;
      const byText = isLookup(column) || column.type === 'uniqueidentifier' || column.type === 'string';
      const fits = operator === 'eq' ? values.length === 1 : operator === 'in';
      const isId = column.type !== 'string';
      if (byText && fits) allowed.set(attribute, isId ? values.map(plainId) : values);
    }
  }
  return allowed;
}

function plainId(text: string): string {
  return text.replace(/[{}]/g, '').toLowerCase();
}
