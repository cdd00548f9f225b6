import { readJsonObject } from './jsonValue';
import type { ComparisonOperator, Expression, NamedValue } from './syntax';
import type { Scanner } from './tokens';

const COMPARISONS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'has'] as const;
const MULTIPLICATIVE = ['mul', 'divby', 'div', 'mod'] as const;
const ADDITIVE = ['add', 'sub'] as const;

/** Reads one expression at the scanner's position. Throws ODataSyntaxError. */
export function readExpression(scanner: Scanner): Expression {
  return scanner.nested(() =>
    readLogical(scanner, 'or', () => readLogical(scanner, 'and', () => readRelation(scanner))),
  );
}

function readLogical(scanner: Scanner, operator: 'and' | 'or', readOperand: () => Expression): Expression {
  const first = readOperand();
  const operands = [first];
  while (scanner.word([operator]) !== undefined) {
    operands.push(readOperand());
  }
  return operands.length === 1 ? first : { kind: 'logical', operator, operands, position: first.position };
}

function readRelation(scanner: Scanner): Expression {
  const left = readAdditive(scanner);
  if (scanner.word(['in']) !== undefined) {
    return { kind: 'in', operand: left, values: readMembers(scanner), position: left.position };
  }
  const word = scanner.word(COMPARISONS);
  const operator = COMPARISONS.find((name): name is ComparisonOperator => name === word);
  if (operator === undefined) {
    return left;
  }
  return { kind: 'comparison', operator, left, right: readAdditive(scanner), position: left.position };
}

function readMembers(scanner: Scanner): readonly Expression[] {
  const close = scanner.take('[') ? ']' : ')';
  if (close === ')') {
    scanner.expect('(');
  }
  return readList(scanner, close, () => readAdditive(scanner));
}

function readAdditive(scanner: Scanner): Expression {
  let left = readMultiplicative(scanner);
  for (;;) {
    const word = scanner.word(ADDITIVE);
    const operator = ADDITIVE.find((name) => name === word);
    if (operator === undefined) {
      return left;
    }
    left = { kind: 'arithmetic', operator, left, right: readMultiplicative(scanner), position: left.position };
  }
}

function readMultiplicative(scanner: Scanner): Expression {
  let left = readUnary(scanner);
  for (;;) {
    const word = scanner.word(MULTIPLICATIVE);
    const operator = MULTIPLICATIVE.find((name) => name === word);
    if (operator === undefined) {
      return left;
    }
    left = { kind: 'arithmetic', operator, left, right: readUnary(scanner), position: left.position };
  }
}

function readUnary(scanner: Scanner): Expression {
  scanner.space();
  const position = scanner.position;
  const literal = scanner.literal();
  if (literal !== undefined) {
    return literal;
  }
  if (scanner.take('-')) {
    return { kind: 'negation', operand: scanner.nested(() => readUnary(scanner)), position };
  }
  if (scanner.match(/not(?=[ \t(])/y) !== undefined) {
    return { kind: 'not', operand: scanner.nested(() => readUnary(scanner)), position };
  }
  return readPrimary(scanner);
}

function readPrimary(scanner: Scanner): Expression {
  const position = scanner.position;
  if (scanner.take('(')) {
    const inner = readExpression(scanner);
    scanner.space();
    scanner.expect(')');
    return inner;
  }
  if (scanner.take('[')) {
    return { kind: 'collection', items: readList(scanner, ']', () => readValue(scanner), true), position };
  }
  if (scanner.peek('{')) {
    return { kind: 'json', value: readJsonObject(scanner), position };
  }
  const alias = scanner.alias();
  return alias === undefined ? readNamed(scanner) : { kind: 'alias', name: alias, position };
}

/** A value in a collection or of a named parameter: as an expression, and double-quoted strings besides. */
export function readValue(scanner: Scanner): Expression {
  scanner.space();
  const position = scanner.position;
  const text = scanner.doubleQuoted();
  return text === undefined ? readExpression(scanner) : { kind: 'literal', type: 'String', value: text, position };
}

/** What begins with a name: a keyword literal, an enum literal, a function, a path, a lambda. */
function readNamed(scanner: Scanner): Expression {
  const position = scanner.position;
  const name = scanner.qualifiedName() ?? scanner.fail('an expression');
  if (!scanner.peek('/') && !scanner.peek('(')) {
    if (name === 'null') {
      return { kind: 'literal', type: 'Null', value: null, position };
    }
    if (name === 'true' || name === 'false') {
      return { kind: 'literal', type: 'Boolean', value: name === 'true', position };
    }
  }
  if (name.includes('.') && scanner.peek("'")) {
    return { kind: 'literal', type: 'Enum', enumType: name, value: scanner.quoted() ?? '', position };
  }
  if (scanner.take('(')) {
    return name.includes('.')
      ? { kind: 'namedFunction', name, parameters: readNamedValues(scanner), position }
      : { kind: 'function', name, arguments: readList(scanner, ')', () => readExpression(scanner), true), position };
  }
  return readPath(scanner, name, position);
}

function readPath(scanner: Scanner, first: string, position: number): Expression {
  const path = [first];
  while (scanner.take('/')) {
    const segment = scanner.qualifiedName() ?? scanner.fail('a property name');
    if (scanner.take('(')) {
      if (segment !== 'any' && segment !== 'all') {
        scanner.fail('any or all', scanner.position - segment.length - 1);
      }
      return readLambda(scanner, segment, path, position);
    }
    path.push(segment);
  }
  return { kind: 'property', path, position };
}

function readLambda(
  scanner: Scanner,
  operator: 'any' | 'all',
  collection: readonly string[],
  position: number,
): Expression {
  scanner.space();
  if (operator === 'any' && scanner.take(')')) {
    return { kind: 'lambda', operator, collection, variable: undefined, predicate: undefined, position };
  }
  const variable = scanner.identifier('a variable name');
  scanner.space();
  scanner.expect(':');
  const predicate = readExpression(scanner);
  scanner.space();
  scanner.expect(')');
  return { kind: 'lambda', operator, collection, variable, predicate, position };
}

/** `Name=value,Name=value)`, after the opening parenthesis. */
export function readNamedValues(scanner: Scanner): readonly NamedValue[] {
  return readList(
    scanner,
    ')',
    () => {
      scanner.space();
      const position = scanner.position;
      const name = scanner.identifier('a parameter name');
      scanner.space();
      scanner.expect('=');
      return { name, value: readValue(scanner), position };
    },
    true,
  );
}

function readList<T>(scanner: Scanner, close: string, readItem: () => T, mayBeEmpty = false): readonly T[] {
  return scanner.nested(() => {
    const items: T[] = [];
    scanner.space();
    if (mayBeEmpty && scanner.take(close)) {
      return items;
    }
    do {
      items.push(readItem());
      scanner.space();
    } while (scanner.take(','));
    if (!scanner.take(close)) {
      scanner.fail(`',' or '${close}'`);
    }
    return items;
  });
}
