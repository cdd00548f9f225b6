import type { Definition, DefinitionReader } from './definition';
import { entityDefinition } from './entityDefinition';
import { optionSetDefinition } from './optionSetDefinition';
import { relationshipDefinition } from './relationshipDefinition';
import type { CatalogReader } from '../catalog';
import { parseGuid } from '../identifiers';

/** The entity sets of metadata. */
export type DefinitionSet = 'EntityDefinitions' | 'RelationshipDefinitions' | 'GlobalOptionSetDefinitions';

/** All members of a metadata entity set. */
export function definitionsIn(
  catalog: CatalogReader,
  set: DefinitionSet,
  reader: DefinitionReader,
): readonly Definition[] {
  switch (set) {
    case 'EntityDefinitions':
      return [...catalog.tables.values()].map((table) => entityDefinition(catalog, table, reader));
    case 'RelationshipDefinitions':
      return [...catalog.relationships.values()].map(relationshipDefinition);
    case 'GlobalOptionSetDefinitions':
      return [...catalog.optionSets.values()].map((optionSet) => optionSetDefinition(optionSet, reader));
  }
}

/** Names under which a member can be addressed besides its MetadataId, e.g. `EntityDefinitions(LogicalName='account')`. */
const alternateNames = ['LogicalName', 'SchemaName', 'Name'] as const;

/**
 * The member with this key, among definitions of one set or collection.
 * @param key name of the key property (undefined for the id alone in the parentheses) and its value
 */
export function findDefinition(
  definitions: readonly Definition[],
  key: { readonly name: string | undefined; readonly value: string },
): Definition | undefined {
  const id = key.name === undefined || key.name === 'MetadataId' ? parseGuid(key.value) : undefined;
  if (id !== undefined) return definitions.find((each) => each.properties.MetadataId === id);
  const name = alternateNames.find((candidate) => candidate === key.name);
  return name === undefined ? undefined : definitions.find((each) => each.properties[name] === key.value);
}

/** True when the definition is of the type or of one derived from it, for casts such as `LookupAttributeMetadata`. */
export function isOfType(definition: Definition, type: string): boolean {
  const bases: Readonly<Record<string, string>> = {
    PicklistAttributeMetadata: 'EnumAttributeMetadata',
    MultiSelectPicklistAttributeMetadata: 'EnumAttributeMetadata',
    StateAttributeMetadata: 'EnumAttributeMetadata',
    StatusAttributeMetadata: 'EnumAttributeMetadata',
    OneToManyRelationshipMetadata: 'RelationshipMetadataBase',
    ManyToManyRelationshipMetadata: 'RelationshipMetadataBase',
    OptionSetMetadata: 'OptionSetMetadataBase',
    BooleanOptionSetMetadata: 'OptionSetMetadataBase',
  };
  if (definition.type === type || bases[definition.type] === type) return true;
  return type === 'AttributeMetadata' && definition.type.endsWith('AttributeMetadata');
}
