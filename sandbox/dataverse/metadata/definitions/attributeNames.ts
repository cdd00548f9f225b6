import type { Column, RequiredLevel, StringFormat } from '../columns';

/** AttributeType, AttributeTypeName and the metadata type of each column type. */
export const attributeTypes: Readonly<
  Record<Column['type'], readonly [type: string, typeName: string, metadataType: string]>
> = {
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

export const requiredLevelNames: Readonly<Record<RequiredLevel, string>> = {
  none: 'None',
  recommended: 'Recommended',
  required: 'ApplicationRequired',
  systemRequired: 'SystemRequired',
};

export const stringFormatNames: Readonly<Record<StringFormat, string>> = {
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

export const integerFormatNames = {
  none: 'None',
  duration: 'Duration',
  timeZone: 'TimeZone',
  language: 'Language',
  locale: 'Locale',
};
export const dateFormatNames = { dateOnly: 'DateOnly', dateAndTime: 'DateAndTime' };
export const behaviorNames = {
  userLocal: 'UserLocal',
  dateOnly: 'DateOnly',
  timeZoneIndependent: 'TimeZoneIndependent',
};
