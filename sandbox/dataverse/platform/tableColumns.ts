import type { Column, DateTimeColumn, LookupTarget, Option, OptionSet, StringFormat } from '../metadata/columns';
import { stableId } from '../metadata/identifiers';
import { englishLabels } from '../metadata/labels';
import type { ColumnFile, OptionFile, TableFile } from './tableFile';

const noLabels: ReadonlyMap<number, string> = new Map();

const stringFormats: Readonly<Record<string, StringFormat>> = { email: 'email', url: 'url', phone: 'phone' };

function option(file: OptionFile, statuses: readonly OptionFile[]): Option {
  return {
    value: file.value,
    label: englishLabels(file.label),
    description: noLabels,
    color: undefined,
    state: file.state,
    defaultStatus: statuses.find((status) => status.state === file.value)?.value,
  };
}

function optionSet(table: TableFile, column: ColumnFile): OptionSet {
  const name = `${table.logicalName}_${column.logicalName}`;
  const statuses =
    column.type === 'State' ? (table.columns.find((other) => other.type === 'Status')?.options ?? []) : [];
  return {
    name,
    metadataId: stableId('optionset', name),
    isGlobal: false,
    isCustom: false,
    displayName: englishLabels(column.displayName ?? column.schemaName),
    description: noLabels,
    options: (column.options ?? []).map((file) => option(file, statuses)),
    solution: 'System',
  };
}

function targets(column: ColumnFile): readonly LookupTarget[] {
  return (column.targets ?? []).map((table) => ({
    table,
    navigationProperty: column.navigationProperties?.[table] ?? column.navigationProperty ?? undefined,
  }));
}

function dateTime(column: ColumnFile): Pick<DateTimeColumn, 'type' | 'format' | 'behavior'> {
  const behaviors = {
    UserLocal: 'userLocal',
    DateOnly: 'dateOnly',
    TimeZoneIndependent: 'timeZoneIndependent',
  } as const;
  return {
    type: 'datetime',
    format: column.format === 'DateOnly' ? 'dateOnly' : 'dateAndTime',
    behavior: behaviors[column.behavior ?? 'UserLocal'],
  };
}

/** Limits are Dataverse's own where the facts name none. */
const integerLimit = 2_147_483_647;
const decimalLimit = 100_000_000_000;
const moneyLimit = 922_337_203_685_477;

/** One column of the platform from its description. */
export function platformColumn(table: TableFile, file: ColumnFile, columnNumber: number): Column {
  const isPrimaryId = file.logicalName === table.primaryId;
  const common = {
    logicalName: file.logicalName,
    schemaName: file.schemaName,
    metadataId: stableId('column', table.logicalName, file.logicalName),
    columnNumber,
    displayName: englishLabels(file.displayName ?? file.schemaName),
    description: noLabels,
    requiredLevel: file.requiredLevel ?? 'none',
    validForCreate: file.access === undefined || file.access === 'create' || file.access === 'write',
    validForRead: file.access !== 'write',
    validForUpdate: !isPrimaryId && (file.access === undefined || file.access === 'update' || file.access === 'write'),
    validForAdvancedFind: true,
    isPrimaryId,
    isPrimaryName: file.logicalName === table.primaryName,
    isCustom: false,
    isSecured: false,
    attributeOf: undefined,
    introducedVersion: '5.0.0.0',
    solution: 'System',
  };
  switch (file.type) {
    case 'String':
      return {
        ...common,
        type: 'string',
        maxLength: file.maxLength ?? 4000,
        format: stringFormats[file.format ?? ''] ?? 'text',
        autoNumberFormat: '',
      };
    case 'Memo':
      return { ...common, type: 'memo', maxLength: file.maxLength ?? 1_048_576, format: 'textArea' };
    case 'Integer':
      return { ...common, type: 'integer', minimum: -integerLimit - 1, maximum: integerLimit, format: 'none' };
    case 'BigInt':
      return { ...common, type: 'bigint' };
    case 'Decimal':
    case 'Double': {
      const type = file.type === 'Decimal' ? 'decimal' : 'double';
      return { ...common, type, minimum: -decimalLimit, maximum: decimalLimit, precision: file.precision ?? 2 };
    }
    case 'Money':
      return {
        ...common,
        type: 'money',
        minimum: -moneyLimit,
        maximum: moneyLimit,
        precision: file.precision ?? 2,
        precisionSource: file.precisionSource ?? 2,
        calculationOf: undefined,
      };
    case 'Boolean': {
      const label = (value: number, fallback: string): Option =>
        option(file.options?.find((candidate) => candidate.value === value) ?? { value, label: fallback }, []);
      return {
        ...common,
        type: 'boolean',
        defaultValue: false,
        falseOption: label(0, 'No'),
        trueOption: label(1, 'Yes'),
      };
    }
    case 'Picklist':
      return { ...common, type: 'picklist', optionSet: optionSet(table, file), defaultValue: undefined };
    case 'State':
      return { ...common, type: 'state', optionSet: optionSet(table, file), defaultValue: file.options?.[0]?.value };
    case 'Status':
      return { ...common, type: 'status', optionSet: optionSet(table, file), defaultValue: file.options?.[0]?.value };
    case 'DateTime':
      return { ...common, ...dateTime(file) };
    case 'Lookup':
      return { ...common, type: 'lookup', targets: targets(file) };
    case 'Customer':
      return { ...common, type: 'customer', targets: targets(file) };
    case 'Owner':
      return { ...common, type: 'owner', targets: targets(file) };
    case 'Uniqueidentifier':
      return { ...common, type: 'uniqueidentifier' };
    case 'Image':
      return { ...common, type: 'image', maxSizeInKilobytes: 10_240 };
    case 'EntityName':
      return { ...common, type: 'entityname' };
    case 'ManagedProperty':
      return { ...common, type: 'managedproperty' };
  }
}
