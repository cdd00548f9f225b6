import type { Scope } from '../../odata/evaluation';
import type { QueryOptions } from '../../odata/syntax';
import { badRequest, notEmulated, unknownProperty } from './apiError';
import { readBody } from './body';
import type { BodyValues } from './body';
import type { BoundRow, BoundRows, EntityDefinition, JsonText } from './entity';
import { EntityList } from './entityList';
import { formatEtag } from './etag';
import { compileProjection } from './projection';
import { asEvaluated } from './properties';
import type { ApiProperty } from './properties';
import type { RequestContext } from './requestContext';

/** An entity type with its set: what is listed, read and written is the same wherever it is reached from. */
export class EntitySet<Row> {
  private readonly properties: ReadonlyMap<string, ApiProperty<Row>>;
  private readonly lists: EntityList<Row>;
  private readonly projections = new WeakMap<
    QueryOptions,
    { readonly context: RequestContext; readonly write: (row: Row) => JsonText }
  >();

  constructor(readonly definition: EntityDefinition<Row>) {
    this.properties = new Map(definition.properties.map((property) => [property.name, property]));
    const scope: Scope<Row> = { property: (path) => this.evaluated(path) };
    this.lists = new EntityList(definition, scope, (context, options) => this.projection(context, options));
  }

  /** The whole set. */
  bind(context: RequestContext): BoundRows {
    const { definition } = this;
    return {
      setName: definition.setName,
      entityName: definition.entityName,
      many: true,
      hasKey: definition.hasKey !== false,
      list: (query) => this.lists.list(context, query),
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
      hasKey: definition.hasKey !== false,
      list: (query) => this.lists.listRows(context, query, rows()),
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
      hasKey: true,
      list: (query) => this.lists.listRows(context, query, row === undefined ? [] : [row]),
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
}
