import type { CompiledNode } from './compiled';
import type { Dialect } from './evaluation';
import type { Literal } from './syntax';

/** A value as it stands in the expression; an enum's member as the dialect keeps it. */
export function compileLiteral<Row>(literal: Literal, dialect: Dialect): CompiledNode<Row> {
  switch (literal.type) {
    case 'Integer':
    case 'Decimal': {
      const value = Number(literal.value);
      return { type: literal.type, evaluate: () => value };
    }
    case 'Enum': {
      const value = dialect.enumMember?.(literal.value) ?? literal.value;
      return { type: 'Enum', evaluate: () => value };
    }
    default: {
      const { value } = literal;
      return { type: literal.type, evaluate: () => value };
    }
  }
}
