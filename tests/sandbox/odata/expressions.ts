import fc from 'fast-check';
import type { Expression } from '../../../sandbox/odata/syntax';

const position = 0;
const name = fc
  .stringMatching(/^[a-z_][a-zA-Z0-9_]{0,6}$/)
  .filter((text) => !['not', 'null', 'true', 'false', 'any', 'all'].includes(text));

const literal: fc.Arbitrary<Expression> = fc.oneof(
  fc.constant({ kind: 'literal', type: 'Null', value: null, position } as const),
  fc.boolean().map((value) => ({ kind: 'literal', type: 'Boolean', value, position }) as const),
  fc.integer().map((value) => ({ kind: 'literal', type: 'Integer', value: String(value), position }) as const),
  fc
    .tuple(fc.integer(), fc.nat(999))
    .map(([whole, part]) => ({ kind: 'literal', type: 'Decimal', value: `${whole}.${part}`, position }) as const),
  fc.string({ unit: 'grapheme' }).map((value) => ({ kind: 'literal', type: 'String', value, position }) as const),
  fc.uuid().map((value) => ({ kind: 'literal', type: 'Guid', value, position }) as const),
  fc
    .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => ({ kind: 'literal', type: 'DateTimeOffset', value: date.toISOString(), position }) as const),
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => ({ kind: 'literal', type: 'Date', value: date.toISOString().slice(0, 10), position }) as const),
  fc
    .string()
    .map((value) => ({ kind: 'literal', type: 'Enum', enumType: 'Microsoft.NAV.status', value, position }) as const),
);

const path = fc.array(name, { minLength: 1, maxLength: 3 });

/** Any expression tree that the language can write. */
export const expressionArbitrary: fc.Arbitrary<Expression> = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    literal,
    path.map((names) => ({ kind: 'property', path: names, position }) as const),
    name.map((text) => ({ kind: 'alias', name: `@${text}`, position }) as const),
    fc
      .record({
        operator: fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le', 'has'),
        left: tie('expression'),
        right: tie('expression'),
      })
      .map((parts) => ({ kind: 'comparison', ...parts, position }) as const),
    fc
      .record({
        operator: fc.constantFrom('add', 'sub', 'mul', 'div', 'divby', 'mod'),
        left: tie('expression'),
        right: tie('expression'),
      })
      .map((parts) => ({ kind: 'arithmetic', ...parts, position }) as const),
    fc
      .record({
        operator: fc.constantFrom('and', 'or'),
        operands: fc.array(tie('expression'), { minLength: 2, maxLength: 4 }),
      })
      .map((parts) => ({ kind: 'logical', ...parts, position }) as const),
    tie('expression').map((operand) => ({ kind: 'not', operand, position }) as const),
    tie('expression').map((operand) => ({ kind: 'negation', operand, position }) as const),
    fc
      .record({ operand: tie('expression'), values: fc.array(tie('expression'), { minLength: 1, maxLength: 3 }) })
      .map((parts) => ({ kind: 'in', ...parts, position }) as const),
    fc
      .record({ name, arguments: fc.array(tie('expression'), { maxLength: 3 }) })
      .map((parts) => ({ kind: 'function', ...parts, position }) as const),
    fc
      .array(fc.record({ name, value: tie('expression'), position: fc.constant(position) }), { maxLength: 2 })
      .map(
        (parameters) => ({ kind: 'namedFunction', name: 'Microsoft.Dynamics.CRM.In', parameters, position }) as const,
      ),
    fc
      .record({
        collection: path,
        variable: name,
        predicate: tie('expression'),
        operator: fc.constantFrom('any', 'all'),
      })
      .map((parts) => ({ kind: 'lambda', ...parts, position }) as const),
  ),
})).expression;

/** The tree without its positions, to compare trees by. */
export function withoutPositions(tree: unknown): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) =>
      key === 'position' ? undefined : value instanceof Map ? [...value] : value,
    ),
  );
}
