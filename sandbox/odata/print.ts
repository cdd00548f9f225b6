import type { ApplyStep, ExpandItem, Expression, NamedValue, OrderByItem, QueryOptions } from './syntax';

/** The text of an expression; parsing it gives the same tree again (but for positions). */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return printLiteral(expression);
    case 'property':
      return expression.path.join('/');
    case 'alias':
      return expression.name;
    case 'json':
      return JSON.stringify(expression.value);
    case 'collection':
      return `[${expression.items.map(printExpression).join(',')}]`;
    case 'comparison':
    case 'arithmetic':
      return `${printOperand(expression.left)} ${expression.operator} ${printOperand(expression.right)}`;
    case 'logical':
      return expression.operands.map(printOperand).join(` ${expression.operator} `);
    case 'not':
      return `not ${printOperand(expression.operand)}`;
    case 'negation':
      return `-(${printExpression(expression.operand)})`;
    case 'in':
      return `${printOperand(expression.operand)} in (${expression.values.map(printOperand).join(',')})`;
    case 'function':
      return `${expression.name}(${expression.arguments.map(printExpression).join(',')})`;
    case 'namedFunction':
      return `${expression.name}(${expression.parameters.map(printNamedValue).join(',')})`;
    case 'lambda': {
      const { collection, operator, variable, predicate } = expression;
      const body = variable === undefined || predicate === undefined ? '' : `${variable}:${printExpression(predicate)}`;
      return `${collection.join('/')}/${operator}(${body})`;
    }
  }
}

function printLiteral(literal: Extract<Expression, { kind: 'literal' }>): string {
  switch (literal.type) {
    case 'Null':
      return 'null';
    case 'Boolean':
      return String(literal.value);
    case 'String':
      return quote(literal.value);
    case 'Enum':
      return `${literal.enumType}${quote(literal.value)}`;
    case 'Duration':
      return `duration${quote(literal.value)}`;
    default:
      return literal.value;
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function printNamedValue({ name, value }: NamedValue): string {
  return `${name}=${printExpression(value)}`;
}

const COMPOUND: readonly Expression['kind'][] = ['comparison', 'arithmetic', 'logical', 'not', 'in'];

function printOperand(expression: Expression): string {
  const text = printExpression(expression);
  return COMPOUND.includes(expression.kind) ? `(${text})` : text;
}

export function printOrderBy(items: readonly OrderByItem[]): string {
  return items.map(({ expression, direction }) => `${printExpression(expression)} ${direction}`).join(',');
}

export function printExpand(items: readonly ExpandItem[]): string {
  return items
    .map(({ path, suffix, options }) => {
      const nested = printNestedOptions(options);
      return `${[...path, ...(suffix === undefined ? [] : [suffix])].join('/')}${nested === '' ? '' : `(${nested})`}`;
    })
    .join(',');
}

function printNestedOptions(options: QueryOptions): string {
  const { select, filter, orderby, expand, top, skip, count } = options;
  return [
    ...(select === undefined ? [] : [`$select=${select.map(({ path }) => path.join('/')).join(',')}`]),
    ...(filter === undefined ? [] : [`$filter=${printExpression(filter)}`]),
    ...(orderby === undefined ? [] : [`$orderby=${printOrderBy(orderby)}`]),
    ...(expand === undefined ? [] : [`$expand=${printExpand(expand)}`]),
    ...(top === undefined ? [] : [`$top=${top}`]),
    ...(skip === undefined ? [] : [`$skip=${skip}`]),
    ...(count === undefined ? [] : [`$count=${String(count)}`]),
  ].join(';');
}

export function printApply(steps: readonly ApplyStep[]): string {
  return steps.map(printStep).join('/');
}

function printStep(step: ApplyStep): string {
  switch (step.kind) {
    case 'filter':
      return `filter(${printExpression(step.predicate)})`;
    case 'aggregate': {
      const aggregates = step.aggregates.map((aggregate) =>
        aggregate.method === 'count'
          ? `$count as ${aggregate.as}`
          : `${printExpression(aggregate.expression)} with ${aggregate.method} as ${aggregate.as}`,
      );
      return `aggregate(${aggregates.join(',')})`;
    }
    case 'groupby': {
      const properties = step.properties.map((path) => path.join('/')).join(',');
      return `groupby((${properties})${step.then.length === 0 ? '' : `,${printApply(step.then)}`})`;
    }
  }
}
