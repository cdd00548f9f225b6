import { label, managedProperty, type Definition, type DefinitionReader, type JsonObject } from './definition';
import type { BooleanColumn, ChoiceColumn, Option, OptionSet } from '../columns';
import { stableId } from '../identifiers';

function option(option: Option, type: string, reader: DefinitionReader): JsonObject {
  const common = {
    Value: option.value,
    Color: option.color ?? null,
    IsManaged: false,
    ExternalValue: '',
    ParentValues: [],
    Tag: null,
    IsHidden: false,
    MetadataId: null,
    HasChanged: null,
    Label: label(option.label, reader, false),
    Description: label(option.description, reader, false),
  };
  if (type === 'State') {
    return {
      '@odata.type': '#Microsoft.Dynamics.CRM.StateOptionMetadata',
      ...common,
      DefaultStatus: option.defaultStatus ?? null,
      InvariantName: option.label.get(1033) ?? '',
    };
  }
  if (type === 'Status') {
    return {
      '@odata.type': '#Microsoft.Dynamics.CRM.StatusOptionMetadata',
      ...common,
      State: option.state ?? null,
      TransitionData: null,
    };
  }
  return common;
}

function common(
  optionSet: Pick<OptionSet, 'metadataId' | 'name' | 'isGlobal' | 'isCustom' | 'displayName' | 'description'>,
  type: string,
  reader: DefinitionReader,
): JsonObject {
  return {
    MetadataId: optionSet.metadataId,
    HasChanged: null,
    Name: optionSet.name,
    IsGlobal: optionSet.isGlobal,
    IsCustomOptionSet: optionSet.isCustom,
    IsManaged: false,
    IsCustomizable: managedProperty(true, 'iscustomizable'),
    OptionSetType: type,
    IntroducedVersion: null,
    ExternalTypeName: null,
    ParentOptionSetName: null,
    DisplayName: label(optionSet.displayName, reader, false),
    Description: label(optionSet.description, reader, false),
  };
}

/** OptionSetMetadata of a choice column or a global option set. */
export function optionSetDefinition(
  optionSet: OptionSet,
  reader: DefinitionReader,
  type: 'Picklist' | 'State' | 'Status' = 'Picklist',
): Definition {
  return {
    type: 'OptionSetMetadata',
    properties: {
      ...common(optionSet, type, reader),
      Options: optionSet.options.map((each) => option(each, type, reader)),
    },
    navigation: {},
  };
}

/** The kind of option set that a column has. */
export function optionSetTypeOf(column: ChoiceColumn): 'Picklist' | 'State' | 'Status' {
  return column.type === 'state' ? 'State' : column.type === 'status' ? 'Status' : 'Picklist';
}

/** BooleanOptionSetMetadata of a yes/no column. */
export function booleanOptionSetDefinition(table: string, column: BooleanColumn, reader: DefinitionReader): Definition {
  const name = `${table}_${column.logicalName}`;
  const own = {
    metadataId: stableId('optionset', name),
    name,
    isGlobal: false,
    isCustom: column.isCustom,
    displayName: column.displayName,
    description: column.description,
  };
  return {
    type: 'BooleanOptionSetMetadata',
    properties: {
      ...common(own, 'Boolean', reader),
      TrueOption: option(column.trueOption, 'Boolean', reader),
      FalseOption: option(column.falseOption, 'Boolean', reader),
    },
    navigation: {},
  };
}
