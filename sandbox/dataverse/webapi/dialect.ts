import { foldText } from '../records/folding';
import { likeTest } from '../records/like';
import { compareText } from '../records/query';
import { queryFunction } from './queryFunctions';
import type { ConditionContext } from '../records/conditions';
import type { RowScope } from './rowScope';
import type { Dialect, FunctionDefinition } from '../../odata/evaluation';

/** Text functions of `$filter` honour SQL wildcards: learn.microsoft.com, "Filter rows using OData". */
function textTest(pattern: (part: string) => string): FunctionDefinition {
  // The part is the same for every row of a query: its test is made once.
  let made = { part: '', test: likeTest(pattern('')) };
  return {
    parameters: [['String'], ['String']],
    result: 'Boolean',
    evaluate: ([whole, part]) => {
      const text = String(part);
      if (made.part !== text) made = { part: text, test: likeTest(pattern(text)) };
      return made.test(String(whole));
    },
  };
}

/** The only functions that Dataverse offers besides its own query functions. */
const functions: ReadonlyMap<string, FunctionDefinition> = new Map([
  ['contains', textTest((part) => `%${part}%`)],
  ['startswith', textTest((part) => `${part}%`)],
  ['endswith', textTest((part) => `%${part}`)],
]);

/** How Dataverse reads the expressions of one query. */
export function dataverseDialect(context: ConditionContext, scope: RowScope): Dialect {
  return {
    functions,
    fold: foldText,
    compareText,
    now: () => context.now.toISOString(),
    // A GUID may be quoted: accounts?$filter=_owninguser_value eq '<id>'.
    comparable: (left, right) => left === 'Guid' && right === 'String',
    namedFunction: (call, _scope, aliases) => queryFunction(context, scope, call, aliases),
    lambda: 'evaluate',
  };
}
