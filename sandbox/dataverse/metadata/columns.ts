import type { Labels } from './labels';

/** Dataverse's AttributeRequiredLevel. `systemRequired` is never checked on create by the caller's data alone. */
export type RequiredLevel = 'none' | 'recommended' | 'required' | 'systemRequired';

/** One value of a choice; `state` is set for status reasons, `defaultStatus` for states. */
export interface Option {
  readonly value: number;
  readonly label: Labels;
  readonly description: Labels;
  readonly color: string | undefined;
  readonly state: number | undefined;
  readonly defaultStatus: number | undefined;
}

/** A choice list. A global one is shared between columns and has a name of its own. */
export interface OptionSet {
  readonly name: string;
  readonly metadataId: string;
  readonly isGlobal: boolean;
  readonly isCustom: boolean;
  readonly displayName: Labels;
  readonly description: Labels;
  readonly options: readonly Option[];
  /** Unique name of the solution that brought it; `System` for the platform's own. */
  readonly solution: string;
}

interface ColumnCommon {
  readonly logicalName: string;
  readonly schemaName: string;
  readonly metadataId: string;
  readonly columnNumber: number;
  readonly displayName: Labels;
  readonly description: Labels;
  readonly requiredLevel: RequiredLevel;
  readonly validForCreate: boolean;
  readonly validForRead: boolean;
  readonly validForUpdate: boolean;
  readonly validForAdvancedFind: boolean;
  readonly isPrimaryId: boolean;
  readonly isPrimaryName: boolean;
  readonly isCustom: boolean;
  readonly isSecured: boolean;
  /** Logical name of the column that this one shadows, e.g. `ownerid` for `owneridname`. */
  readonly attributeOf: string | undefined;
  readonly introducedVersion: string;
  /** Unique name of the solution that brought it; `System` for the platform's own. */
  readonly solution: string;
}

export type StringFormat =
  | 'text'
  | 'textArea'
  | 'email'
  | 'url'
  | 'phone'
  | 'tickerSymbol'
  | 'phoneticGuide'
  | 'versionNumber'
  | 'json'
  | 'richText';

export interface StringColumn extends ColumnCommon {
  readonly type: 'string';
  readonly maxLength: number;
  readonly format: StringFormat;
  /** Empty when the column is not an autonumber. */
  readonly autoNumberFormat: string;
}

export interface MemoColumn extends ColumnCommon {
  readonly type: 'memo';
  readonly maxLength: number;
  readonly format: StringFormat;
}

export interface IntegerColumn extends ColumnCommon {
  readonly type: 'integer';
  readonly minimum: number;
  readonly maximum: number;
  readonly format: 'none' | 'duration' | 'timeZone' | 'language' | 'locale';
}

export interface BigIntColumn extends ColumnCommon {
  readonly type: 'bigint';
}

/** Decimal places are `precision`; numbers with more are rounded to it by Dataverse. */
export interface DecimalColumn extends ColumnCommon {
  readonly type: 'decimal' | 'double';
  readonly minimum: number;
  readonly maximum: number;
  readonly precision: number;
}

export interface MoneyColumn extends ColumnCommon {
  readonly type: 'money';
  readonly minimum: number;
  readonly maximum: number;
  readonly precision: number;
  /** 0 the column's own precision, 1 the organization's pricing precision, 2 the currency's. */
  readonly precisionSource: 0 | 1 | 2;
  /** For a `_base` column: the column it is computed from. */
  readonly calculationOf: string | undefined;
}

export interface BooleanColumn extends ColumnCommon {
  readonly type: 'boolean';
  readonly defaultValue: boolean;
  readonly falseOption: Option;
  readonly trueOption: Option;
}

export interface ChoiceColumn extends ColumnCommon {
  readonly type: 'picklist' | 'multiselect' | 'state' | 'status';
  readonly optionSet: OptionSet;
  /** Undefined when there is no default. */
  readonly defaultValue: number | undefined;
}

export interface DateTimeColumn extends ColumnCommon {
  readonly type: 'datetime';
  /** How it is shown. */
  readonly format: 'dateOnly' | 'dateAndTime';
  /** What it means; `dateOnly` is Edm.Date, the others Edm.DateTimeOffset. */
  readonly behavior: 'userLocal' | 'dateOnly' | 'timeZoneIndependent';
}

export interface LookupTarget {
  /** Logical name of the table. */
  readonly table: string;
  /** Name for `$expand` and `@odata.bind`, case exact; undefined when the column has no navigation property. */
  readonly navigationProperty: string | undefined;
}

/** Lookup, customer (account or contact) and owner (user or team) columns. */
export interface LookupColumn extends ColumnCommon {
  readonly type: 'lookup' | 'customer' | 'owner';
  readonly targets: readonly LookupTarget[];
}

export interface UniqueIdentifierColumn extends ColumnCommon {
  readonly type: 'uniqueidentifier';
}

export interface ImageColumn extends ColumnCommon {
  readonly type: 'image';
  readonly maxSizeInKilobytes: number;
}

/** `entityname` holds a table's logical name; `managedproperty` an object; `virtual` is computed (e.g. a name shadow). */
export interface OtherColumn extends ColumnCommon {
  readonly type: 'entityname' | 'managedproperty' | 'virtual';
}

export type Column =
  | StringColumn
  | MemoColumn
  | IntegerColumn
  | BigIntColumn
  | DecimalColumn
  | MoneyColumn
  | BooleanColumn
  | ChoiceColumn
  | DateTimeColumn
  | LookupColumn
  | UniqueIdentifierColumn
  | ImageColumn
  | OtherColumn;

export type ColumnType = Column['type'];

/** True for columns that hold a reference and are read as `_<name>_value`. */
export function isLookup(column: Column): column is LookupColumn {
  return column.type === 'lookup' || column.type === 'customer' || column.type === 'owner';
}
