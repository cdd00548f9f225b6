import type { ComparisonOperator, Expression } from '../../odata/syntax';

/** `property operator literal`, as it stands at the top of a filter. */
export interface Condition {
  readonly property: string;
  readonly operator: ComparisonOperator;
  readonly value: string;
}

function conditionOf(expression: Expression): Condition | undefined {
  if (
    expression.kind !== 'comparison' ||
    expression.left.kind !== 'property' ||
    expression.right.kind !== 'literal' ||
    expression.right.value === null
  ) {
    return undefined;
  }
  return {
    property: expression.left.path.join('/'),
    operator: expression.operator,
    value: String(expression.right.value),
  };
}

function conjuncts(filter: Expression | undefined): readonly Expression[] {
  if (filter === undefined) {
    return [];
  }
  return filter.kind === 'logical' && filter.operator === 'and' ? filter.operands.flatMap(conjuncts) : [filter];
}

/** The filter taken apart into conditions on `names`, which become parameters, and the rest. */
export function takeConditions(
  filter: Expression | undefined,
  names: readonly string[],
): { readonly taken: readonly Condition[]; readonly rest: Expression | undefined } {
  const taken: Condition[] = [];
  const rest: Expression[] = [];
  for (const conjunct of conjuncts(filter)) {
    const condition = conditionOf(conjunct);
    if (condition !== undefined && names.includes(condition.property)) {
      taken.push(condition);
    } else {
      rest.push(conjunct);
    }
  }
  const [first] = rest;
  if (first === undefined || rest.length === 1) {
    return { taken, rest: first };
  }
  return { taken, rest: { kind: 'logical', operator: 'and', operands: rest, position: first.position } };
}

/**
 * The values of which one must be the property's for the filter to hold: from `p eq 'a'`, `p eq 'a' or p eq 'b'` and
 * `p in ('a','b')`. Undefined when the filter does not say.
 */
export function requiredValues(filter: Expression | undefined, property: string): readonly string[] | undefined {
  for (const conjunct of conjuncts(filter)) {
    const alternatives = conjunct.kind === 'logical' && conjunct.operator === 'or' ? conjunct.operands : [conjunct];
    const conditions = alternatives.map(conditionOf);
    if (conditions.every((one) => one?.operator === 'eq' && one.property === property)) {
      return conditions.flatMap((one) => (one === undefined ? [] : [one.value]));
    }
    if (
      conjunct.kind === 'in' &&
      conjunct.operand.kind === 'property' &&
      conjunct.operand.path.join('/') === property
    ) {
      const values = conjunct.values.map((value) => (value.kind === 'literal' ? value.value : null));
      if (values.every((value) => value !== null)) {
        return values.map(String);
      }
    }
  }
  return undefined;
}

/** The conditions that all must hold for the filter to hold. */
export function allConditions(filter: Expression | undefined): readonly Condition[] {
  return conjuncts(filter).flatMap((conjunct) => conditionOf(conjunct) ?? []);
}
