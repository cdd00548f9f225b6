import type { CatalogReader, NavigationProperty } from './catalog';
import { isLookup, type Column } from './columns';
import type { Table } from './model';

const typeNames: Readonly<Record<Exclude<Column['type'], 'datetime'>, string>> = {
  string: 'Edm.String',
  memo: 'Edm.String',
  integer: 'Edm.Int32',
  bigint: 'Edm.Int64',
  decimal: 'Edm.Decimal',
  double: 'Edm.Double',
  money: 'Edm.Decimal',
  boolean: 'Edm.Boolean',
  picklist: 'Edm.Int32',
  multiselect: 'Edm.String',
  state: 'Edm.Int32',
  status: 'Edm.Int32',
  lookup: 'Edm.Guid',
  customer: 'Edm.Guid',
  owner: 'Edm.Guid',
  uniqueidentifier: 'Edm.Guid',
  image: 'Edm.Binary',
  entityname: 'Edm.String',
  managedproperty: 'mscrm.BooleanManagedProperty',
  virtual: 'Edm.String',
};

/** OData type of a column's property. */
export function edmTypeOf(column: Column): string {
  if (column.type !== 'datetime') return typeNames[column.type];
  return column.behavior === 'dateOnly' ? 'Edm.Date' : 'Edm.DateTimeOffset';
}

/** Name of the property that holds the column's value: lookups are read as `_<column>_value`. */
export function propertyNameOf(column: Column): string {
  return isLookup(column) ? `_${column.logicalName}_value` : column.logicalName;
}

function property(column: Column): string {
  const facets = column.type === 'string' || column.type === 'memo' ? ' Unicode="false"' : '';
  const scale = column.type === 'decimal' || column.type === 'money' ? ' Scale="Variable"' : '';
  const head = `<Property Name="${propertyNameOf(column)}" Type="${edmTypeOf(column)}"${facets}${scale}`;
  const readOnly = isLookup(column) || (!column.validForCreate && !column.validForUpdate);
  return readOnly
    ? `${head}><Annotation Term="Org.OData.Core.V1.Computed"><Bool>true</Bool></Annotation></Property>`
    : `${head} />`;
}

/** The entity type that a property leads to: users and teams are principals. */
function targetType(targets: readonly string[]): string {
  return targets.length === 1 ? (targets[0] ?? 'crmbaseentity') : 'principal';
}

function knownTargets(catalog: CatalogReader, targets: readonly string[]): readonly string[] {
  return targets.filter((target) => catalog.tables.has(target));
}

function partnerOf(catalog: CatalogReader, table: Table, column: string): string {
  const relationship = catalog.manyToOne(table.logicalName).find((each) => each.referencingColumn === column);
  const known = relationship !== undefined && catalog.tables.has(relationship.referencedTable);
  return known ? ` Partner="${relationship.referencedNavigationProperty}"` : '';
}

function navigationProperty(catalog: CatalogReader, table: Table, navigation: NavigationProperty): string {
  switch (navigation.kind) {
    case 'single': {
      const targets = knownTargets(catalog, navigation.targets);
      if (targets.length === 0) return '';
      const type = targetType(targets);
      const id = type === 'principal' ? 'ownerid' : (catalog.table(type)?.primaryIdColumn ?? '');
      const constraint = `<ReferentialConstraint Property="${propertyNameOf(navigation.column)}" ReferencedProperty="${id}" />`;
      const partner = targets.length === 1 ? partnerOf(catalog, table, navigation.column.logicalName) : '';
      return (
        `<NavigationProperty Name="${navigation.name}" Type="mscrm.${type}" Nullable="false"${partner}>` +
        `${constraint}</NavigationProperty>`
      );
    }
    case 'collection': {
      const { referencingTable, referencingNavigationProperty } = navigation.relationship;
      const partner = referencingNavigationProperty === undefined ? '' : ` Partner="${referencingNavigationProperty}"`;
      return `<NavigationProperty Name="${navigation.name}" Type="Collection(mscrm.${referencingTable})"${partner} />`;
    }
    case 'manyToMany':
      return `<NavigationProperty Name="${navigation.name}" Type="Collection(mscrm.${navigation.otherTable})" />`;
  }
}

function entityType(catalog: CatalogReader, table: Table): string {
  const base = table.logicalName === 'systemuser' || table.logicalName === 'team' ? 'principal' : 'crmbaseentity';
  const columns = [...table.columns.values()].map(property).join('');
  const navigation = [...catalog.navigation(table.logicalName).values()]
    .map((each) => navigationProperty(catalog, table, each))
    .join('');
  // Systemuser and team inherit the key of principal.
  const key = base === 'principal' ? '' : `<Key><PropertyRef Name="${table.primaryIdColumn}" /></Key>`;
  return `<EntityType Name="${table.logicalName}" BaseType="mscrm.${base}">${key}${columns}${navigation}</EntityType>`;
}

function entitySet(catalog: CatalogReader, table: Table): string {
  const bindings = [...catalog.navigation(table.logicalName).values()].map((navigation) => {
    const target =
      navigation.kind === 'single'
        ? knownTargets(catalog, navigation.targets)
        : [navigation.kind === 'collection' ? navigation.relationship.referencingTable : navigation.otherTable];
    const set = target.length === 1 ? catalog.table(target[0] ?? '')?.entitySetName : undefined;
    return set === undefined ? '' : `<NavigationPropertyBinding Path="${navigation.name}" Target="${set}" />`;
  });
  return `<EntitySet Name="${table.entitySetName}" EntityType="Microsoft.Dynamics.CRM.${table.logicalName}">${bindings.join('')}</EntitySet>`;
}

const baseTypes =
  '<EntityType Name="crmbaseentity" Abstract="true" />' +
  '<EntityType Name="principal" BaseType="mscrm.crmbaseentity"><Key><PropertyRef Name="ownerid" /></Key>' +
  '<Property Name="ownerid" Type="Edm.Guid" /></EntityType>' +
  '<ComplexType Name="BooleanManagedProperty"><Property Name="Value" Type="Edm.Boolean" Nullable="false" />' +
  '<Property Name="CanBeChanged" Type="Edm.Boolean" Nullable="false" />' +
  '<Property Name="ManagedPropertyLogicalName" Type="Edm.String" Unicode="false" /></ComplexType>';

/**
 * The organization's `$metadata` document.
 * @param operations Function and Action elements, and their imports, as XML
 */
export function csdl(
  catalog: CatalogReader,
  operations: { readonly definitions: string; readonly imports: string } = { definitions: '', imports: '' },
): string {
  const tables = [...catalog.tables.values()];
  return (
    '<?xml version="1.0" encoding="utf-8"?>' +
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>' +
    '<Schema Namespace="Microsoft.Dynamics.CRM" Alias="mscrm" xmlns="http://docs.oasis-open.org/odata/ns/edm">' +
    `${baseTypes}${tables.map((table) => entityType(catalog, table)).join('')}${operations.definitions}` +
    `<EntityContainer Name="System">${tables.map((table) => entitySet(catalog, table)).join('')}${operations.imports}` +
    '</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>'
  );
}
