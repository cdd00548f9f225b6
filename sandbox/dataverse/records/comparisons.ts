import { badQuery, notCovered } from './dataverseError';
import { foldText } from './folding';
import { isGuid } from './identifiers';
import { readMoment } from './values';
import type { Column } from '../metadata/columns';
import type { RowReference, RowValue } from '../metadata/rows';

/** Whether a stored value meets a condition. */
export type ValueTest = (value: RowValue | undefined) => boolean;
type Scalar = string | number | boolean;

/** The test of an operator that compares the column with values. Throws 501 for operators that are not covered. */
export function comparisonTest(column: Column, operator: string, values: readonly string[]): ValueTest {
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
      return foldText(column.type === 'datetime' ? momentFor(column, text) : text);
  }
}

/** A date or instant in the form in which the column stores it. Throws 400. */
export function momentFor(column: Column, text: string): string {
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
