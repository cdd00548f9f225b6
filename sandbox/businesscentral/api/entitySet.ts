import { compileFilter } from '../../odata/evaluate';
import type { Scope } from '../../odata/evaluation';
import { compileOrderBy } from '../../odata/sort';
import type { Expression, OrderByItem, QueryOptions } from '../../odata/syntax';
import type { Company } from '../model/company';
import { badRequest, notEmulated, unknownProperty } from './apiError';
import { readBody } from './body';
import type { BodyValues } from './body';
import { takeConditions } from './conditions';
import { checkFilter } from './dialect';
import type {
  BoundRow,
  BoundRows,
  EntityDefinition,
  JsonText,
  ListPage,
  ListQuery,
  PositionedRow,
  SourceQuery,
} from './entity';
import { formatEtag } from './etag';
import { compileProjection } from './projection';
import { asEvaluated } from './properties';
import type { ApiProperty } from './properties';
import type { RequestContext } from './requestContext';

/** An entity type with its set: what is listed, read and written is the same wherever it is reached from. */
export class EntitySet<Row> {
  private readonly properties: ReadonlyMap<string, ApiProperty<Row>>;
  private readonly scope: Scope<Row>;
  /** Sorted positions of recent requests, so that the pages of one list do not sort again. */
  private readonly sorted = new WeakMap<Company, Map<string, readonly string[]>>();

  private readonly projections = new WeakMap<
    QueryOptions,
    { readonly context: RequestContext; readonly write: (row: Row) => JsonText }
  >();

  constructor(readonly definition: EntityDefinition<Row>) {
    this.properties = new Map(definition.properties.map((property) => [property.name, property]));
    this.scope = { property: (path) => this.evaluated(path) };
  }

  /** The whole set. */
  bind(context: RequestContext): BoundRows {
    const { definition } = this;
    return {
      setName: definition.setName,
      entityName: definition.entityName,
      many: true,
      list: (query) => this.list(context, query),
      find: (id) => {
        definition.checkRead?.(context, undefined);
        const row = definition.source.find(context, id);
        return row === undefined ? undefined : this.bindRow(context, row);
      },
      single: () => undefined,
      create: this.creator(context, definition.create),
    };
  }

  /** The records behind a navigation property that has many. */
  bindMany(
    context: RequestContext,
    rows: () => readonly Row[],
    create?: (context: RequestContext, body: BodyValues) => Row,
  ): BoundRows {
    const { definition } = this;
    return {
      setName: definition.setName,
      entityName: definition.entityName,
      many: true,
      list: (query) => this.listRows(context, query, rows()),
      find: (id) => {
        const row = rows().find((candidate) => definition.idOf(candidate) === id);
        return row === undefined ? undefined : this.bindRow(context, row);
      },
      single: () => undefined,
      create: this.creator(context, create),
    };
  }

  /** The record behind a navigation property that has at most one. */
  bindOne(context: RequestContext, row: Row | undefined): BoundRows {
    const { setName, entityName, idOf } = this.definition;
    return {
      setName,
      entityName,
      many: false,
      list: (query) => this.listRows(context, query, row === undefined ? [] : [row]),
      find: (id) => (row !== undefined && idOf(row) === id ? this.bindRow(context, row) : undefined),
      single: () => (row === undefined ? undefined : this.bindRow(context, row)),
      create: undefined,
    };
  }

  private bindRow(context: RequestContext, row: Row): BoundRow {
    const { definition } = this;
    const { update, remove, actions } = definition;
    return {
      setName: definition.setName,
      entityName: definition.entityName,
      etag: this.etagOf(row),
      json: (options) => this.projection(context, options)(row),
      property: (name) => {
        const property = this.properties.get(name);
        return property === undefined ? undefined : { value: property.read(row) };
      },
      navigate: (name) =>
        definition
          .navigations?.()
          .find((one) => one.name === name)
          ?.open(row, context),
      update:
        update === undefined ? undefined : (body) => this.bindRow(context, update(context, row, this.readBody(body))),
      remove: remove === undefined ? undefined : () => remove(context, row),
      action: (name) => {
        const action = actions?.[name];
        return action === undefined ? undefined : () => action(context, row);
      },
    };
  }

  private creator(context: RequestContext, create: ((context: RequestContext, body: BodyValues) => Row) | undefined) {
    return create === undefined
      ? undefined
      : (body: unknown) => this.bindRow(context, create(context, this.readBody(body)));
  }

  /** Checks a body; lines of a document may come with it. */
  readBody(body: unknown): BodyValues {
    const { entityName, properties, writable = {}, navigations } = this.definition;
    const childNames = navigations?.().map(({ name }) => name) ?? [];
    return readBody(body, entityName, properties, writable, childNames);
  }

  private etagOf(row: Row): string | undefined {
    const { versionOf, idOf } = this.definition;
    return versionOf === undefined ? undefined : formatEtag(idOf(row), versionOf(row));
  }

  /** Made once per request and options: an expanded record is written as often as there are records around it. */
  private projection(context: RequestContext, options: QueryOptions): (row: Row) => JsonText {
    const known = this.projections.get(options);
    if (known?.context === context) {
      return known.write;
    }
    const write = compileProjection(this.definition, options, context, (row) => this.etagOf(row));
    this.projections.set(options, { context, write });
    return write;
  }

  private evaluated(path: readonly string[]) {
    const [name = ''] = path;
    const property = this.properties.get(name);
    if (property === undefined) {
      throw unknownProperty(name, this.definition.entityName);
    }
    if (path.length > 1) {
      throw notEmulated(`a filter or an order by ${path.join('/')}`);
    }
    if (property.calculated === true || property.filterOnly === true) {
      throw badRequest(`The property '${name}' cannot be used in the $filter or $orderby query option.`);
    }
    return asEvaluated(property);
  }

  private list(context: RequestContext, query: ListQuery): ListPage {
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
    const project = this.projection(context, options);
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
    const project = this.projection(context, options);
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
  private listRows(context: RequestContext, query: ListQuery, all: readonly Row[]): ListPage {
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
