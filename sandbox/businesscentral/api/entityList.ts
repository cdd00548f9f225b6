import { compileFilter } from '../../odata/evaluate';
import type { Scope } from '../../odata/evaluation';
import { compileOrderBy } from '../../odata/sort';
import type { Expression, OrderByItem, QueryOptions } from '../../odata/syntax';
import type { Company } from '../model/company';
import { takeConditions } from './conditions';
import { checkFilter } from './dialect';
import type { EntityDefinition, JsonText, ListPage, ListQuery, PositionedRow, SourceQuery } from './entity';
import type { RequestContext } from './requestContext';

/** Makes the writer of records for one request. */
export type Projector<Row> = (context: RequestContext, options: QueryOptions) => (row: Row) => JsonText;

/** The lists of an entity set: filtered, sorted, counted and cut into pages. */
export class EntityList<Row> {
  /** Sorted positions of recent requests, so that the pages of one list do not sort again. */
  private readonly sorted = new WeakMap<Company, Map<string, readonly string[]>>();

  constructor(
    private readonly definition: EntityDefinition<Row>,
    private readonly scope: Scope<Row>,
    private readonly project: Projector<Row>,
  ) {}

  /** A page of the whole set. Throws ApiError. */
  list(context: RequestContext, query: ListQuery): ListPage {
    const { definition } = this;
    const { options, continuation } = query;
    definition.checkRead?.(context, options.filter);
    const { taken, rest } = takeConditions(options.filter, definition.parameters ?? []);
    const keep = this.filter(context, rest, options);
    const source: SourceQuery = { after: continuation.after, filter: rest, parameters: taken };
    const count = options.count === true ? this.count(context, source, keep) : undefined;
    const orderby = this.neededOrder(context, options.orderby);
    if (orderby !== undefined || (options.skip ?? 0) > 0) {
      return { ...this.sortedPage(context, query, source, keep, orderby), count };
    }
    const rows = filtered(definition.source.rows(context, source), keep);
    return { ...this.page(context, query, rows), count };
  }

  /** A page of rows in natural order, from where the continuation says. */
  private page(context: RequestContext, query: ListQuery, rows: Iterable<PositionedRow<Row>>): Omit<ListPage, 'count'> {
    const { options, pageSize, continuation } = query;
    const project = this.project(context, options);
    const left = continuation.left ?? options.top ?? Infinity;
    const size = Math.min(left, pageSize);
    const values: JsonText[] = [];
    let last = '';
    for (const { position, row } of rows) {
      if (values.length === size) {
        return { values, next: left > size ? nextAfter(last, left - size) : undefined };
      }
      values.push(project(row));
      last = position;
    }
    return { values, next: undefined };
  }

  private sortedPage(
    context: RequestContext,
    { options, pageSize, continuation }: ListQuery,
    source: SourceQuery,
    keep: (row: Row) => boolean,
    orderby: readonly OrderByItem[] | undefined,
  ): Omit<ListPage, 'count'> {
    const positions = this.sortedPositions(context, options, { ...source, after: undefined }, keep, orderby);
    const offset = continuation.offset ?? options.skip ?? 0;
    const left = continuation.left ?? options.top ?? Infinity;
    const size = Math.min(left, pageSize);
    const project = this.project(context, options);
    const values = positions.slice(offset, offset + size).flatMap((position) => {
      const row = this.definition.source.at(context, position, source);
      return row === undefined ? [] : [project(row)];
    });
    const more = positions.length > offset + size && left > size;
    return {
      values,
      next: more ? { offset: offset + size, ...(left === Infinity ? {} : { left: left - size }) } : undefined,
    };
  }

  private sortedPositions(
    context: RequestContext,
    options: QueryOptions,
    source: SourceQuery,
    keep: (row: Row) => boolean,
    orderby: readonly OrderByItem[] | undefined,
  ): readonly string[] {
    const { company } = context;
    const known = this.sorted.get(company) ?? new Map<string, readonly string[]>();
    this.sorted.set(company, known);
    const key = JSON.stringify([company.changeCount, company.workDate, options.filter, orderby, source.parameters]);
    const found = known.get(key);
    if (found !== undefined) {
      return found;
    }
    const rows = [...filtered(this.definition.source.rows(context, source), keep)];
    if (orderby !== undefined) {
      const compare = compileOrderBy(orderby, this.scope, context.dialect);
      rows.sort((left, right) => compare(left.row, right.row));
    }
    const positions = rows.map(({ position }) => position);
    if (known.size >= 4) {
      known.clear();
    }
    known.set(key, positions);
    return positions;
  }

  /** A list that is small and in memory: filtered, sorted and cut as it is asked for. */
  listRows(context: RequestContext, query: ListQuery, all: readonly Row[]): ListPage {
    const { options } = query;
    const keep = this.filter(context, options.filter, options);
    const kept = all.filter(keep);
    if (options.orderby !== undefined) {
      kept.sort(compileOrderBy(options.orderby, this.scope, context.dialect));
    }
    const start = Number(query.continuation.after ?? options.skip ?? 0);
    const rows = kept.slice(start).map((row, index) => ({ position: String(start + index + 1), row }));
    return { ...this.page(context, query, rows), count: options.count === true ? kept.length : undefined };
  }

  private filter(
    context: RequestContext,
    filter: Expression | undefined,
    options: QueryOptions,
  ): (row: Row) => boolean {
    if (filter === undefined) {
      return () => true;
    }
    checkFilter(filter, context);
    return compileFilter(filter, this.scope, context.dialect, options.aliases);
  }

  private count(context: RequestContext, source: SourceQuery, keep: (row: Row) => boolean): number {
    const known = source.filter === undefined ? this.definition.source.count?.(context) : undefined;
    if (known !== undefined) {
      return known;
    }
    let count = 0;
    for (const { row } of this.definition.source.rows(context, { ...source, after: undefined })) {
      count += keep(row) ? 1 : 0;
    }
    return count;
  }

  /** The order to sort by; undefined when the natural order is that order already. */
  private neededOrder(
    context: RequestContext,
    orderby: readonly OrderByItem[] | undefined,
  ): readonly OrderByItem[] | undefined {
    const [first] = orderby ?? [];
    if (orderby === undefined || first?.expression.kind !== 'property') {
      return orderby;
    }
    const natural = this.definition.source.ascending?.(context) ?? [];
    return first.direction === 'asc' && natural.includes(first.expression.path.join('/')) ? undefined : orderby;
  }
}

function nextAfter(after: string, left: number) {
  return { after, ...(left === Infinity ? {} : { left }) };
}

function* filtered<Row>(rows: Iterable<PositionedRow<Row>>, keep: (row: Row) => boolean): Iterable<PositionedRow<Row>> {
  for (const positioned of rows) {
    if (keep(positioned.row)) {
      yield positioned;
    }
  }
}
