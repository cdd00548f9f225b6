import type { ImportContext } from './draft';
import { SolutionRefused } from './refusal';
import { isLookup, type Column, type OptionSet } from '../metadata/columns';

function mergeOptions(known: OptionSet, next: OptionSet): OptionSet {
  const options = new Map(known.options.map((option) => [option.value, option]));
  for (const option of next.options) options.set(option.value, option);
  return { ...known, options: [...options.values()] };
}

/**
 * A column that exists already. Its type stays; the solution that brought it may change the rest; another solution adds
 * options to a choice and nothing else (Dataverse would keep that as a layer of its own).
 */
export function mergeColumn(context: ImportContext, table: string, known: Column, next: Column): Column {
  if (known.type !== next.type) {
    throw new SolutionRefused(
      'column',
      `The column ${table}.${known.logicalName} exists with the type ${known.type} and cannot become ${next.type}.`,
      { type: 2, name: `${table}.${known.logicalName}` },
    );
  }
  const owned = known.solution === context.manifest.uniqueName;
  if (!owned) {
    if ('optionSet' in known && 'optionSet' in next) return { ...known, optionSet: mergeOptions(known.optionSet, next.optionSet) };
    return known;
  }
  const kept = { metadataId: known.metadataId, columnNumber: known.columnNumber };
  if (isLookup(known) && isLookup(next)) return { ...next, ...kept, targets: known.targets };
  return { ...next, ...kept };
}
