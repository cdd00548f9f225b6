import Big from 'big.js';
import { areEqual, compareValues } from './comparison';
import { compileExpression, compileFilter } from './evaluate';
import type { Compiled } from './evaluate';
import { ODataSemanticError } from './evaluation';
import type { Dialect, PropertyType, Scope, Value } from './evaluation';
import type { Aggregate, ApplyStep } from './syntax';

/** A row that a transformation made: values by the path they came from (`a`, `b/c`) or the name they were given. */
export type AggregatedRow = ReadonlyMap<string, Value>;

/** What `$apply` gives: rows of the set itself when it only filters, made rows otherwise. */
export type Applied<Row> =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'aggregated'; readonly rows: readonly AggregatedRow[]; readonly scope: Scope<AggregatedRow> };

/** Carries out the transformations of `$apply` in their order. Throws ODataSemanticError. */
export function applySteps<Row>(
  rows: Iterable<Row>,
  steps: readonly ApplyStep[],
  scope: Scope<Row>,
  dialect: Dialect,
): Applied<Row> {
  const [step, ...rest] = steps;
  if (step === undefined) {
    return { kind: 'rows', rows: [...rows] };
  }
  if (step.kind === 'filter') {
    const keep = compileFilter(step.predicate, scope, dialect);
    return applySteps([...rows].filter(keep), rest, scope, dialect);
  }
  const made = step.kind === 'groupby' ? group(rows, step, scope, dialect) : aggregateAll(rows, step, scope, dialect);
  if (rest.length === 0) {
    return { kind: 'aggregated', ...made };
  }
  const next = applySteps(made.rows, rest, made.scope, dialect);
  return next.kind === 'rows' ? { kind: 'aggregated', rows: next.rows, scope: made.scope } : next;
}

interface Made {
  readonly rows: readonly AggregatedRow[];
  readonly scope: Scope<AggregatedRow>;
}

function scopeOf(types: ReadonlyMap<string, PropertyType>): Scope<AggregatedRow> {
  return {
    property: (path) => {
      const name = path.join('/');
      const type = types.get(name);
      return type === undefined ? undefined : { type, read: (row) => row.get(name) ?? null };
    },
  };
}

function group<Row>(
  rows: Iterable<Row>,
  step: Extract<ApplyStep, { kind: 'groupby' }>,
  scope: Scope<Row>,
  dialect: Dialect,
): Made {
  const keys = step.properties.map((path) => ({
    name: path.join('/'),
    ...compileExpression({ kind: 'property', path, position: step.position }, scope, dialect),
  }));
  const groups = new Map<string, { key: AggregatedRow; rows: Row[] }>();
  for (const row of rows) {
    const values = keys.map(({ evaluate }) => evaluate(row));
    const identity = JSON.stringify(
      values.map((value, index) =>
        typeof value === 'string' && keys[index]?.type === 'String' ? dialect.fold(value) : value,
      ),
    );
    const known = groups.get(identity);
    if (known === undefined) {
      groups.set(identity, { key: new Map(keys.map(({ name }, index) => [name, values[index] ?? null])), rows: [row] });
    } else {
      known.rows.push(row);
    }
  }
  const types = new Map(keys.map(({ name, type }) => [name, storedType(type)]));
  const aggregates = step.then.map((inner) => {
    if (inner.kind !== 'aggregate') {
      const message = `groupby can be followed by aggregate only, not ${inner.kind}.`;
      throw new ODataSemanticError('unsupported', inner.kind, inner.position, message);
    }
    return compileAggregates(inner.aggregates, scope, dialect);
  });
  for (const { as, type } of aggregates.flat()) {
    types.set(as, type);
  }
  const made = [...groups.values()].map(
    (one) => new Map([...one.key, ...aggregates.flat().map(({ as, compute }) => [as, compute(one.rows)] as const)]),
  );
  return { rows: made, scope: scopeOf(types) };
}

function aggregateAll<Row>(
  rows: Iterable<Row>,
  step: Extract<ApplyStep, { kind: 'aggregate' }>,
  scope: Scope<Row>,
  dialect: Dialect,
): Made {
  const all = [...rows];
  const aggregates = compileAggregates(step.aggregates, scope, dialect);
  return {
    rows: [new Map(aggregates.map(({ as, compute }) => [as, compute(all)]))],
    scope: scopeOf(new Map(aggregates.map(({ as, type }) => [as, type]))),
  };
}

interface CompiledAggregate<Row> {
  readonly as: string;
  readonly type: PropertyType;
  readonly compute: (rows: readonly Row[]) => Value;
}

function compileAggregates<Row>(
  aggregates: readonly Aggregate[],
  scope: Scope<Row>,
  dialect: Dialect,
): readonly CompiledAggregate<Row>[] {
  return aggregates.map((aggregate) => {
    const { as, method } = aggregate;
    if (method === 'count') {
      return { as, type: 'Integer', compute: (rows) => rows.length };
    }
    const compiled = compileExpression(aggregate.expression, scope, dialect);
    const isNumber = compiled.type === 'Integer' || compiled.type === 'Decimal';
    if ((method === 'sum' || method === 'average') && !isNumber) {
      const message = `${method} needs a number, not ${compiled.type} (position ${aggregate.position}).`;
      throw new ODataSemanticError('typeMismatch', `${method} of ${compiled.type}`, aggregate.position, message);
    }
    return { as, type: resultType(method, compiled), compute: (rows) => compute(method, rows, compiled, dialect) };
  });
}

function storedType(type: Compiled<unknown>['type']): PropertyType {
  return type === 'Null' ? 'String' : type;
}

function resultType(method: Exclude<Aggregate['method'], 'count'>, { type }: { type: Compiled<unknown>['type'] }) {
  return method === 'countdistinct' ? 'Integer' : method === 'average' ? 'Decimal' : storedType(type);
}

/** Nulls do not take part; the sum of nothing, like its average, minimum and maximum, is null. */
function compute<Row>(
  method: Exclude<Aggregate['method'], 'count'>,
  rows: readonly Row[],
  { type, evaluate }: Compiled<Row>,
  dialect: Dialect,
): Value {
  const values = rows.map((row) => evaluate(row)).filter((value) => value !== null);
  if (method === 'countdistinct') {
    return distinct(values, (left, right) => areEqual(left, right, type, dialect), dialect);
  }
  if (values.length === 0) {
    return null;
  }
  if (method === 'min' || method === 'max') {
    const sign = method === 'min' ? 1 : -1;
    return values.reduce((best, value) => (compareValues(value, best, type, dialect) * sign < 0 ? value : best));
  }
  const sum = values.reduce<Big>((total, value) => total.plus(Number(value)), new Big(0));
  return (method === 'sum' ? sum : sum.div(values.length)).toNumber();
}

function distinct(
  values: readonly Exclude<Value, null>[],
  equal: (left: Exclude<Value, null>, right: Exclude<Value, null>) => boolean,
  dialect: Dialect,
): number {
  const kinds = new Map<Value, Exclude<Value, null>[]>();
  let count = 0;
  for (const value of values) {
    const key = typeof value === 'string' ? dialect.fold(value) : value;
    const known = kinds.get(key) ?? [];
    if (!known.some((other) => equal(other, value))) {
      kinds.set(key, [...known, value]);
      count += 1;
    }
  }
  return count;
}
