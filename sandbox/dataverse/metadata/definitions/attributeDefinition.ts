import {
  attributeTypes,
  behaviorNames,
  dateFormatNames,
  integerFormatNames,
  requiredLevelNames,
  stringFormatNames,
} from './attributeNames';
import { label, managedProperty, type Definition, type DefinitionReader, type JsonObject } from './definition';
import { booleanOptionSetDefinition, optionSetDefinition, optionSetTypeOf } from './optionSetDefinition';
import type { Column } from '../columns';
import type { Table } from '../model';

function common(table: Table, column: Column, reader: DefinitionReader, isManaged: boolean): JsonObject {
  const [type, typeName] = attributeTypes[column.type];
  return {
    MetadataId: column.metadataId,
    HasChanged: null,
    AttributeOf: column.attributeOf ?? null,
    AttributeType: type,
    AttributeTypeName: { Value: typeName },
    ColumnNumber: column.columnNumber,
    Description: label(column.description, reader, isManaged),
    DisplayName: label(column.displayName, reader, isManaged),
    DeprecatedVersion: null,
    EntityLogicalName: table.logicalName,
    ExternalName: null,
    InheritsFrom: null,
    IntroducedVersion: column.introducedVersion,
    IsAuditEnabled: managedProperty(false, 'canmodifyauditsettings'),
    IsCustomAttribute: column.isCustom,
    IsCustomizable: managedProperty(true, 'iscustomizable'),
    IsDataSourceSecret: false,
    IsFilterable: false,
    IsGlobalFilterEnabled: managedProperty(false, 'canmodifyglobalfiltersettings'),
    IsLogical: column.type === 'virtual',
    IsManaged: isManaged,
    IsPrimaryId: column.isPrimaryId,
    IsPrimaryName: column.isPrimaryName,
    IsRenameable: managedProperty(true, 'isrenameable'),
    IsRequiredForForm: false,
    IsRetrievable: true,
    IsSearchable: false,
    IsSecured: column.isSecured,
    IsSortableEnabled: managedProperty(false, 'canmodifyissortablesettings'),
    IsValidForAdvancedFind: managedProperty(column.validForAdvancedFind, 'canmodifysearchsettings'),
    IsValidForCreate: column.validForCreate,
    IsValidForForm: true,
    IsValidForGrid: true,
    IsValidForRead: column.validForRead,
    IsValidForUpdate: column.validForUpdate,
    IsValidODataAttribute: true,
    LogicalName: column.logicalName,
    RequiredLevel: {
      Value: requiredLevelNames[column.requiredLevel],
      CanBeChanged: column.requiredLevel !== 'systemRequired',
      ManagedPropertyLogicalName: 'canmodifyrequirementlevelsettings',
    },
    SchemaName: column.schemaName,
    SourceType: 0,
    AutoNumberFormat: column.type === 'string' ? column.autoNumberFormat : '',
  };
}

function ofType(column: Column): JsonObject {
  switch (column.type) {
    case 'string':
      return {
        MaxLength: column.maxLength,
        DatabaseLength: column.maxLength * 2,
        Format: stringFormatNames[column.format],
        FormatName: { Value: stringFormatNames[column.format] },
        FormulaDefinition: '',
        ImeMode: 'Auto',
        IsLocalizable: false,
      };
    case 'memo':
      return {
        MaxLength: column.maxLength,
        Format: stringFormatNames[column.format],
        FormatName: { Value: stringFormatNames[column.format] },
        ImeMode: 'Auto',
        IsLocalizable: false,
      };
    case 'integer':
      return {
        MinValue: column.minimum,
        MaxValue: column.maximum,
        Format: integerFormatNames[column.format],
        FormulaDefinition: '',
      };
    case 'bigint':
      return { MinValue: -9_223_372_036_854_775_808, MaxValue: 9_223_372_036_854_775_807 };
    case 'decimal':
    case 'double':
      return { MinValue: column.minimum, MaxValue: column.maximum, Precision: column.precision, ImeMode: 'Auto' };
    case 'money':
      return {
        MinValue: column.minimum,
        MaxValue: column.maximum,
        Precision: column.precision,
        PrecisionSource: column.precisionSource,
        CalculationOf: column.calculationOf ?? null,
        IsBaseCurrency: column.calculationOf !== undefined,
        ImeMode: 'Auto',
      };
    case 'boolean':
      return { DefaultValue: column.defaultValue, FormulaDefinition: '' };
    case 'picklist':
    case 'multiselect':
    case 'state':
    case 'status':
      return { DefaultFormValue: column.defaultValue ?? -1, FormulaDefinition: '' };
    case 'datetime':
      return {
        Format: dateFormatNames[column.format],
        DateTimeBehavior: { Value: behaviorNames[column.behavior] },
        CanChangeDateTimeBehavior: managedProperty(false, 'canchangedatetimebehavior'),
        ImeMode: 'Auto',
        MinSupportedValue: '1753-01-01T00:00:00Z',
        MaxSupportedValue: '9999-12-30T23:59:59Z',
      };
    case 'lookup':
    case 'customer':
    case 'owner':
      return { Targets: column.targets.map((target) => target.table), Format: 'None' };
    case 'image':
      return {
        MaxSizeInKB: column.maxSizeInKilobytes,
        MaxWidth: 144,
        MaxHeight: 144,
        IsPrimaryImage: false,
        CanStoreFullImage: false,
      };
    case 'uniqueidentifier':
    case 'entityname':
    case 'managedproperty':
    case 'virtual':
      return {};
  }
}

function navigationOf(table: Table, column: Column, reader: DefinitionReader): Definition['navigation'] {
  if (column.type === 'boolean') {
    return {
      OptionSet: () => booleanOptionSetDefinition(table.logicalName, column, reader),
      GlobalOptionSet: () => null,
    };
  }
  if (!('optionSet' in column)) return {};
  const made = (): Definition => optionSetDefinition(column.optionSet, reader, optionSetTypeOf(column));
  return { OptionSet: made, GlobalOptionSet: () => (column.optionSet.isGlobal ? made() : null) };
}

/** AttributeMetadata of one column, as its own type (e.g. PicklistAttributeMetadata). */
export function attributeDefinition(
  table: Table,
  column: Column,
  reader: DefinitionReader,
  isManaged: boolean,
): Definition {
  return {
    type: attributeTypes[column.type][2],
    properties: { ...common(table, column, reader, isManaged), ...ofType(column) },
    navigation: navigationOf(table, column, reader),
  };
}
