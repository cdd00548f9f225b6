import { attributeDefinition } from './attributeDefinition';
import { label, managedProperty, type Definition, type DefinitionReader, type Json } from './definition';
import { relationshipDefinition } from './relationshipDefinition';
import type { CatalogReader } from '../catalog';
import type { AlternateKey, Ownership, Table } from '../model';

const ownershipTypes: Readonly<Record<Ownership, string>> = {
  user: 'UserOwned',
  organization: 'OrganizationOwned',
  business: 'BusinessOwned',
  none: 'None',
};

function privileges(catalog: CatalogReader, table: Table): Json {
  return [...table.privileges].flatMap(([verb, name]) => {
    const privilege = catalog.privileges.get(name);
    if (!privilege) return [];
    const { depths } = privilege;
    return [
      {
        Name: name,
        PrivilegeId: privilege.id,
        PrivilegeType: verb,
        CanBeBasic: depths.includes('Basic'),
        CanBeLocal: depths.includes('Local'),
        CanBeDeep: depths.includes('Deep'),
        CanBeGlobal: depths.includes('Global'),
        CanBeEntityReference: false,
        CanBeParentEntityReference: false,
      },
    ];
  });
}

/** EntityKeyMetadata of one alternate key. */
export function keyDefinition(table: Table, key: AlternateKey, reader: DefinitionReader): Definition {
  return {
    type: 'EntityKeyMetadata',
    properties: {
      MetadataId: key.metadataId,
      HasChanged: null,
      LogicalName: key.logicalName,
      SchemaName: key.schemaName,
      DisplayName: label(key.displayName, reader, table.isManaged),
      EntityLogicalName: table.logicalName,
      KeyAttributes: key.columns,
      EntityKeyIndexStatus: key.indexStatus,
      IntroducedVersion: key.introducedVersion,
      IsCustomizable: managedProperty(true, 'iscustomizable'),
      IsManaged: table.isManaged,
      IsSynchronous: false,
      IsExportKey: false,
      IsSecondaryKey: false,
    },
    navigation: {},
  };
}

/** EntityMetadata of one table with its columns, keys and relationships to expand. */
export function entityDefinition(catalog: CatalogReader, table: Table, reader: DefinitionReader): Definition {
  const managed = (solution: string): boolean => catalog.solutions.get(solution)?.isManaged ?? solution === 'System';
  const columns = (): Definition[] =>
    [...table.columns.values()].map((column) => attributeDefinition(table, column, reader, managed(column.solution)));
  return {
    type: 'EntityMetadata',
    properties: {
      MetadataId: table.metadataId,
      HasChanged: null,
      LogicalName: table.logicalName,
      SchemaName: table.schemaName,
      EntitySetName: table.entitySetName,
      LogicalCollectionName: table.collectionName,
      CollectionSchemaName: `${table.schemaName}s`,
      ObjectTypeCode: table.objectTypeCode,
      PrimaryIdAttribute: table.primaryIdColumn,
      PrimaryNameAttribute: table.primaryNameColumn ?? null,
      PrimaryImageAttribute: table.columns.has('entityimage') ? 'entityimage' : null,
      OwnershipType: ownershipTypes[table.ownership],
      TableType: 'Standard',
      DisplayName: label(table.displayName, reader, table.isManaged),
      DisplayCollectionName: label(table.displayCollectionName, reader, table.isManaged),
      Description: label(table.description, reader, table.isManaged),
      IsCustomEntity: table.isCustom,
      IsManaged: table.isManaged,
      IsActivity: table.isActivity,
      IsIntersect: table.isIntersect,
      IsLogicalEntity: false,
      IsPrivate: false,
      IsChildEntity: false,
      IsCustomizable: managedProperty(true, 'iscustomizable'),
      IsRenameable: managedProperty(true, 'isrenameable'),
      IsAuditEnabled: managedProperty(false, 'canmodifyauditsettings'),
      IsValidForAdvancedFind: !table.isIntersect,
      IsConnectionsEnabled: managedProperty(false, 'canmodifyconnectionsettings'),
      IsDuplicateDetectionEnabled: managedProperty(false, 'canmodifyduplicatedetectionsettings'),
      IsMappable: managedProperty(true, 'ismappable'),
      IsQuickCreateEnabled: false,
      IsBPFEntity: false,
      CanCreateAttributes: managedProperty(true, 'cancreateattributes'),
      CanCreateForms: managedProperty(true, 'cancreateforms'),
      CanCreateViews: managedProperty(true, 'cancreateviews'),
      CanCreateCharts: managedProperty(true, 'cancreatecharts'),
      ChangeTrackingEnabled: table.changeTracking,
      HasNotes: table.hasNotes,
      HasActivities: false,
      IconVectorName: table.iconVectorName ?? null,
      EntityColor: null,
      IntroducedVersion: table.introducedVersion,
      Privileges: privileges(catalog, table),
    },
    navigation: {
      Attributes: columns,
      Keys: () => table.keys.map((key) => keyDefinition(table, key, reader)),
      OneToManyRelationships: () => catalog.oneToMany(table.logicalName).map(relationshipDefinition),
      ManyToOneRelationships: () => catalog.manyToOne(table.logicalName).map(relationshipDefinition),
      ManyToManyRelationships: () => catalog.manyToMany(table.logicalName).map(relationshipDefinition),
    },
  };
}
