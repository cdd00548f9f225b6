import { badQuery, notCovered, unknownProperty } from '../records/dataverseError';
import { propertiesOf } from '../records/properties';
import { tableNamed } from '../records/privileges';
import { readableTest } from '../records/query';
import { compileRowQuery } from './rowQuery';
import { targetOf } from './rowScope';
import type { RowQuery } from '../records/query';
import type { TableProperty } from '../records/properties';
import type { ApiContext } from './context';
import type { NavigationProperty } from '../metadata/catalog';
import type { Table } from '../metadata/model';
import type { Row } from '../metadata/rows';
import type { ExpandItem, Expression, QueryOptions, SelectItem } from '../../odata/syntax';

/** What of a row goes into the answer. */
export interface Shape {
  readonly table: Table;
  readonly properties: readonly TableProperty[];
  readonly expands: readonly ExpandShape[];
  /** As `@odata.context` lists it: `(name,primarycontactid(fullname))`; empty when everything is selected. */
  readonly contextList: string;
}

export interface ExpandShape {
  readonly navigation: NavigationProperty;
  readonly referencesOnly: boolean;
  /** One shape for each table that the property can lead to. */
  readonly shapes: ReadonlyMap<string, Shape>;
  /** Rows of a collection: filter, order and number; undefined for single-valued properties. */
  readonly query: RowQuery | undefined;
  readonly top: number | undefined;
  readonly readable: ReadonlyMap<string, ((row: Row) => boolean) | undefined>;
}

const mostExpands = 15;

/** Resolves `$select` and `$expand` for a table. Throws 400 for unknown names, 403 for tables that may not be read. */
export function shapeOf(context: ApiContext, table: Table, options: QueryOptions): Shape {
  const expands = options.expand ?? [];
  if (countExpands(expands) > mostExpands) throw badQuery(`A query can have at most ${mostExpands} $expand options.`);
  return shapeFor(context, [table], table, options, options.aliases);
}

function shapeFor(
  context: ApiContext,
  siblings: readonly Table[],
  table: Table,
  options: QueryOptions,
  aliases: ReadonlyMap<string, Expression>,
): Shape {
  const expands = (options.expand ?? []).map((item) => expandShape(context, table, item, aliases));
  const { properties, names } = selection(context, siblings, table, options.select);
  const listed = [
    ...names,
    ...expands.map(({ navigation, shapes, referencesOnly }) =>
      referencesOnly ? `${navigation.name}/$ref()` : `${navigation.name}${contextListOf(shapes)}`,
    ),
  ];
  return { table, properties, expands, contextList: listed.length === 0 ? '' : `(${listed.join(',')})` };
}

function contextListOf(shapes: ReadonlyMap<string, Shape>): string {
  const [first] = shapes.values();
  return first === undefined || first.contextList === '' ? '()' : first.contextList;
}

function selection(
  context: ApiContext,
  siblings: readonly Table[],
  table: Table,
  items: readonly SelectItem[] | undefined,
): { readonly properties: readonly TableProperty[]; readonly names: readonly string[] } {
  const all = propertiesOf(table);
  if (items === undefined || items.some(({ path }) => path[0] === '*')) {
    return { properties: [...all.values()], names: items === undefined ? [] : ['*'] };
  }
  const chosen = new Map<string, TableProperty>();
  for (const { path } of items) {
    const name = path.join('/');
    const property = all.get(name) ?? lookupProperty(context, table, name);
    if (property !== undefined) chosen.set(property.name, property);
    else if (!siblings.some((other) => propertiesOf(other).has(name))) throw unknownProperty(name, table.logicalName);
  }
  const currency = all.get('_transactioncurrencyid_value');
  const hasAmount = [...chosen.values()].some(({ column }) => column.type === 'money');
  if (currency !== undefined && hasAmount) chosen.set(currency.name, currency);
  const id = all.get(table.primaryIdColumn);
  if (id !== undefined) chosen.set(id.name, id);
  return { properties: [...chosen.values()], names: items.map(({ path }) => path.join('/')) };
}

/** A selected navigation property gives its lookup's value. */
function lookupProperty(context: ApiContext, table: Table, name: string): TableProperty | undefined {
  const navigation = context.session.catalog.navigation(table.logicalName).get(name);
  return navigation?.kind === 'single' ? propertiesOf(table).get(`_${navigation.column.logicalName}_value`) : undefined;
}

function expandShape(
  context: ApiContext,
  table: Table,
  item: ExpandItem,
  aliases: ReadonlyMap<string, Expression>,
): ExpandShape {
  const [name = '', ...rest] = item.path;
  if (name === '*') throw notCovered('$expand=*');
  const navigation = context.session.catalog.navigation(table.logicalName).get(name);
  if (navigation === undefined || rest.length > 0) throw unknownProperty(item.path.join('/'), table.logicalName);
  const referencesOnly = item.suffix === '$ref';
  if (referencesOnly && navigation.kind !== 'single') {
    throw badQuery('Expand with $ref is only supported on lookup type navigation property.');
  }
  if (item.suffix === '$count') throw badQuery('$count is not supported in $expand.');
  demandExpandOptions(item.options, navigation);
  const targets = (navigation.kind === 'single' ? navigation.targets : [targetOf(navigation)]).map((target) =>
    tableNamed(context.session, target),
  );
  const first = targets[0];
  return {
    navigation,
    referencesOnly,
    shapes: new Map(targets.map((one) => [one.logicalName, shapeFor(context, targets, one, item.options, aliases)])),
    query:
      navigation.kind === 'single' || first === undefined
        ? undefined
        : compileRowQuery(context, first, { ...item.options, aliases }),
    top: item.options.top,
    readable: new Map(targets.map((one) => [one.logicalName, readableTest(context.session, one)])),
  };
}

function demandExpandOptions(options: QueryOptions, navigation: NavigationProperty): void {
  const [unknown] = options.custom.keys();
  if (unknown !== undefined) throw badQuery(`The query option ${unknown} is not supported in $expand.`);
  for (const name of ['skip', 'count', 'search', 'apply', 'skiptoken'] as const) {
    if (options[name] !== undefined) throw badQuery(`The query option $${name} is not supported in $expand.`);
  }
  const nested = (options.expand ?? []).length > 0;
  const ordered = options.top !== undefined || options.orderby !== undefined;
  if (ordered && (navigation.kind === 'single' || nested)) {
    throw badQuery(
      'Only $select and $filter clause can be provided while doing $expand on many-to-one relationship or nested one-to-many relationship.',
    );
  }
}

function countExpands(items: readonly ExpandItem[]): number {
  return items.reduce((sum, item) => sum + 1 + countExpands(item.options.expand ?? []), 0);
}
