import { compareText } from '../records/query';
import { asReference } from '../records/rowOwner';
import { invalidArgument } from '../records/dataverseError';
import { columnOf } from './plan';
import type { EntityPlan, FetchPlan, Tuple } from './plan';
import type { RowValue } from '../metadata/rows';

interface OrderKey {
  readonly alias: string;
  readonly column: string;
  readonly sign: 1 | -1;
}

/** The order of joined rows: the root's orders first, then those of its links; equal ones by the root's id. */
export function tupleOrder(plan: FetchPlan): (left: Tuple, right: Tuple) => number {
  const keys = orderKeys(plan, plan.root);
  const id = plan.root.table.primaryIdColumn;
  return (left, right) => {
    for (const { alias, column, sign } of keys) {
      const order = compareValues(left.get(alias)?.[column] ?? null, right.get(alias)?.[column] ?? null);
      if (order !== 0) return order * sign;
    }
    return compareValues(left.get('')?.[id] ?? null, right.get('')?.[id] ?? null);
  };
}

/** True when an order element says anything. */
export function hasOrder(plan: FetchPlan): boolean {
  return [...plan.entities.values()].some(({ entity }) => entity.orders.length > 0);
}

function orderKeys(plan: FetchPlan, entity: EntityPlan): OrderKey[] {
  const own = entity.entity.orders.map((order): OrderKey => {
    const alias = order.entityName ?? entity.alias;
    const holder = plan.entities.get(alias);
    if (holder === undefined) throw invalidArgument(`Invalid XML: an order names the unknown alias '${alias}'.`);
    if (order.attribute === undefined)
      throw invalidArgument("Invalid XML: 'alias' in an order needs an aggregate query.");
    return { alias, column: columnOf(holder.table, order.attribute).logicalName, sign: order.descending ? -1 : 1 };
  });
  return [...own, ...entity.links.flatMap((link) => orderKeys(plan, link))];
}

/** Order of two values of one column; null comes first, as in SQL Server. */
export function compareValues(left: RowValue, right: RowValue): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  return compareText(textOf(left), textOf(right));
}

function textOf(value: RowValue): string {
  return typeof value === 'string' ? value : (asReference(value)?.id ?? '');
}
