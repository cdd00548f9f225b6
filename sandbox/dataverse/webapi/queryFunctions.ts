import { badQuery, notCovered } from '../records/dataverseError';
import { conditionTest } from '../records/conditions';
import { asRow } from './rowScope';
import { textsOf } from './expressionValues';
import type { ConditionContext } from '../records/conditions';
import type { RowScope } from './rowScope';
import type { Expression, NamedFunctionCall } from '../../odata/syntax';
import type { Value } from '../../odata/evaluation';

const namespace = 'Microsoft.Dynamics.CRM.';

/** Query functions whose FetchXML operator is not just their name in another spelling. */
const operators: Readonly<Record<string, string>> = {
  EqualUserId: 'eq-userid',
  NotEqualUserId: 'ne-userid',
  EqualBusinessId: 'eq-businessid',
  NotEqualBusinessId: 'ne-businessid',
  EqualUserTeams: 'eq-userteams',
  EqualUserOrUserTeams: 'eq-useroruserteams',
  EqualUserLanguage: 'eq-userlanguage',
  Last7Days: 'last-seven-days',
  Next7Days: 'next-seven-days',
  DoesNotContainValues: 'not-contain-values',
  In: 'in',
  NotIn: 'not-in',
  Between: 'between',
  NotBetween: 'not-between',
  On: 'on',
  OnOrAfter: 'on-or-after',
  OnOrBefore: 'on-or-before',
  ContainValues: 'contain-values',
};

const dateWords =
  /^(Today|Tomorrow|Yesterday|(This|Last|Next)(Week|Month|Year)|(Last|Next|OlderThan)X(Minutes|Hours|Days|Weeks|Months|Years))$/;

/**
 * The meaning of a Dataverse query function such as `Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',
 * PropertyValue=7)`; undefined when the name has another namespace. Throws 501 for those that are not covered.
 * Source: learn.microsoft.com, "Web API Query Function Reference".
 */
export function queryFunction(
  context: ConditionContext,
  scope: RowScope,
  call: NamedFunctionCall,
  aliases: ReadonlyMap<string, Expression>,
): ((row: unknown) => Value) | undefined {
  const operator = operatorOf(call);
  if (operator === undefined) return undefined;
  const parameters = new Map(call.parameters.map(({ name, value }) => [name, value]));
  const [name] = textsOf(parameters.get('PropertyName'), aliases);
  if (name === undefined) throw badQuery(`The function ${call.name} needs the parameter PropertyName.`);
  const values = ['PropertyValue', 'PropertyValues', 'PropertyValue1', 'PropertyValue2'].flatMap((parameter) =>
    textsOf(parameters.get(parameter), aliases),
  );
  const { column, holder } = scope.namedColumn(name);
  const test = conditionTest(context, column, operator, values);
  return (row) => test(holder(asRow(row))?.[column.logicalName]);
}

/** The FetchXML operator of a query function; undefined for other namespaces. Throws 501 for those not covered. */
export function operatorOf(call: NamedFunctionCall): string | undefined {
  if (!call.name.startsWith(namespace)) return undefined;
  const word = call.name.slice(namespace.length);
  const operator = Object.hasOwn(operators, word) ? operators[word] : undefined;
  if (operator !== undefined) return operator;
  if (dateWords.test(word)) return word.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();
  throw notCovered(`the query function ${call.name}`);
}
