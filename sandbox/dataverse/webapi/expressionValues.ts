import { badQuery } from '../records/dataverseError';
import type { Expression } from '../../odata/syntax';

/** The texts that a literal, a collection of literals, a JSON array or an alias for one of them stands for. */
export function textsOf(expression: Expression | undefined, aliases: ReadonlyMap<string, Expression>): string[] {
  if (expression === undefined) return [];
  switch (expression.kind) {
    case 'literal':
      return expression.value === null ? [] : [String(expression.value)];
    case 'negation':
      return textsOf(expression.operand, aliases).map((text) => `-${text}`);
    case 'collection':
      return expression.items.flatMap((item) => textsOf(item, aliases));
    case 'json':
      return Array.isArray(expression.value) ? expression.value.map(String) : [];
    case 'alias': {
      const value = aliases.get(expression.name);
      if (value === undefined) throw badQuery(`The parameter alias ${expression.name} has no value.`);
      return value.kind === 'alias' ? [] : textsOf(value, aliases);
    }
    default:
      throw badQuery('A parameter of a function must be a value.');
  }
}
