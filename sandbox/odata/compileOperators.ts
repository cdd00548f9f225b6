import Big from 'big.js';
import { areComparable, areEqual, compareValues } from './comparison';
import { requireBoolean, unsupported } from './compiled';
import type { CompiledNode } from './compiled';
import { ODataSemanticError } from './evaluation';
import type { Dialect, ExpressionType, Value } from './evaluation';
import type { Arithmetic, Comparison } from './syntax';

/** The operand of an operator with the place where it stands. */
export interface Operand<Row> extends CompiledNode<Row> {
  readonly position: number;
}

/** `left operator right`. Throws ODataSemanticError when the types cannot be compared. */
export function compileComparison<Row>(
  operator: Comparison['operator'],
  first: Operand<Row>,
  second: Operand<Row>,
  dialect: Dialect,
): CompiledNode<Row> {
  if (operator === 'has') {
    throw unsupported('the operator has', first.position);
  }
  const [left, right] = sameTyped(first, second, operator, first.position, dialect);
  const test = comparisonTest(operator, left.type, dialect);
  return {
    type: 'Boolean',
    evaluate: (row, variables) => test(left.evaluate(row, variables), right.evaluate(row, variables)),
  };
}

/** Both sides with their common type; an enum's text literal becomes a member. Throws when they cannot be compared. */
function sameTyped<Row>(
  left: CompiledNode<Row>,
  right: CompiledNode<Row>,
  operator: string,
  position: number,
  dialect: Dialect,
): [CompiledNode<Row>, CompiledNode<Row>] {
  if (!areComparable(left.type, right.type, dialect)) {
    const subject = `${left.type} ${operator} ${right.type}`;
    const message = `Incompatible types ${left.type} and ${right.type} for the operator ${operator} (position ${position}).`;
    throw new ODataSemanticError('typeMismatch', subject, position, message);
  }
  const type = left.type === 'Null' ? right.type : left.type;
  if (left.type === 'Enum' || right.type === 'Enum') {
    return [asEnumMember(left, dialect), asEnumMember(right, dialect)];
  }
  return [{ ...left, type }, right];
}

function asEnumMember<Row>(node: CompiledNode<Row>, dialect: Dialect): CompiledNode<Row> {
  if (node.type !== 'String') {
    return { ...node, type: 'Enum' };
  }
  return {
    type: 'Enum',
    evaluate: (row, variables) => {
      const value = node.evaluate(row, variables);
      return typeof value === 'string' ? (dialect.enumMember?.(value) ?? value) : value;
    },
  };
}

function comparisonTest(
  operator: Exclude<Comparison['operator'], 'has'>,
  type: ExpressionType,
  dialect: Dialect,
): (left: Value, right: Value) => boolean {
  const equal = (left: Value, right: Value) =>
    left === null || right === null ? left === right : areEqual(left, right, type, dialect);
  const ordered = (test: (order: number) => boolean) => (left: Value, right: Value) =>
    left !== null && right !== null && test(compareValues(left, right, type, dialect));
  switch (operator) {
    case 'eq':
      return equal;
    case 'ne':
      return (left, right) => !equal(left, right);
    case 'gt':
      return ordered((order) => order > 0);
    case 'ge':
      return ordered((order) => order >= 0);
    case 'lt':
      return ordered((order) => order < 0);
    case 'le':
      return ordered((order) => order <= 0);
  }
}

/** Three-valued `and` and `or` over conditions. Throws ODataSemanticError. */
export function compileLogical<Row>(operator: 'and' | 'or', operands: readonly Operand<Row>[]): CompiledNode<Row> {
  for (const { type, position } of operands) {
    requireBoolean(type, position);
  }
  /** The value that decides the whole whatever the others say. */
  const decisive = operator === 'or';
  return {
    type: 'Boolean',
    evaluate: (row, variables) => {
      let unknown = false;
      for (const operand of operands) {
        const value = operand.evaluate(row, variables);
        if (value === decisive) {
          return decisive;
        }
        unknown ||= value === null;
      }
      return unknown ? null : !decisive;
    },
  };
}

/** Three-valued `not`. Throws ODataSemanticError. */
export function compileNot<Row>(operand: Operand<Row>): CompiledNode<Row> {
  requireBoolean(operand.type, operand.position);
  return {
    type: 'Boolean',
    evaluate: (row, variables) => {
      const value = operand.evaluate(row, variables);
      return value === null ? null : value !== true;
    },
  };
}

function requireNumber<Row>({ type, position }: Operand<Row>): void {
  if (type !== 'Integer' && type !== 'Decimal' && type !== 'Null') {
    const message = `Arithmetic needs a number, not ${type} (position ${position}).`;
    throw new ODataSemanticError('typeMismatch', type, position, message);
  }
}

/** `-number`. Throws ODataSemanticError. */
export function compileNegation<Row>(operand: Operand<Row>): CompiledNode<Row> {
  requireNumber(operand);
  return {
    type: operand.type,
    evaluate: (row, variables) => {
      const value = operand.evaluate(row, variables);
      return value === null ? null : -Number(value);
    },
  };
}

/** Exact decimal arithmetic; null when an operand is null. Throws ODataSemanticError. */
export function compileArithmetic<Row>(
  operator: Arithmetic['operator'],
  left: Operand<Row>,
  right: Operand<Row>,
): CompiledNode<Row> {
  requireNumber(left);
  requireNumber(right);
  const whole = left.type === 'Integer' && right.type === 'Integer' && operator !== 'divby';
  return {
    type: whole ? 'Integer' : 'Decimal',
    evaluate: (row, variables) => {
      const [first, second] = [left.evaluate(row, variables), right.evaluate(row, variables)];
      return first === null || second === null ? null : calculate(operator, Number(first), Number(second), whole);
    },
  };
}

/** Decimal arithmetic, exact; a division by zero is null. */
function calculate(operator: Arithmetic['operator'], left: number, right: number, whole: boolean): number | null {
  const [first, second] = [new Big(left), new Big(right)];
  switch (operator) {
    case 'add':
      return first.plus(second).toNumber();
    case 'sub':
      return first.minus(second).toNumber();
    case 'mul':
      return first.times(second).toNumber();
    case 'mod':
      return right === 0 ? null : first.mod(second).toNumber();
    case 'div':
      return right === 0 ? null : whole ? Math.trunc(left / right) : first.div(second).toNumber();
    case 'divby':
      return right === 0 ? null : first.div(second).toNumber();
  }
}

/** `operand in (members)`. Throws ODataSemanticError when a member cannot be compared. */
export function compileMembership<Row>(
  operand: Operand<Row>,
  members: readonly Operand<Row>[],
  dialect: Dialect,
): CompiledNode<Row> {
  const pairs = members.map((member) => sameTyped(operand, member, 'in', member.position, dialect));
  return {
    type: 'Boolean',
    evaluate: (row, variables) =>
      pairs.some(([whole, member]) => {
        const [left, right] = [whole.evaluate(row, variables), member.evaluate(row, variables)];
        return left === null || right === null ? left === right : areEqual(left, right, whole.type, dialect);
      }),
  };
}
