import { compileLiteral } from './compileLiteral';
import { compileTextAlternatives, textAlternatives } from './compileAlternatives';
import {
  compileArithmetic,
  compileComparison,
  compileLogical,
  compileMembership,
  compileNegation,
  compileNot,
} from './compileOperators';
import type { Operand } from './compileOperators';
import { requireBoolean, unknownProperty, unsupported } from './compiled';
import type { CompiledNode } from './compiled';
import { ODataSemanticError } from './evaluation';
import type { Dialect, ExpressionType, Scope, Value } from './evaluation';
import type { Expression, FunctionCall, Lambda, Logical, NamedFunctionCall, PropertyPath } from './syntax';

/** An expression made ready to be computed for many rows. */
export interface Compiled<Row> {
  readonly type: ExpressionType;
  readonly evaluate: (row: Row) => Value;
}

const NO_ALIASES: ReadonlyMap<string, Expression> = new Map();

/**
 * Checks an expression against the names and types of `scope` once, and returns its evaluator.
 * Comparisons follow OData: `null eq null` is true, any other comparison with null is false except `ne`;
 * `and`, `or` and `not` are three-valued. Throws ODataSemanticError.
 */
export function compileExpression<Row>(
  expression: Expression,
  scope: Scope<Row>,
  dialect: Dialect,
  aliases: ReadonlyMap<string, Expression> = NO_ALIASES,
): Compiled<Row> {
  const node = compile(expression, { scope, dialect, aliases, variables: [], openAliases: [] });
  const noVariables: readonly unknown[] = [];
  return { type: node.type, evaluate: (row) => node.evaluate(row, noVariables) };
}

/** The predicate of a filter: keeps the rows for which the expression is true, not false and not unknown. Throws ODataSemanticError. */
export function compileFilter<Row>(
  expression: Expression,
  scope: Scope<Row>,
  dialect: Dialect,
  aliases: ReadonlyMap<string, Expression> = NO_ALIASES,
): (row: Row) => boolean {
  const { type, evaluate } = compileExpression(expression, scope, dialect, aliases);
  requireBoolean(type, expression.position);
  return (row) => evaluate(row) === true;
}

interface Environment<Row> {
  readonly scope: Scope<Row>;
  readonly dialect: Dialect;
  readonly aliases: ReadonlyMap<string, Expression>;
  readonly variables: readonly { readonly name: string; readonly scope: Scope<unknown> }[];
  readonly openAliases: readonly string[];
}

function compile<Row>(expression: Expression, environment: Environment<Row>): CompiledNode<Row> {
  const operand = (inner: Expression): Operand<Row> => ({
    ...compile(inner, environment),
    position: inner.position,
  });
  switch (expression.kind) {
    case 'literal':
      return compileLiteral(expression, environment.dialect);
    case 'property':
      return compileProperty(expression, environment);
    case 'alias':
      return compileAlias(expression.name, expression.position, environment);
    case 'comparison':
      return compileComparison(
        expression.operator,
        operand(expression.left),
        operand(expression.right),
        environment.dialect,
      );
    case 'logical':
      return compileLogicalExpression(expression, environment, operand);
    case 'not':
      return compileNot(operand(expression.operand));
    case 'negation':
      return compileNegation(operand(expression.operand));
    case 'arithmetic':
      return compileArithmetic(expression.operator, operand(expression.left), operand(expression.right));
    case 'in':
      return compileMembership(operand(expression.operand), expression.values.map(operand), environment.dialect);
    case 'function':
      return compileFunction(expression, environment);
    case 'namedFunction':
      return compileNamedFunction(expression, environment);
    case 'lambda':
      return compileLambda(expression, environment);
    case 'collection':
    case 'json':
      throw unsupported(`a ${expression.kind} as an operand`, expression.position);
  }
}

function compileLogicalExpression<Row>(
  expression: Logical,
  environment: Environment<Row>,
  operand: (inner: Expression) => Operand<Row>,
): CompiledNode<Row> {
  const alternatives = textAlternatives(expression);
  if (alternatives !== undefined) {
    const property = compile(alternatives.property, environment);
    if (property.type === 'String') {
      return compileTextAlternatives(property, alternatives.texts, environment.dialect);
    }
  }
  return compileLogical(expression.operator, expression.operands.map(operand));
}

function compileProperty<Row>({ path, position }: PropertyPath, environment: Environment<Row>): CompiledNode<Row> {
  const index = environment.variables.findLastIndex(({ name }) => name === path[0]);
  const variable = environment.variables[index];
  if (variable !== undefined) {
    const found = variable.scope.property(path.slice(1), position) ?? unknownProperty(path, position);
    return { type: found.type, evaluate: (_row, variables) => found.read(variables[index]) };
  }
  const own = path[0] === '$it' ? path.slice(1) : path;
  const found = environment.scope.property(own, position) ?? unknownProperty(path, position);
  return { type: found.type, evaluate: (row) => found.read(row) };
}

function compileAlias<Row>(name: string, position: number, environment: Environment<Row>): CompiledNode<Row> {
  const value = environment.aliases.get(name);
  if (value === undefined || environment.openAliases.includes(name)) {
    throw unsupported(`the parameter alias ${name} without a value`, position);
  }
  return compile(value, { ...environment, openAliases: [...environment.openAliases, name] });
}

function compileFunction<Row>(call: FunctionCall, environment: Environment<Row>): CompiledNode<Row> {
  const definition = environment.dialect.functions.get(call.name);
  if (definition === undefined) {
    const message = `Unknown function ${call.name} (position ${call.position}).`;
    throw new ODataSemanticError('unknownFunction', call.name, call.position, message);
  }
  const { parameters, required = parameters.length, result } = definition;
  const nodes = call.arguments.map((argument) => compile(argument, environment));
  const fits = nodes.every(({ type }, index) => type === 'Null' || parameters[index]?.includes(type) === true);
  if (nodes.length < required || nodes.length > parameters.length || !fits) {
    const subject = `${call.name}(${nodes.map(({ type }) => type).join(', ')})`;
    const message = `No function ${subject} (position ${call.position}).`;
    throw new ODataSemanticError('typeMismatch', subject, call.position, message);
  }
  return {
    type: result,
    evaluate: (row, variables) => {
      const values = nodes.map((node) => node.evaluate(row, variables));
      return values.includes(null) ? null : definition.evaluate(values, environment.dialect);
    },
  };
}

function compileNamedFunction<Row>(call: NamedFunctionCall, environment: Environment<Row>): CompiledNode<Row> {
  const evaluate = environment.dialect.namedFunction?.(call, environment.scope, environment.aliases);
  if (evaluate === undefined) {
    const message = `Unknown function ${call.name} (position ${call.position}).`;
    throw new ODataSemanticError('unknownFunction', call.name, call.position, message);
  }
  return { type: 'Boolean', evaluate: (row) => evaluate(row) };
}

function compileLambda<Row>(lambda: Lambda, environment: Environment<Row>): CompiledNode<Row> {
  if (environment.dialect.lambda === 'ignore') {
    return { type: 'Boolean', evaluate: () => true };
  }
  const collection =
    environment.scope.collection?.(lambda.collection, lambda.position) ??
    unknownProperty(lambda.collection, lambda.position);
  const { variable, predicate } = lambda;
  if (variable === undefined || predicate === undefined) {
    return {
      type: 'Boolean',
      evaluate: (row) => !(collection.read(row)[Symbol.iterator]().next().done ?? false),
    };
  }
  const variables = [...environment.variables, { name: variable, scope: collection.scope }];
  const node = compile(predicate, { ...environment, variables });
  requireBoolean(node.type, predicate.position);
  /** `any` stops at the first true, `all` at the first that is not. */
  const wanted = lambda.operator === 'any';
  return {
    type: 'Boolean',
    evaluate: (row, outer) => {
      for (const child of collection.read(row)) {
        if ((node.evaluate(row, [...outer, child]) === true) === wanted) {
          return wanted;
        }
      }
      return !wanted;
    },
  };
}
