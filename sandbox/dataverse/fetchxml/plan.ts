import { DataverseError, invalidArgument, notCovered } from '../records/dataverseError';
import { conditionTest } from '../records/conditions';
import { readableTest } from '../records/query';
import { isLookup } from '../metadata/columns';
import type { Fetch, FetchCondition, FetchEntity, FetchFilter, FetchLink } from './model';
import type { ConditionContext } from '../records/conditions';
import type { Session } from '../records/session';
import type { Column } from '../metadata/columns';
import type { Table } from '../metadata/model';
import type { Row, RowValue } from '../metadata/rows';

/** A joined row: for each alias the row it found, undefined where an outer link found none. The root's alias is ''. */
export type Tuple = ReadonlyMap<string, Row | undefined>;
export type TupleTest = (tuple: Tuple) => boolean;

/** An entity or link with its table found and its filters ready. */
export interface EntityPlan {
  readonly alias: string;
  readonly table: Table;
  readonly entity: FetchEntity;
  readonly links: readonly LinkPlan[];
  /** Conditions on this entity's own columns only. */
  readonly own: (row: Row) => boolean;
  /** Conditions that name other aliases; they are tested when all links are joined. */
  readonly across: readonly TupleTest[];
  readonly readable: ((row: Row) => boolean) | undefined;
}

export interface LinkPlan extends EntityPlan {
  readonly link: FetchLink;
}

export interface FetchPlan {
  readonly fetch: Fetch;
  readonly root: EntityPlan;
  /** All entities by alias. */
  readonly entities: ReadonlyMap<string, EntityPlan>;
}

/** Finds tables and columns and checks privileges. Throws 400 for unknown names, 403 without Read. */
export function planFetch(session: Session, conditions: ConditionContext, fetch: Fetch): FetchPlan {
  const tables = new Map<string, Table>();
  collectTables(session, '', fetch.entity, tables);
  const entities = new Map<string, EntityPlan>();
  const root = planEntity(session, conditions, '', fetch.entity, tables, entities);
  return { fetch, root, entities };
}

function collectTables(session: Session, alias: string, entity: FetchEntity, tables: Map<string, Table>): void {
  const table = session.catalog.table(entity.name);
  if (table === undefined) {
    throw new DataverseError(
      400,
      '0x80041102',
      `The entity with a name = '${entity.name}' was not found in the MetadataCache.`,
    );
  }
  if (tables.has(alias)) throw invalidArgument(`Invalid XML: the alias '${alias}' is used twice.`);
  tables.set(alias, table);
  for (const link of entity.links) collectTables(session, link.alias, link, tables);
}

function planEntity(
  session: Session,
  conditions: ConditionContext,
  alias: string,
  entity: FetchEntity,
  tables: ReadonlyMap<string, Table>,
  entities: Map<string, EntityPlan>,
): EntityPlan {
  const table = tables.get(alias);
  if (table === undefined) throw invalidArgument(`Invalid XML: unknown alias '${alias}'.`);
  for (const { name } of entity.attributes) columnOf(table, name);
  const isAcross = (filter: FetchFilter): boolean =>
    filter.conditions.some(({ entityName }) => entityName !== undefined && entityName !== alias) ||
    filter.filters.some(isAcross);
  const compile = (filter: FetchFilter): TupleTest => compileFilter(conditions, filter, alias, tables);
  const own = entity.filters.filter((filter) => !isAcross(filter)).map(compile);
  const plan: EntityPlan = {
    alias,
    table,
    entity,
    links: entity.links.map((link) => ({
      ...planEntity(session, conditions, link.alias, link, tables, entities),
      link: checkedLink(link, table, tables),
    })),
    own: (row) => own.length === 0 || own.every((test) => test(new Map([[alias, row]]))),
    across: entity.filters.filter(isAcross).map(compile),
    readable: readableTest(session, table),
  };
  entities.set(alias, plan);
  return plan;
}

function checkedLink(link: FetchLink, parent: Table, tables: ReadonlyMap<string, Table>): FetchLink {
  columnOf(parent, link.to);
  const table = tables.get(link.alias);
  const from = table === undefined ? undefined : columnOf(table, link.from);
  const byText = from !== undefined && (isLookup(from) || ['uniqueidentifier', 'string'].includes(from.type));
  if (!byText) throw notCovered(`a link-entity from '${link.from}', which is neither an id nor a text,`);
  return link;
}

/** The column of that logical name. Throws 400 (0x80041103) when the table has none. */
export function columnOf(table: Table, name: string): Column {
  const column = table.columns.get(name);
  if (column === undefined || column.type === 'virtual') {
    throw new DataverseError(
      400,
      '0x80041103',
      `'${table.schemaName}' entity doesn't contain attribute with Name = '${name}' and NameMapping = 'Logical'.`,
    );
  }
  return column;
}

function compileFilter(
  conditions: ConditionContext,
  filter: FetchFilter,
  alias: string,
  tables: ReadonlyMap<string, Table>,
): TupleTest {
  const tests = [
    ...filter.conditions.map((condition) => compileCondition(conditions, condition, alias, tables)),
    ...filter.filters.map((inner) => compileFilter(conditions, inner, alias, tables)),
  ];
  if (tests.length === 0) return () => true;
  return filter.type === 'and'
    ? (tuple) => tests.every((test) => test(tuple))
    : (tuple) => tests.some((test) => test(tuple));
}

function compileCondition(
  conditions: ConditionContext,
  condition: FetchCondition,
  alias: string,
  tables: ReadonlyMap<string, Table>,
): TupleTest {
  const where = condition.entityName ?? alias;
  const table = tables.get(where);
  if (table === undefined) throw invalidArgument(`Invalid XML: a condition names the unknown alias '${where}'.`);
  const column = columnOf(table, condition.attribute);
  if (condition.valueOf !== undefined) return compareColumns(condition, where, columnOf(table, condition.valueOf));
  const test = conditionTest(conditions, column, condition.operator, condition.values);
  return (tuple) => {
    const row = tuple.get(where);
    return test(row?.[column.logicalName]);
  };
}

function compareColumns(condition: FetchCondition, alias: string, other: Column): TupleTest {
  if (condition.operator !== 'eq' && condition.operator !== 'ne')
    throw notCovered(`valueof with '${condition.operator}' in FetchXML`);
  const wanted = condition.operator === 'eq';
  const text = (value: RowValue | undefined): string => JSON.stringify(value ?? null);
  return (tuple) => {
    const row = tuple.get(alias);
    return (text(row?.[condition.attribute]) === text(row?.[other.logicalName])) === wanted;
  };
}
