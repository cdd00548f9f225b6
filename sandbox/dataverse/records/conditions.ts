import { badQuery, notCovered } from './dataverse-error';
import { dateWindow, dayWindow, isRelativeDate, windowTest } from './date-windows';
import { foldText } from './folding';
import { isGuid } from './identifiers';
import { likeTest } from './like';
import { asReference } from './row-owner';
import { readMoment } from './values';
import type { UserSettings } from './user-settings';
import type { Column } from '../metadata/columns';
import type { RowReference, RowValue } from '../metadata/rows';

/** Who asks and when: what operators such as `eq-userid` and `last-x-days` refer to. */
export interface ConditionContext {
  readonly userId: string;
  readonly businessUnitId: string | undefined;
  readonly teamIds: readonly string[];
  readonly now: Date;
  readonly settings: UserSettings;
}

export type ValueTest = (value: RowValue | undefined) => boolean;
type Scalar = string | number | boolean;

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
  const day = dayWindow(moment(column, values[0] ?? '').slice(0, 10), settings);
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

function comparisonTest(column: Column, operator: string, values: readonly string[]): ValueTest {
  const wanted = values.map((value) => scalarOf(column, value));
  const [first, second] = wanted;
  const compare = (
    value: RowValue | undefined,
    bound: Scalar | undefined,
    test: (order: number) => boolean,
  ): boolean => {
    const stored = comparable(value);
    return stored !== undefined && bound !== undefined && test(order(stored, bound));
  };
  switch (operator) {
    case 'eq':
      return (value) => compare(value, first, (sign) => sign === 0);
    case 'gt':
      return (value) => compare(value, first, (sign) => sign > 0);
    case 'ge':
      return (value) => compare(value, first, (sign) => sign >= 0);
    case 'lt':
      return (value) => compare(value, first, (sign) => sign < 0);
    case 'le':
      return (value) => compare(value, first, (sign) => sign <= 0);
    case 'in': {
      const set = new Set(wanted);
      return (value) => {
        const stored = comparable(value);
        return stored !== undefined && set.has(stored);
      };
    }
    case 'between':
      return (value) => compare(value, first, (sign) => sign >= 0) && compare(value, second, (sign) => sign <= 0);
    case 'contain-values':
      return (value) => Array.isArray(value) && wanted.some((one) => typeof one === 'number' && value.includes(one));
    default:
      throw notCovered(`the condition operator '${operator}'`);
  }
}

/** A condition's value in the form in which stored values are compared. */
function scalarOf(column: Column, text: string): Scalar {
  switch (column.type) {
    case 'integer':
    case 'bigint':
    case 'decimal':
    case 'double':
    case 'money':
    case 'picklist':
    case 'multiselect':
    case 'state':
    case 'status': {
      const value = Number(text);
      if (text.trim() === '' || Number.isNaN(value)) throw wrongValue(column, text);
      return value;
    }
    case 'boolean': {
      const value = ({ '1': true, true: true, '0': false, false: false } as const)[text.toLowerCase()];
      if (value === undefined) throw wrongValue(column, text);
      return value;
    }
    case 'lookup':
    case 'customer':
    case 'owner':
    case 'uniqueidentifier': {
      const id = text.replace(/^\{|\}$/g, '');
      if (!isGuid(id)) throw wrongValue(column, text);
      return id.toLowerCase();
    }
    default:
      return foldText(column.type === 'datetime' ? moment(column, text) : text);
  }
}

function moment(column: Column, text: string): string {
  const value =
    column.type === 'datetime'
      ? readMoment(column, column.behavior === 'dateOnly' ? text.slice(0, 10) : text)
      : undefined;
  if (value === undefined) throw wrongValue(column, text);
  return value;
}

function wrongValue(column: Column, text: string): Error {
  return badQuery(`The value '${text}' does not fit the column '${column.logicalName}' of type ${column.type}.`);
}

function comparable(value: RowValue | undefined): Scalar | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return foldText(value);
  if (typeof value !== 'object') return value;
  return isReference(value) ? value.id : undefined;
}

function isReference(value: RowReference | readonly number[]): value is RowReference {
  return 'id' in value;
}

function order(left: Scalar, right: Scalar): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
