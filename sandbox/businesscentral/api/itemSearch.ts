import type { Expression } from '../../odata/syntax';
import { compareTexts } from '../model/collation';
import type { Company } from '../model/company';
import type { NumberRange } from '../model/itemStore';
import { allConditions, requiredValues } from './conditions';

/** Indexes of the items to look at, ascending: those that the filter's conditions on item numbers can be about. */
export function* itemIndexes(
  { items }: Company,
  filter: Expression | undefined,
  numberProperty: string,
  from: number,
): Iterable<number> {
  const values = requiredValues(filter, numberProperty);
  if (values === undefined) {
    for (const index of items.indexesBetween(rangeOf(filter, numberProperty))) {
      if (index >= from) {
        yield index;
      }
    }
    return;
  }
  const indexes = values.flatMap((value) => items.indexOfNumber(value) ?? []);
  yield* [...new Set(indexes)].filter((index) => index >= from).sort((left, right) => left - right);
}

/** The narrowest range that `ge`, `gt`, `le` and `lt` leave; their exact meaning is the filter's. */
function rangeOf(filter: Expression | undefined, property: string): NumberRange {
  let [from, to]: [string | undefined, string | undefined] = [undefined, undefined];
  for (const condition of allConditions(filter)) {
    const { operator, value } = condition;
    if (condition.property !== property) {
      continue;
    }
    if ((operator === 'ge' || operator === 'gt') && (from === undefined || compareTexts(value, from) > 0)) {
      from = value;
    }
    if ((operator === 'le' || operator === 'lt') && (to === undefined || compareTexts(value, to) < 0)) {
      to = value;
    }
  }
  return { from, to };
}
