import { comparisonTest, momentFor } from './comparisons';
import { badQuery } from './dataverseError';
import { dateWindow, dayWindow, isRelativeDate, windowTest } from './dateWindows';
import { likeTest } from './like';
import { asReference } from './rowOwner';
import type { ValueTest } from './comparisons';
import type { UserSettings } from './userSettings';
import type { Column } from '../metadata/columns';

/** Who asks and when: what operators such as `eq-userid` and `last-x-days` refer to. */
export interface ConditionContext {
  readonly userId: string;
  readonly businessUnitId: string | undefined;
  readonly teamIds: readonly string[];
  readonly now: Date;
  readonly settings: UserSettings;
}

/** Operators that are a negation: they also hold for rows without a value, as Dataverse's SQL does. */
const negations: Readonly<Record<string, string>> = {
  ne: 'eq',
  neq: 'eq',
  'not-in': 'in',
  'not-like': 'like',
  'not-begin-with': 'begins-with',
  'not-end-with': 'ends-with',
  'not-between': 'between',
  'not-on': 'on',
  'ne-userid': 'eq-userid',
  'ne-businessid': 'eq-businessid',
  'not-contain-values': 'contain-values',
};

/**
 * The test that a condition of FetchXML, or the query function of the same meaning, is for one column.
 * Throws DataverseError: 400 when a value does not fit the column, 501 for operators that are not covered.
 * @param operator as FetchXML spells it, e.g. `last-x-days`
 * @param values as text
 */
export function conditionTest(
  context: ConditionContext,
  column: Column,
  operator: string,
  values: readonly string[],
): ValueTest {
  const positive = negations[operator];
  if (positive !== undefined) {
    const test = conditionTest(context, column, positive, values);
    return (value) => !test(value);
  }
  if (operator === 'null') return (value) => value === null || value === undefined;
  if (operator === 'not-null') return (value) => value !== null && value !== undefined;
  const test = textTest(operator, values) ?? userTest(context, operator) ?? dateTest(context, column, operator, values);
  return test ?? comparisonTest(column, operator, values);
}

function textTest(operator: string, values: readonly string[]): ValueTest | undefined {
  const [value = ''] = values;
  const patterns: Readonly<Record<string, string>> = {
    like: value,
    'begins-with': `${value}%`,
    'ends-with': `%${value}`,
  };
  const pattern = patterns[operator];
  if (pattern === undefined) return undefined;
  const test = likeTest(pattern);
  return (stored) => typeof stored === 'string' && test(stored);
}

function userTest(context: ConditionContext, operator: string): ValueTest | undefined {
  const holds =
    (...ids: readonly (string | undefined)[]): ValueTest =>
    (value) => {
      const id = asReference(value)?.id ?? value;
      return typeof id === 'string' && ids.includes(id);
    };
  switch (operator) {
    case 'eq-userid':
      return holds(context.userId);
    case 'eq-businessid':
      return holds(context.businessUnitId);
    case 'eq-userteams':
      return holds(...context.teamIds);
    case 'eq-useroruserteams':
      return holds(context.userId, ...context.teamIds);
    case 'eq-userlanguage':
      return (value) => value === context.settings.language;
    default:
      return undefined;
  }
}

function dateTest(
  context: ConditionContext,
  column: Column,
  operator: string,
  values: readonly string[],
): ValueTest | undefined {
  const onDay = operator === 'on' || operator === 'on-or-after' || operator === 'on-or-before';
  if (!onDay && !isRelativeDate(operator)) return undefined;
  if (column.type !== 'datetime')
    throw badQuery(`The operator ${operator} needs a date column, not ${column.logicalName}.`);
  const isDate = column.behavior === 'dateOnly';
  const { settings, now } = context;
  if (!onDay) {
    const test = windowTest(dateWindow(operator, whole(operator, values), now, settings), isDate);
    return (value) => typeof value === 'string' && test(value);
  }
  const day = dayWindow(momentFor(column, values[0] ?? '').slice(0, 10), settings);
  const from = operator === 'on-or-before' ? undefined : day.from;
  const test = windowTest({ from, to: operator === 'on-or-after' ? undefined : day.to }, isDate);
  return (value) => typeof value === 'string' && test(value);
}

function whole(operator: string, values: readonly string[]): number {
  if (!operator.includes('-x-')) return 0;
  const count = Number(values[0]);
  if (!Number.isInteger(count) || count <= 0) throw badQuery(`The operator ${operator} needs a positive whole number.`);
  return count;
}
