import type { FetchCondition, FetchFilter } from '../dataverse/viewFetch';
import { notEmulated } from './notEmulated';

type FilterExpression = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression;
type ConditionExpression = ComponentFramework.PropertyHelper.DataSetApi.ConditionExpression;

/** FetchXML's names of the operators. Source: ConditionOperator of Microsoft.Xrm.Sdk.Query. */
const operators: Readonly<Record<number, string>> = {
  0: 'eq',
  1: 'ne',
  2: 'gt',
  3: 'lt',
  4: 'ge',
  5: 'le',
  6: 'like',
  8: 'in',
  12: 'null',
  14: 'yesterday',
  15: 'today',
  16: 'tomorrow',
  17: 'last-seven-days',
  18: 'next-seven-days',
  19: 'last-week',
  20: 'this-week',
  22: 'last-month',
  23: 'this-month',
  25: 'on',
  26: 'on-or-before',
  27: 'on-or-after',
  28: 'last-year',
  29: 'this-year',
  33: 'last-x-days',
  34: 'next-x-days',
  37: 'last-x-months',
  38: 'next-x-months',
};

const withoutValue: readonly string[] = ['null', 'yesterday', 'today', 'tomorrow'];

function fetchCondition(condition: ConditionExpression): FetchCondition {
  const { attributeName, conditionOperator, entityAliasName, value } = condition;
  const operator = operators[conditionOperator] ?? notEmulated(`the condition operator ${conditionOperator}`);
  const fixed = withoutValue.includes(operator) || /^(last|this|next)-(week|month|year|seven-days)$/.test(operator);
  const values = fixed ? [] : Array.isArray(value) ? value : [value];
  return entityAliasName === undefined || entityAliasName === ''
    ? { column: attributeName, operator, values }
    : { column: attributeName, link: entityAliasName, operator, values };
}

/** A component's filter as FetchXML; undefined when it has no condition. @throws {Error} for an operator that is not emulated */
export function fetchFilter(expression: FilterExpression): FetchFilter | undefined {
  const filters = (expression.filters ?? []).flatMap((inner) => fetchFilter(inner) ?? []);
  const conditions = expression.conditions.map(fetchCondition);
  if (conditions.length === 0 && filters.length === 0) return undefined;
  return { type: expression.filterOperator === 1 ? 'or' : 'and', conditions, filters };
}
