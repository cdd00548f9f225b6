import { limited } from '../webapi/aggregates';
import { formatNumber } from '../records/formatting';
import { localParts } from '../records/formatting';
import { invalidArgument } from '../records/dataverseError';
import { formattedValueAnnotation } from '../webapi/preferences';
import { annotate } from '../webapi/projection';
import { jsonValue } from '../records/properties';
import { columnOf } from './plan';
import { compareValues } from './order';
import type { DateGrouping, FetchAttribute } from './model';
import type { EntityPlan, FetchPlan, Tuple } from './plan';
import type { ApiContext } from '../webapi/context';
import type { Column } from '../metadata/columns';
import type { Row, RowValue } from '../metadata/rows';

interface Output {
  readonly alias: string;
  readonly entity: EntityPlan;
  readonly attribute: FetchAttribute;
  readonly column: Column;
}

interface Group {
  readonly keys: readonly RowValue[];
  readonly tuples: Tuple[];
}

type GroupRow = Readonly<Record<string, RowValue>>;

/** The rows of an aggregate query as JSON, ordered. Throws 0x8004e023 beyond 50,000 rows. */
export function aggregateRows(
  context: ApiContext,
  plan: FetchPlan,
  tuples: Iterable<Tuple>,
): readonly Record<string, unknown>[] {
  const outputs = [...plan.entities.values()].flatMap((entity) => outputsOf(entity));
  const grouped = outputs.filter(({ attribute }) => attribute.groupBy);
  const groups = new Map<string, Group>();
  if (grouped.length === 0) groups.set('', { keys: [], tuples: [] });
  for (const tuple of limited(tuples)) {
    const keys = grouped.map((output) => groupKey(context, output, tuple));
    const identity = grouped.length === 0 ? '' : JSON.stringify(keys);
    const group = groups.get(identity);
    if (group === undefined) groups.set(identity, { keys, tuples: [tuple] });
    else group.tuples.push(tuple);
  }
  const rows = [...groups.values()].map((group) => groupRow(outputs, grouped, group));
  return ordered(plan, rows).map((row) => groupJson(context, outputs, row));
}

function outputsOf(entity: EntityPlan): Output[] {
  return entity.entity.attributes.map((attribute) => {
    const { alias, aggregate, groupBy } = attribute;
    if (alias === undefined)
      throw invalidArgument(`An alias is required for the attribute '${attribute.name}' in an aggregate query.`);
    if (aggregate === undefined && !groupBy) {
      throw invalidArgument(`Attribute '${attribute.name}' must be aggregated or grouped in an aggregate query.`);
    }
    return { alias, entity, attribute, column: columnOf(entity.table, attribute.name) };
  });
}

function groupRow(outputs: readonly Output[], grouped: readonly Output[], group: Group): GroupRow {
  const row: Record<string, RowValue> = {};
  for (const output of outputs) {
    const place = grouped.indexOf(output);
    row[output.alias] = place >= 0 ? (group.keys[place] ?? null) : aggregated(output, group.tuples);
  }
  return row;
}

function groupKey(context: ApiContext, { attribute, entity, column }: Output, tuple: Tuple): RowValue {
  const value = tuple.get(entity.alias)?.[column.logicalName] ?? null;
  if (column.type !== 'datetime' || typeof value !== 'string') return value;
  if (attribute.dateGrouping === undefined) return value;
  const timeZone =
    attribute.userTimeZone && column.behavior !== 'dateOnly' ? context.conditions.settings.timeZone : 'UTC';
  return datePart(attribute.dateGrouping, value, timeZone, context.conditions.settings.firstDayOfWeek);
}

function datePart(grouping: DateGrouping, value: string, timeZone: string, firstDay: number): number {
  const { year, month, day } = localParts(new Date(value), timeZone);
  if (grouping === 'year') return year;
  if (grouping === 'quarter') return Math.ceil(month / 3);
  if (grouping === 'month') return month;
  if (grouping === 'day') return day;
  const dayOfYear = (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000;
  const offset = (new Date(Date.UTC(year, 0, 1)).getUTCDay() - firstDay + 7) % 7;
  return Math.floor((dayOfYear + offset) / 7) + 1;
}

function aggregated({ attribute, entity, column }: Output, tuples: readonly Tuple[]): RowValue {
  const values = tuples
    .map((tuple) => tuple.get(entity.alias)?.[column.logicalName] ?? null)
    .filter((value): value is Exclude<RowValue, null> => value !== null);
  switch (attribute.aggregate) {
    case 'count':
      return tuples.length;
    case 'countcolumn':
      return attribute.distinct ? new Set(values.map((value) => JSON.stringify(value))).size : values.length;
    case 'min':
    case 'max': {
      const sign = attribute.aggregate === 'min' ? 1 : -1;
      return values.length === 0
        ? null
        : values.reduce((best, value) => (compareValues(value, best) * sign < 0 ? value : best));
    }
    default: {
      const numbers = values.filter((value): value is number => typeof value === 'number');
      const sum = exactSum(numbers);
      if (numbers.length === 0) return null;
      return attribute.aggregate === 'sum' ? sum : sum / numbers.length;
    }
  }
}

/** Adds amounts as whole ten-thousandths, so that cents do not drift. */
function exactSum(values: readonly number[]): number {
  const whole = values.reduce((sum, value) => sum + BigInt(Math.round(value * 10_000)), 0n);
  return Number(whole) / 10_000;
}

function ordered(plan: FetchPlan, rows: readonly GroupRow[]): readonly GroupRow[] {
  const orders = [...plan.entities.values()].flatMap(({ entity }) => entity.orders);
  return [...rows].sort((left, right) => {
    for (const { alias, descending } of orders) {
      if (alias === undefined) throw invalidArgument("Invalid XML: an order of an aggregate query needs 'alias'.");
      const order = compareValues(left[alias] ?? null, right[alias] ?? null);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
}

function groupJson(context: ApiContext, outputs: readonly Output[], row: GroupRow): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const { alias, attribute, column } of outputs) {
    const value = row[alias] ?? null;
    if (value === null) continue;
    const isPlain =
      attribute.dateGrouping !== undefined || attribute.aggregate === 'count' || attribute.aggregate === 'countcolumn';
    if (!isPlain) {
      const holder: Row = { [column.logicalName]: value };
      annotate(context, json, alias, column, holder);
      json[alias] = jsonValue(column, holder);
      continue;
    }
    if (typeof value === 'number' && context.preferences.includesAnnotation(formattedValueAnnotation)) {
      json[`${alias}@${formattedValueAnnotation}`] = formatNumber(value, 0, context.formatting.settings);
    }
    json[alias] = value;
  }
  return json;
}
