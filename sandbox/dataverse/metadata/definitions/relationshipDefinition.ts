import { managedProperty, type Definition, type JsonObject } from './definition';
import type { ManyToManyRelationship, OneToManyRelationship, Relationship } from '../relationships';

const menu: JsonObject = {
  Behavior: 'UseCollectionName',
  Group: 'Details',
  Order: 10_000,
  IsCustomizable: true,
  Icon: null,
  ViewId: '00000000-0000-0000-0000-000000000000',
  AvailableOffline: true,
  MenuId: null,
  QueryApi: null,
  Label: { LocalizedLabels: [], UserLocalizedLabel: null },
};

function common(relationship: Relationship, type: string): JsonObject {
  return {
    MetadataId: relationship.metadataId,
    HasChanged: null,
    IsCustomRelationship: relationship.isCustom,
    IsCustomizable: managedProperty(true, 'iscustomizable'),
    IsValidForAdvancedFind: true,
    SchemaName: relationship.schemaName,
    SecurityTypes: 'Append',
    IsManaged: false,
    RelationshipType: type,
    IntroducedVersion: relationship.introducedVersion,
  };
}

function oneToMany(relationship: OneToManyRelationship): Definition {
  const { cascade } = relationship;
  return {
    type: 'OneToManyRelationshipMetadata',
    properties: {
      ...common(relationship, 'OneToManyRelationship'),
      ReferencedAttribute: relationship.referencedColumn,
      ReferencedEntity: relationship.referencedTable,
      ReferencingAttribute: relationship.referencingColumn,
      ReferencingEntity: relationship.referencingTable,
      ReferencedEntityNavigationPropertyName: relationship.referencedNavigationProperty,
      ReferencingEntityNavigationPropertyName: relationship.referencingNavigationProperty ?? null,
      IsHierarchical: relationship.isHierarchical,
      EntityKey: null,
      IsRelationshipAttributeDenormalized: false,
      RelationshipBehavior: 1,
      AssociatedMenuConfiguration: menu,
      CascadeConfiguration: {
        Assign: cascade.assign,
        Delete: cascade.delete,
        Archive: 'NoCascade',
        Merge: cascade.merge,
        Reparent: cascade.reparent,
        Share: cascade.share,
        Unshare: cascade.unshare,
        RollupView: cascade.rollupView,
      },
    },
    navigation: {},
  };
}

function manyToMany(relationship: ManyToManyRelationship): Definition {
  return {
    type: 'ManyToManyRelationshipMetadata',
    properties: {
      ...common(relationship, 'ManyToManyRelationship'),
      Entity1LogicalName: relationship.firstTable,
      Entity1IntersectAttribute: relationship.firstIntersectColumn,
      Entity1NavigationPropertyName: relationship.firstNavigationProperty,
      Entity1AssociatedMenuConfiguration: menu,
      Entity2LogicalName: relationship.secondTable,
      Entity2IntersectAttribute: relationship.secondIntersectColumn,
      Entity2NavigationPropertyName: relationship.secondNavigationProperty,
      Entity2AssociatedMenuConfiguration: menu,
      IntersectEntityName: relationship.intersectTable,
    },
    navigation: {},
  };
}

/** RelationshipMetadata as its own type. */
export function relationshipDefinition(relationship: Relationship): Definition {
  return relationship.kind === 'oneToMany' ? oneToMany(relationship) : manyToMany(relationship);
}
