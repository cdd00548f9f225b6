import { badQuery, DataverseError } from '../records/dataverseError';
import { formatInstant, formatDate, formatNumber } from '../records/formatting';
import { matchingRows } from '../records/query';
import { dataverseDialect } from './dialect';
import { ok } from './messages';
import { formattedValueAnnotation } from './preferences';
import { annotate } from './projection';
import { compileRowQuery } from './rowQuery';
import { RowScope } from './rowScope';
import { applySteps } from '../../odata/aggregate';
import type { AggregatedRow } from '../../odata/aggregate';
import type { ApiContext } from './context';
import type { ApiRequest, ApiResponse } from './messages';
import { narrowed } from './rowSource';
import type { RowSource } from './rowSource';
import type { ReachedColumn } from './rowScope';
import type { Value } from '../../odata/evaluation';
import type { ApplyStep } from '../../odata/syntax';

/** Aggregates look at no more rows (learn.microsoft.com, "Aggregate data using OData"). */
export const aggregateLimit = 50_000;

/** Answers `$apply`. Values that are null are left out, as Dataverse does. */
export function aggregatedJson(context: ApiContext, request: ApiRequest, source: RowSource): ApiResponse {
  const { options } = request;
  const { table } = source;
  if (options.orderby !== undefined) {
    throw badQuery('The query node SingleValueOpenPropertyAccess is not supported');
  }
  if (options.select !== undefined || options.expand !== undefined) {
    throw badQuery('$select and $expand are not supported with $apply.');
  }
  const scope = new RowScope(context.session, table);
  const dialect = dataverseDialect(context.conditions, scope);
  const steps = options.apply ?? [];
  demandGroupable(scope, steps);
  const query = narrowed(compileRowQuery(context, table, { filter: options.filter, aliases: options.aliases }), source);
  const applied = applySteps<unknown>(limited(matchingRows(context.session, query)), steps, scope, dialect);
  if (applied.kind === 'rows') throw badQuery('$apply needs groupby or aggregate.');
  const named = namesOf(scope, steps);
  return ok({
    '@odata.context': `${context.root}$metadata#${table.entitySetName}`,
    value: applied.rows.map((row) => rowOf(context, row, named)),
  });
}

/** Passes rows on, and throws 0x8004e023 when they are more than an aggregate may look at. */
export function* limited<Item>(rows: Iterable<Item>): IterableIterator<Item> {
  let count = 0;
  for (const row of rows) {
    count += 1;
    if (count > aggregateLimit) {
      throw new DataverseError(400, '0x8004e023', 'AggregateQueryRecordLimit exceeded. Cannot perform this operation.');
    }
    yield row;
  }
}

function demandGroupable(scope: RowScope, steps: readonly ApplyStep[]): void {
  for (const step of steps) {
    if (step.kind !== 'groupby') continue;
    for (const path of step.properties) {
      if (scope.reach(path)?.column.type === 'datetime')
        throw badQuery('groupby with datetime values is not supported.');
    }
  }
}

/** Grouped columns by their path, with the name under which Dataverse gives them: `contact_fullname` over a lookup. */
function namesOf(
  scope: RowScope,
  steps: readonly ApplyStep[],
): ReadonlyMap<string, { readonly name: string; readonly reached: ReachedColumn }> {
  const names = new Map<string, { readonly name: string; readonly reached: ReachedColumn }>();
  for (const step of steps) {
    for (const path of step.kind === 'groupby' ? step.properties : []) {
      const reached = scope.reach(path);
      const last = path.at(-1) ?? '';
      if (reached === undefined) continue;
      names.set(path.join('/'), { name: path.length === 1 ? last : `${reached.table.logicalName}_${last}`, reached });
    }
  }
  return names;
}

function rowOf(context: ApiContext, row: AggregatedRow, named: ReturnType<typeof namesOf>): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const [path, value] of row) {
    if (value === null) continue;
    const group = named.get(path);
    if (group !== undefined) {
      const { column } = group.reached;
      const isLookupValue = path.startsWith('_') && path.endsWith('_value');
      if (!isLookupValue) annotate(context, json, group.name, column, { [column.logicalName]: value });
      json[group.name] = value;
      continue;
    }
    if (context.preferences.includesAnnotation(formattedValueAnnotation)) {
      json[`${path}@${formattedValueAnnotation}`] = formattedAggregate(context, value);
    }
    json[path] = value;
  }
  return json;
}

function formattedAggregate(context: ApiContext, value: Exclude<Value, null>): string {
  const { settings } = context.formatting;
  if (typeof value === 'number') return formatNumber(value, Number.isInteger(value) ? 0 : 2, settings);
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)) return formatInstant(value, false, settings);
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, settings);
  return String(value);
}
