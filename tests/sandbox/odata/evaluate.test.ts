import fc from 'fast-check';
import { applySteps } from '../../../sandbox/odata/aggregate';
import { parseApply } from '../../../sandbox/odata/applyParser';
import { compileExpression, compileFilter } from '../../../sandbox/odata/evaluate';
import { ODataSemanticError } from '../../../sandbox/odata/evaluation';
import type { Dialect, PropertyType, Scope, Value } from '../../../sandbox/odata/evaluation';
import { parseFilter } from '../../../sandbox/odata/filterParser';
import { STANDARD_FUNCTIONS } from '../../../sandbox/odata/functions';
import { printExpression } from '../../../sandbox/odata/print';
import { parseOrderBy, parseQueryOptions } from '../../../sandbox/odata/queryParser';
import { compileOrderBy } from '../../../sandbox/odata/sort';
import type { Expression } from '../../../sandbox/odata/syntax';

type Row = Readonly<Record<string, Value | readonly Row[]>>;

const TYPES: Readonly<Record<string, PropertyType>> = {
  name: 'String',
  id: 'Guid',
  amount: 'Decimal',
  number: 'Integer',
  open: 'Boolean',
  due: 'Date',
  changed: 'DateTimeOffset',
  status: 'Enum',
};

const scope: Scope<unknown> = {
  property: ([name, ...rest]) => {
    const type = TYPES[name ?? ''];
    return type === undefined || rest.length > 0 ? undefined : { type, read: (row) => valueOf(row, name ?? '') };
  },
  collection: ([name]) => (name === 'lines' ? { scope, read: linesOf } : undefined),
};

function valueOf(row: unknown, name: string): Value {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, name) : null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function linesOf(row: unknown): readonly unknown[] {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'lines') : null;
  return Array.isArray(value) ? value : [];
}

const dialect: Dialect = {
  functions: STANDARD_FUNCTIONS,
  fold: (text) => text.toLowerCase(),
  compareText: (left, right) => left.toLowerCase().localeCompare(right.toLowerCase(), 'en'),
  now: () => '2026-03-01T12:00:00Z',
  enumMember: (text) => text.replaceAll(' ', '_x0020_'),
  lambda: 'evaluate',
};

const holds = (text: string, row: Row) => compileFilter(parseFilter(text), scope, dialect)(row);
const valueFor = (text: string, row: Row = {}) => compileExpression(parseFilter(text), scope, dialect).evaluate(row);

function reasonOf(text: string): string {
  try {
    compileFilter(parseFilter(text), scope, dialect);
    return 'none';
  } catch (error) {
    return error instanceof ODataSemanticError ? `${error.reason} ${error.subject}` : String(error);
  }
}

describe('comparisons', () => {
  const row: Row = {
    name: 'Contoso',
    amount: 12.5,
    number: 3,
    open: true,
    id: 'aaaaaaaa-0000-0000-0000-000000000001',
    due: '2026-02-28',
    changed: '2026-02-28T10:00:00.123Z',
    status: 'In_x0020_Review',
    lines: [
      { number: 1, name: 'a' },
      { number: 5, name: null },
    ],
  };

  it.each([
    ["name eq 'CONTOSO'", true],
    ["name ne 'contoso'", false],
    ["name gt 'Beta'", true],
    ['amount eq 12.50', true],
    ['amount gt number', true],
    ['amount add 0.1 eq 12.6', true],
    ['number div 2 eq 1', true],
    ['number divby 2 eq 1.5', true],
    ['number mod 2 eq 1', true],
    ['-number lt 0', true],
    ['open', true],
    ['not open', false],
    ['id eq AAAAAAAA-0000-0000-0000-000000000001', true],
    ['due lt 2026-03-01', true],
    ['changed ge 2026-02-28', true],
    ['changed lt 2026-02-28T11:00:00+01:00', false],
    ['changed lt 2026-02-28T10:00:00.1234567Z', false],
    ["status eq 'In Review'", true],
    ["status eq Microsoft.NAV.s'In_x0020_Review'", true],
    ["status in ('Open','In Review')", true],
    ['number in (1,2)', false],
    ["contains(tolower(name),'TOSO')", true],
    ["startswith(name,'con') and endswith(name,'SO')", true],
    ["indexof(name,'t') eq 3", true],
    ["length(trim(' ab ')) eq 2", true],
    ["concat(name,'!') eq 'Contoso!'", true],
    ["substring(name,1,2) eq 'on'", true],
    ['year(due) eq 2026 and month(changed) eq 2 and day(due) eq 28', true],
    ['hour(changed) eq 10', true],
    ['changed lt now()', true],
    ['round(amount) eq 13', true],
    ['lines/any(l:l/number gt 4)', true],
    ['lines/any(l:l/number gt amount)', false],
    ['lines/all(l:l/number gt 0)', true],
    ["lines/all(l:l/name eq 'a')", false],
    ['lines/any()', true],
    ['lines/any(l:lines/any(m:m/number gt l/number))', true],
  ])('%s is %s', (text, expected) => {
    expect(holds(text, row)).toBe(expected);
  });

  it.each([
    ['name eq null', true],
    ['name ne null', false],
    ["name ne 'x'", true],
    ["name gt 'x'", false],
    ["not (name gt 'x')", true],
    ["not contains(name,'x')", false],
    ["contains(name,'x') or number eq null", true],
    ["contains(name,'x') and number eq null", false],
    ['number add 1 eq null', true],
    ["name in ('x',null)", true],
  ])('for a row of nulls %s is %s', (text, expected) => {
    expect(holds(text, {})).toBe(expected);
  });

  it.each([
    ['colour eq 1', 'unknownProperty colour'],
    ['name/first eq 1', 'unknownProperty name/first'],
    ["number eq 'x'", 'typeMismatch Integer eq String'],
    ['due eq 5', 'typeMismatch Date eq Integer'],
    ["id eq 'x'", 'typeMismatch Guid eq String'],
    ['name add 1 eq 2', 'typeMismatch String'],
    ['number', 'typeMismatch Integer'],
    ['contains(number,1)', 'typeMismatch contains(Integer, Integer)'],
    ["soundex(name) eq 'x'", 'unknownFunction soundex'],
    ['Microsoft.NAV.f()', 'unknownFunction Microsoft.NAV.f'],
    ['number eq @p', 'unsupported the parameter alias @p without a value'],
    ['parts/any(p:p/number eq 1)', 'unknownProperty parts'],
    ['status has 1', 'unsupported the operator has'],
  ])('%s fails with %s', (text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  it('takes aliases from the query, and refuses one that needs itself', () => {
    const { filter, aliases } = parseQueryOptions(new URLSearchParams('$filter=number eq @p&@p=3&@q=@q'));
    expect(filter && compileFilter(filter, scope, dialect, aliases)(row)).toBe(true);
    expect(() => compileFilter(parseFilter('number eq @q'), scope, dialect, aliases)).toThrow(ODataSemanticError);
  });

  it('computes exactly where binary numbers do not', () => {
    expect(valueFor('0.1 add 0.2')).toBe(0.3);
    expect(valueFor('1 div 0')).toBeNull();
  });
});

describe('the evaluator and a plain reading of the same expression', () => {
  const column = fc.constantFrom('amount', 'number');
  const condition: fc.Arbitrary<Expression> = fc.letrec<{ condition: Expression }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4 },
      fc
        .record({
          name: column,
          operator: fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'),
          value: fc.option(fc.integer({ min: -2, max: 2 })),
        })
        .map(({ name, operator, value }): Expression => ({
          kind: 'comparison',
          operator,
          left: { kind: 'property', path: [name], position: 0 },
          right:
            value === null
              ? { kind: 'literal', type: 'Null', value, position: 0 }
              : { kind: 'literal', type: 'Integer', value: String(value), position: 0 },
          position: 0,
        })),
      fc
        .record({
          operator: fc.constantFrom('and', 'or'),
          operands: fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
        })
        .map((parts): Expression => ({ kind: 'logical', ...parts, position: 0 })),
      tie('condition').map((operand): Expression => ({ kind: 'not', operand, position: 0 })),
    ),
  })).condition;
  const row = fc.record({
    amount: fc.option(fc.integer({ min: -2, max: 2 })),
    number: fc.option(fc.integer({ min: -2, max: 2 })),
  });

  /** No three-valued logic is needed, because a comparison is never unknown. */
  function plainly(expression: Expression, values: Readonly<Record<string, number | null>>): boolean {
    switch (expression.kind) {
      case 'logical':
        return expression.operator === 'and'
          ? expression.operands.every((operand) => plainly(operand, values))
          : expression.operands.some((operand) => plainly(operand, values));
      case 'not':
        return !plainly(expression.operand, values);
      case 'comparison': {
        const left = expression.left.kind === 'property' ? (values[expression.left.path[0] ?? ''] ?? null) : null;
        const literal = expression.right.kind === 'literal' ? expression.right.value : null;
        const right = literal === null ? null : Number(literal);
        if (expression.operator === 'eq') return left === right;
        if (expression.operator === 'ne') return left !== right;
        if (left === null || right === null) return false;
        return { gt: left > right, ge: left >= right, lt: left < right, le: left <= right, has: false }[
          expression.operator
        ];
      }
      default:
        throw new Error(expression.kind);
    }
  }

  it('agree, parsed from text', () => {
    fc.assert(
      fc.property(condition, row, (expression, values) => {
        expect(holds(printExpression(expression), values)).toBe(plainly(expression, values));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('orders', () => {
  it('sort by several keys, nulls first when ascending', () => {
    const rows: Row[] = [
      { name: 'b', number: 1 },
      { name: 'A', number: 2 },
      { name: null, number: 3 },
      { name: 'a', number: 4 },
    ];
    const sorted = (text: string) =>
      [...rows].sort(compileOrderBy(parseOrderBy(text), scope, dialect)).map(({ number }) => number);
    expect(sorted('name,number desc')).toEqual([3, 4, 2, 1]);
    expect(sorted('name desc,number')).toEqual([1, 2, 4, 3]);
    expect(sorted('length(name) desc,number')).toEqual([1, 2, 4, 3]);
  });
});

describe('transformations', () => {
  const rows: Row[] = [
    { name: 'A', amount: 0.1, number: 1, open: true },
    { name: 'a', amount: 0.2, number: 1, open: false },
    { name: 'B', amount: null, number: 2, open: true },
  ];
  const applied = (text: string) => {
    const result = applySteps(rows, parseApply(text), scope, dialect);
    return result.kind === 'rows' ? result.rows : result.rows.map((row) => Object.fromEntries(row));
  };

  it('group and aggregate exactly, texts folded', () => {
    expect(
      applied('groupby((name),aggregate(amount with sum as total,$count as rows,number with max as most))'),
    ).toEqual([
      { name: 'A', total: 0.3, rows: 2, most: 1 },
      { name: 'B', total: null, rows: 1, most: 2 },
    ]);
  });

  it('aggregate everything, distinct and average included', () => {
    expect(
      applied('aggregate(name with countdistinct as names,amount with average as mean,amount with min as least)'),
    ).toEqual([{ names: 2, mean: 0.15, least: 0.1 }]);
  });

  it('filter before and after', () => {
    expect(applied('filter(open)/groupby((number),aggregate($count as rows))/filter(number gt 1)')).toEqual([
      { number: 2, rows: 1 },
    ]);
    expect(applied('filter(open)')).toEqual([rows[0], rows[2]]);
  });

  it('refuse what has no meaning', () => {
    expect(() => applied('aggregate(name with sum as x)')).toThrow('sum needs a number');
    expect(() => applied('groupby((colour))')).toThrow('Unknown property colour');
    expect(() => applied('groupby((name),filter(open))')).toThrow('aggregate only');
  });
});
