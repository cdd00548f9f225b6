import type { Dialect, ExpressionType, Value } from './evaluation';

const NUMBERS: readonly ExpressionType[] = ['Integer', 'Decimal'];
const INSTANTS: readonly ExpressionType[] = ['Date', 'DateTimeOffset'];
const NAMES: readonly ExpressionType[] = ['Enum', 'String'];

/** Whether two types may stand on the two sides of a comparison. */
export function areComparable(left: ExpressionType, right: ExpressionType, dialect: Dialect): boolean {
  if (left === right || left === 'Null' || right === 'Null') {
    return true;
  }
  const together = [NUMBERS, INSTANTS, NAMES].some((group) => group.includes(left) && group.includes(right));
  return together || dialect.comparable?.(left, right) === true || dialect.comparable?.(right, left) === true;
}

/** Order of two values that are not null and whose types are comparable: negative, 0 or positive. */
export function compareValues(
  left: Exclude<Value, null>,
  right: Exclude<Value, null>,
  type: ExpressionType,
  dialect: Dialect,
): number {
  if (typeof left === 'number' && typeof right === 'number') {
    return left - right;
  }
  if (typeof left === 'boolean' && typeof right === 'boolean') {
    return Number(left) - Number(right);
  }
  const [first, second] = [String(left), String(right)];
  switch (type) {
    case 'String':
      return dialect.compareText(first, second);
    case 'Date':
    case 'DateTimeOffset':
      return compareInstants(first, second);
    default:
      return compareCodePoints(first, second);
  }
}

/** Whether two values that are not null are equal. */
export function areEqual(
  left: Exclude<Value, null>,
  right: Exclude<Value, null>,
  type: ExpressionType,
  dialect: Dialect,
): boolean {
  if (typeof left === 'string' && typeof right === 'string' && type === 'String') {
    return left === right || dialect.fold(left) === dialect.fold(right);
  }
  return left === right || compareValues(left, right, type, dialect) === 0;
}

function compareCodePoints(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Dates and instants; text of the same shape is compared as it stands, which is quick and exact. */
function compareInstants(left: string, right: string): number {
  if (left.length === right.length && (left.length === 10 || (left.endsWith('Z') && right.endsWith('Z')))) {
    return compareCodePoints(left, right);
  }
  return Date.parse(left) - Date.parse(right);
}
