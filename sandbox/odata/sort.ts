import { compareValues } from './comparison';
import { compileExpression } from './evaluate';
import type { Dialect, Scope } from './evaluation';
import type { OrderByItem } from './syntax';

/** Order of two rows by the items of `$orderby`; nulls come first when ascending, as in SQL Server. Throws ODataSemanticError. */
export function compileOrderBy<Row>(
  items: readonly OrderByItem[],
  scope: Scope<Row>,
  dialect: Dialect,
): (left: Row, right: Row) => number {
  const keys = items.map(({ expression, direction }) => ({
    ...compileExpression(expression, scope, dialect),
    sign: direction === 'desc' ? -1 : 1,
  }));
  return (left, right) => {
    for (const { type, evaluate, sign } of keys) {
      const [first, second] = [evaluate(left), evaluate(right)];
      if (first === null || second === null) {
        if (first !== second) {
          return first === null ? -sign : sign;
        }
        continue;
      }
      const order = compareValues(first, second, type, dialect);
      if (order !== 0) {
        return order * sign;
      }
    }
    return 0;
  };
}
