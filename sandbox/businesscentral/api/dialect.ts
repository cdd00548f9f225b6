import type { Dialect } from '../../odata/evaluation';
import { functionsNamed } from '../../odata/functions';
import type { Expression } from '../../odata/syntax';
import { compareTexts } from '../model/collation';
import { ApiError, badRequest } from './apiError';
import { encodeMember } from './enums';

/** Business Central's reading of OData expressions. Source: use-filter-expressions-in-odata-uris, odata-known-limitations. */
export function businessCentralDialect(now: () => string): Dialect {
  return {
    functions: functionsNamed([
      'contains',
      'startswith',
      'endswith',
      'tolower',
      'toupper',
      'trim',
      'length',
      'indexof',
      'substring',
      'concat',
      'year',
      'month',
      'day',
      'hour',
      'minute',
      'second',
      'round',
      'floor',
      'ceiling',
    ]),
    fold: (text) => text.toLowerCase(),
    compareText: compareTexts,
    now,
    enumMember: encodeMember,
    lambda: 'ignore',
  };
}

/** What `$schemaversion=2.1` allows and the default 2.0 does not. */
export interface FilterRules {
  readonly schemaVersion: string;
}

/**
 * Refuses what Business Central refuses in a filter although it is OData: `or` over several fields, and, before
 * schema version 2.1, `in` and functions inside functions. Throws ApiError.
 */
export function checkFilter(expression: Expression, rules: FilterRules): void {
  switch (expression.kind) {
    case 'logical':
      if (expression.operator === 'or' && fieldsOf(expression).size > 1) {
        throw new ApiError(
          400,
          'BadRequest_MethodNotImplemented',
          "The 'OR' operator is not supported on distinct fields on an OData filter.",
        );
      }
      expression.operands.forEach((operand) => checkFilter(operand, rules));
      return;
    case 'not':
      checkFilter(expression.operand, rules);
      return;
    case 'in':
      if (rules.schemaVersion !== '2.1') {
        throw badRequest("The query specified in the URI is not valid. The operator 'in' needs $schemaversion=2.1.");
      }
      return;
    case 'comparison':
      checkFilter(expression.left, rules);
      checkFilter(expression.right, rules);
      return;
    case 'function':
      if (rules.schemaVersion !== '2.1' && expression.arguments.some(({ kind }) => kind === 'function')) {
        throw badRequest('The query specified in the URI is not valid. Nested functions need $schemaversion=2.1.');
      }
      return;
    default:
      return;
  }
}

/** The properties that an expression reads. */
function fieldsOf(expression: Expression): ReadonlySet<string> {
  switch (expression.kind) {
    case 'property':
      return new Set([expression.path.join('/')]);
    case 'logical':
      return union(expression.operands);
    case 'comparison':
    case 'arithmetic':
      return union([expression.left, expression.right]);
    case 'not':
    case 'negation':
      return fieldsOf(expression.operand);
    case 'in':
      return union([expression.operand, ...expression.values]);
    case 'function':
      return union(expression.arguments);
    default:
      return new Set();
  }
}

function union(expressions: readonly Expression[]): ReadonlySet<string> {
  return new Set(expressions.flatMap((expression) => [...fieldsOf(expression)]));
}
