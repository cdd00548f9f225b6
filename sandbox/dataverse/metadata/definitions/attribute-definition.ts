import { label, managedProperty, type Definition, type DefinitionReader, type JsonObject } from './definition';
import { booleanOptionSetDefinition, optionSetDefinition, optionSetTypeOf } from './option-set-definition';
import type { Column, RequiredLevel, StringFormat } from '../columns';
import type { Table } from '../model';

/** AttributeType, AttributeTypeName and the metadata type of each column type. */
const types: Readonly<Record<Column['type'], readonly [type: string, typeName: string, metadataType: string]>> = {
  string: ['String', 'StringType', 'StringAttributeMetadata'],
  memo: ['Memo', 'MemoType', 'MemoAttributeMetadata'],
  integer: ['Integer', 'IntegerType', 'IntegerAttributeMetadata'],
  bigint: ['BigInt', 'BigIntType', 'BigIntAttributeMetadata'],
  decimal: ['Decimal', 'DecimalType', 'DecimalAttributeMetadata'],
  double: ['Double', 'DoubleType', 'DoubleAttributeMetadata'],
  money: ['Money', 'MoneyType', 'MoneyAttributeMetadata'],
  boolean: ['Boolean', 'BooleanType', 'BooleanAttributeMetadata'],
  picklist: ['Picklist', 'PicklistType', 'PicklistAttributeMetadata'],
  multiselect: ['Virtual', 'MultiSelectPicklistType', 'MultiSelectPicklistAttributeMetadata'],
  state: ['State', 'StateType', 'StateAttributeMetadata'],
  status: ['Status', 'StatusType', 'StatusAttributeMetadata'],
  datetime: ['DateTime', 'DateTimeType', 'DateTimeAttributeMetadata'],
  lookup: ['Lookup', 'LookupType', 'LookupAttributeMetadata'],
  customer: ['Customer', 'CustomerType', 'LookupAttributeMetadata'],
  owner: ['Owner', 'OwnerType', 'LookupAttributeMetadata'],
  uniqueidentifier: ['Uniqueidentifier', 'UniqueidentifierType', 'UniqueIdentifierAttributeMetadata'],
  image: ['Virtual', 'ImageType', 'ImageAttributeMetadata'],
  entityname: ['EntityName', 'EntityNameType', 'EntityNameAttributeMetadata'],
  managedproperty: ['ManagedProperty', 'ManagedPropertyType', 'ManagedPropertyAttributeMetadata'],
  virtual: ['Virtual', 'VirtualType', 'AttributeMetadata'],
};

const requiredLevels: Readonly<Record<RequiredLevel, string>> = {
  none: 'None',
  recommended: 'Recommended',
  required: 'ApplicationRequired',
  systemRequired: 'SystemRequired',
};

const stringFormats: Readonly<Record<StringFormat, string>> = {
  text: 'Text',
  textArea: 'TextArea',
  email: 'Email',
  url: 'Url',
  phone: 'Phone',
  tickerSymbol: 'TickerSymbol',
  phoneticGuide: 'PhoneticGuide',
  versionNumber: 'VersionNumber',
  json: 'Json',
  richText: 'RichText',
};

const integerFormats = {
  none: 'None',
  duration: 'Duration',
  timeZone: 'TimeZone',
  language: 'Language',
  locale: 'Locale',
};
const dateFormats = { dateOnly: 'DateOnly', dateAndTime: 'DateAndTime' };
const behaviors = { userLocal: 'UserLocal', dateOnly: 'DateOnly', timeZoneIndependent: 'TimeZoneIndependent' };

function common(table: Table, column: Column, reader: DefinitionReader, isManaged: boolean): JsonObject {
  const [type, typeName] = types[column.type];
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
      Value: requiredLevels[column.requiredLevel],
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
        Format: stringFormats[column.format],
        FormatName: { Value: stringFormats[column.format] },
        FormulaDefinition: '',
        ImeMode: 'Auto',
        IsLocalizable: false,
      };
    case 'memo':
      return {
        MaxLength: column.maxLength,
        Format: stringFormats[column.format],
        FormatName: { Value: stringFormats[column.format] },
        ImeMode: 'Auto',
        IsLocalizable: false,
      };
    case 'integer':
      return {
        MinValue: column.minimum,
        MaxValue: column.maximum,
        Format: integerFormats[column.format],
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
        Format: dateFormats[column.format],
        DateTimeBehavior: { Value: behaviors[column.behavior] },
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
    type: types[column.type][2],
    properties: { ...common(table, column, reader, isManaged), ...ofType(column) },
    navigation: navigationOf(table, column, reader),
  };
}
