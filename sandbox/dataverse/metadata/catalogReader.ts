import type { Catalog, CatalogHolder, CatalogReader, NavigationProperty } from './catalog';
import { isLookup } from './columns';
import type { Table } from './model';
import type { ManyToManyRelationship, OneToManyRelationship } from './relationships';

function group<Item>(items: Iterable<Item>, keys: (item: Item) => readonly string[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keys(item))) {
      const members = groups.get(key);
      if (members) members.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function singleProperties(table: Table): NavigationProperty[] {
  return [...table.columns.values()].filter(isLookup).flatMap((column) => {
    const named = column.targets.flatMap((target) =>
      target.navigationProperty === undefined ? [] : [{ name: target.navigationProperty, table: target.table }],
    );
    return [...group(named, (target) => [target.name])].map(([name, targets]): NavigationProperty => ({
      kind: 'single',
      name,
      column,
      targets: targets.map((target) => target.table),
    }));
  });
}

function manyToManyProperties(table: Table, relationship: ManyToManyRelationship): NavigationProperty[] {
  const first: NavigationProperty = {
    kind: 'manyToMany',
    name: relationship.firstNavigationProperty,
    relationship,
    otherTable: relationship.secondTable,
    ownColumn: relationship.firstIntersectColumn,
    otherColumn: relationship.secondIntersectColumn,
  };
  const second: NavigationProperty = {
    kind: 'manyToMany',
    name: relationship.secondNavigationProperty,
    relationship,
    otherTable: relationship.firstTable,
    ownColumn: relationship.secondIntersectColumn,
    otherColumn: relationship.firstIntersectColumn,
  };
  return [
    ...(relationship.firstTable === table.logicalName ? [first] : []),
    ...(relationship.secondTable === table.logicalName ? [second] : []),
  ];
}

/** Indexes a catalogue; each index is built when it is first asked for. */
export function readCatalog(catalog: Catalog): CatalogReader {
  const bySet = new Map([...catalog.tables.values()].map((table) => [table.entitySetName, table]));
  const byTypeCode = new Map([...catalog.tables.values()].map((table) => [table.objectTypeCode, table]));
  const byId = new Map([...catalog.tables.values()].map((table) => [table.metadataId, table]));
  const all = [...catalog.relationships.values()];
  const oneToMany = all.filter(
    (relationship): relationship is OneToManyRelationship => relationship.kind === 'oneToMany',
  );
  const manyToMany = all.filter(
    (relationship): relationship is ManyToManyRelationship => relationship.kind === 'manyToMany',
  );
  const byReferenced = group(oneToMany, (relationship) => [relationship.referencedTable]);
  const byReferencing = group(oneToMany, (relationship) => [relationship.referencingTable]);
  const byEitherSide = group(manyToMany, (relationship) => [relationship.firstTable, relationship.secondTable]);
  const navigations = new Map<string, ReadonlyMap<string, NavigationProperty>>();

  const navigationOf = (logicalName: string): ReadonlyMap<string, NavigationProperty> => {
    const table = catalog.tables.get(logicalName);
    if (!table) return new Map();
    const collections = (byReferenced.get(logicalName) ?? []).map((relationship): NavigationProperty => ({
      kind: 'collection',
      name: relationship.referencedNavigationProperty,
      relationship,
    }));
    const joined = (byEitherSide.get(logicalName) ?? []).flatMap((relationship) =>
      manyToManyProperties(table, relationship),
    );
    return new Map(
      [...collections, ...joined, ...singleProperties(table)].map((property) => [property.name, property]),
    );
  };

  return {
    ...catalog,
    table: (logicalName) => catalog.tables.get(logicalName),
    tableBySet: (entitySetName) => bySet.get(entitySetName),
    tableByTypeCode: (objectTypeCode) => byTypeCode.get(objectTypeCode),
    tableById: (metadataId) => byId.get(metadataId),
    navigation(table) {
      const known = navigations.get(table);
      if (known) return known;
      const computed = navigationOf(table);
      navigations.set(table, computed);
      return computed;
    },
    oneToMany: (table) => byReferenced.get(table) ?? [],
    manyToOne: (table) => byReferencing.get(table) ?? [],
    manyToMany: (table) => byEitherSide.get(table) ?? [],
  };
}

/** Keeps the current catalogue; `replace` makes the next one current for every later read. */
export function holdCatalog(initial: Catalog): CatalogHolder {
  let current = readCatalog(initial);
  return {
    get current() {
      return current;
    },
    replace(next) {
      current = readCatalog({ ...next, version: current.version + 1 });
    },
  };
}
