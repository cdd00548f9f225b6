import { behaviors, integerFormats, integerLimit, requiredLevels, stringFormats } from './columnFormats';
import type { ImportContext } from './draft';
import { readOptionSet } from './readOptionSets';
import { SolutionRefused, notCovered } from './refusal';
import { attribute, child, flagOf, labelsOf, numberOf, textOf, type Element } from './xml';
import type { ChoiceColumn, Column, Option, OptionSet } from '../metadata/columns';
import { stableId } from '../metadata/identifiers';

const columnComponent = 2;

/** Which table and solution a column is read for. */
export interface ColumnPlace {
  readonly context: ImportContext;
  /** Logical name. */
  readonly table: string;
  readonly solution: string;
  readonly columnNumber: number;
}

function refuse(place: ColumnPlace, column: string, reason: string): SolutionRefused {
  return new SolutionRefused('column', `The column ${place.table}.${column} cannot be imported: ${reason}.`, {
    type: columnComponent,
    name: `${place.table}.${column}`,
  });
}

function needNumber(place: ColumnPlace, element: Element, column: string, name: string): number {
  const value = numberOf(element, name);
  if (value === undefined) throw refuse(place, column, `it has no ${name}`);
  return value;
}

function optionSetOf(place: ColumnPlace, element: Element, column: string): OptionSet {
  const global = textOf(element, 'OptionSetName');
  if (global !== undefined) {
    const known = place.context.draft.optionSets.get(global);
    if (known) return known;
    throw new SolutionRefused(
      'missingGlobalOptionSet',
      `Attribute '${place.table}.${column}' was not imported as it references a non-existing global Option Set ('${global}').`,
      { type: columnComponent, name: `${place.table}.${column}` },
    );
  }
  const nested = child(element, 'optionset');
  if (!nested) throw refuse(place, column, 'it has neither an optionset nor an OptionSetName');
  return readOptionSet(nested, false, place.solution);
}

function choice(place: ColumnPlace, element: Element, column: string): Pick<ChoiceColumn, 'optionSet' | 'defaultValue'> {
  const optionSet = optionSetOf(place, element, column);
  const fallback = numberOf(element, 'AppDefaultValue');
  if (fallback === undefined || fallback === -1) return { optionSet, defaultValue: undefined };
  if (!optionSet.options.some((option) => option.value === fallback)) {
    throw refuse(place, column, `its default ${fallback} is none of its options`);
  }
  return { optionSet, defaultValue: fallback };
}

/** statecode and statuscode start with their first option. */
function stateChoice(place: ColumnPlace, element: Element, column: string): Pick<ChoiceColumn, 'optionSet' | 'defaultValue'> {
  const optionSet = optionSetOf(place, element, column);
  return { optionSet, defaultValue: optionSet.options[0]?.value };
}

function option(optionSet: OptionSet, value: number, label: string): Option {
  return (
    optionSet.options.find((candidate) => candidate.value === value) ?? {
      value,
      label: new Map([[1033, label]]),
      description: new Map(),
      color: undefined,
      state: undefined,
      defaultStatus: undefined,
    }
  );
}

/** What the sandbox would have to do, but does not. */
function checkCovered(place: ColumnPlace, element: Element, column: string, type: string): void {
  const name = `${place.table}.${column}`;
  if (flagOf(element, 'IsSecured')) throw notCovered(columnComponent, name, 'column with column security');
  const source = textOf(element, 'SourceType') ?? '0';
  if (source !== '0') throw notCovered(columnComponent, name, 'calculated, rollup or formula column');
  if (type === 'partylist' || type === 'file') throw notCovered(columnComponent, name, `column of type ${type}`);
}

/** One `attribute` element. Lookups have no targets yet: relationships give them. */
export function readColumn(place: ColumnPlace, element: Element): Column {
  const schemaName = attribute(element, 'PhysicalName') ?? textOf(element, 'Name') ?? '';
  const logicalName = (textOf(element, 'LogicalName') ?? textOf(element, 'Name') ?? schemaName).toLowerCase();
  if (logicalName === '') throw refuse(place, '?', 'it has no name');
  const type = (textOf(element, 'Type') ?? '').toLowerCase();
  checkCovered(place, element, logicalName, type);
  const mask = (textOf(element, 'DisplayMask') ?? '').split('|');
  const common = {
    logicalName,
    schemaName,
    metadataId: stableId('column', place.table, logicalName),
    columnNumber: place.columnNumber,
    displayName: labelsOf(element, 'displaynames', 'displayname'),
    description: labelsOf(element, 'Descriptions', 'Description'),
    requiredLevel: requiredLevels[(textOf(element, 'RequiredLevel') ?? 'none').toLowerCase()] ?? 'none',
    validForCreate: flagOf(element, 'ValidForCreateApi', true),
    validForRead: flagOf(element, 'ValidForReadApi', true),
    validForUpdate: flagOf(element, 'ValidForUpdateApi', true),
    validForAdvancedFind: mask.includes('ValidForAdvancedFind'),
    isPrimaryId: type === 'primarykey',
    isPrimaryName: mask.includes('PrimaryName'),
    isCustom: flagOf(element, 'IsCustomField'),
    isSecured: false,
    attributeOf: undefined,
    introducedVersion: textOf(element, 'IntroducedVersion') ?? '1.0.0.0',
    solution: place.solution,
  };
  const format = textOf(element, 'Format')?.toLowerCase() ?? '';
  const range = (): { minimum: number; maximum: number; precision: number } => ({
    minimum: needNumber(place, element, logicalName, 'MinValue'),
    maximum: needNumber(place, element, logicalName, 'MaxValue'),
    precision: needNumber(place, element, logicalName, 'Accuracy'),
  });
  switch (type) {
    case 'nvarchar':
      return {
        ...common,
        type: 'string',
        maxLength: needNumber(place, element, logicalName, 'MaxLength'),
        format: stringFormats[format] ?? 'text',
        autoNumberFormat: textOf(element, 'AutoNumberFormat') ?? '',
      };
    case 'ntext':
      return {
        ...common,
        type: 'memo',
        maxLength: needNumber(place, element, logicalName, 'MaxLength'),
        format: stringFormats[format] ?? 'textArea',
      };
    case 'int': {
      const known = Object.entries(integerFormats).find(([name]) => name === format);
      const minimum = numberOf(element, 'MinValue') ?? -integerLimit - 1;
      return { ...common, type: 'integer', minimum, maximum: numberOf(element, 'MaxValue') ?? integerLimit, format: known?.[1] ?? 'none' };
    }
    case 'bigint':
      return { ...common, type: 'bigint' };
    case 'decimal':
      return { ...common, type: 'decimal', ...range() };
    case 'float':
      return { ...common, type: 'double', ...range() };
    case 'money': {
      const source = numberOf(element, 'AccuracySource');
      const precisionSource = source === 0 || source === 1 ? source : 2;
      return { ...common, type: 'money', ...range(), precisionSource, calculationOf: textOf(element, 'CalculationOf') };
    }
    case 'bit': {
      const optionSet = optionSetOf(place, element, logicalName);
      return {
        ...common,
        type: 'boolean',
        defaultValue: flagOf(element, 'AppDefaultValue'),
        falseOption: option(optionSet, 0, 'No'),
        trueOption: option(optionSet, 1, 'Yes'),
      };
    }
    case 'picklist':
      return { ...common, type: 'picklist', ...choice(place, element, logicalName) };
    case 'multiselectpicklist':
      return { ...common, type: 'multiselect', ...choice(place, element, logicalName) };
    case 'state':
      return { ...common, type: 'state', ...stateChoice(place, element, logicalName) };
    case 'status':
      return { ...common, type: 'status', ...stateChoice(place, element, logicalName) };
    case 'datetime': {
      const behavior = Object.entries(behaviors).find(([value]) => value === (textOf(element, 'Behavior') ?? '1'))?.[1];
      if (!behavior) throw refuse(place, logicalName, 'its Behavior is not 1, 2 or 3');
      return { ...common, type: 'datetime', format: format === 'date' ? 'dateOnly' : 'dateAndTime', behavior };
    }
    case 'lookup':
      return { ...common, type: 'lookup', targets: [] };
    case 'customer':
      return { ...common, type: 'customer', targets: [] };
    case 'owner':
      return { ...common, type: 'owner', targets: [] };
    case 'primarykey':
    case 'uniqueidentifier':
      return { ...common, type: 'uniqueidentifier' };
    case 'image':
      return { ...common, type: 'image', maxSizeInKilobytes: numberOf(element, 'MaxSizeInKB') ?? 10_240 };
    case 'entityname':
      return { ...common, type: 'entityname' };
    case 'managedproperty':
      return { ...common, type: 'managedproperty' };
    case 'virtual':
      return { ...common, type: 'virtual' };
    default:
      throw refuse(place, logicalName, `its type '${type}' is unknown`);
  }
}
