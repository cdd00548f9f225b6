import type { CompiledNode } from './compiled';
import type { Dialect } from './evaluation';
import type { Expression, PropertyPath } from './syntax';

/** A property with the texts of which it must be one. */
interface Alternatives {
  readonly property: PropertyPath;
  readonly texts: readonly string[];
}

/** `p eq 'a' or p eq 'b' or …`, however long: the property and its texts. Undefined for any other expression. */
export function textAlternatives(expression: Expression): Alternatives | undefined {
  if (expression.kind !== 'logical' || expression.operator !== 'or') {
    return undefined;
  }
  let property: PropertyPath | undefined;
  const texts: string[] = [];
  for (const operand of expression.operands) {
    if (
      operand.kind !== 'comparison' ||
      operand.operator !== 'eq' ||
      operand.left.kind !== 'property' ||
      operand.right.kind !== 'literal' ||
      operand.right.type !== 'String'
    ) {
      return undefined;
    }
    property ??= operand.left;
    if (operand.left.path.join('/') !== property.path.join('/')) {
      return undefined;
    }
    texts.push(operand.right.value);
  }
  return property === undefined ? undefined : { property, texts };
}

/** Looks a text up among many instead of comparing it with one after the other. */
export function compileTextAlternatives<Row>(
  operand: CompiledNode<Row>,
  texts: readonly string[],
  dialect: Dialect,
): CompiledNode<Row> {
  const folded = new Set(texts.map((text) => dialect.fold(text)));
  return {
    type: 'Boolean',
    evaluate: (row, variables) => {
      const value = operand.evaluate(row, variables);
      return typeof value === 'string' && folded.has(dialect.fold(value));
    },
  };
}
