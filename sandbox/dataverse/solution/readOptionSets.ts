import { bring, ownerOf, type ImportContext } from './draft';
import { SolutionRefused } from './refusal';
import { attribute, child, children, labelsOf, textOf, type Element } from './xml';
import type { Option, OptionSet } from '../metadata/columns';
import { componentTypes } from '../metadata/componentTypes';
import { stableId } from '../metadata/identifiers';

function readOption(element: Element, owner: string): Option {
  const value = Number(attribute(element, 'value') ?? 'NaN');
  if (!Number.isInteger(value)) throw new SolutionRefused('optionSets', `The option set ${owner} has an option without value.`);
  const state = attribute(element, 'state');
  const defaultStatus = attribute(element, 'defaultstatus');
  return {
    value,
    label: labelsOf(element, 'labels', 'label'),
    description: labelsOf(element, 'Descriptions', 'Description'),
    color: attribute(element, 'Color'),
    state: state === undefined ? undefined : Number(state),
    defaultStatus: defaultStatus === undefined ? undefined : Number(defaultStatus),
  };
}

/** The options of an `optionset` element of any kind: options, states or statuses. */
export function readOptions(element: Element, owner: string): readonly Option[] {
  const lists = [
    ['options', 'option'],
    ['states', 'state'],
    ['statuses', 'status'],
  ] as const;
  const options = lists.flatMap(([list, item]) => children(child(element, list), item)).map((each) => readOption(each, owner));
  const values = new Set(options.map((option) => option.value));
  if (values.size !== options.length) {
    throw new SolutionRefused('optionSets', `The option set ${owner} has the same value twice.`);
  }
  return options;
}

/** An `optionset` element, nested in a column or global. */
export function readOptionSet(element: Element, isGlobal: boolean, solution: string): OptionSet {
  const name = attribute(element, 'Name') ?? '';
  return {
    name,
    metadataId: stableId('optionset', name),
    isGlobal,
    isCustom: true,
    displayName: labelsOf(element, 'displaynames', 'displayname'),
    description: labelsOf(element, 'Descriptions', 'Description'),
    options: readOptions(element, name),
    solution,
  };
}

/** The global option sets (`optionsets`). Only choices: a global yes/no set is not covered. */
export function readGlobalOptionSets(context: ImportContext, list: Element | undefined): void {
  for (const element of children(list, 'optionset')) {
    const name = attribute(element, 'Name') ?? '';
    const type = textOf(element, 'OptionSetType') ?? 'picklist';
    if (type !== 'picklist') {
      throw new SolutionRefused('notCovered', `The sandbox does not cover the global option set ${name} of type ${type}.`, {
        type: componentTypes.optionSet,
        name,
      });
    }
    const solution = ownerOf(context, context.draft.optionSets.get(name), componentTypes.optionSet, name);
    context.draft.optionSets.set(name, readOptionSet(element, true, solution));
    bring(context, { type: componentTypes.optionSet, key: name, table: undefined, label: name });
  }
}
