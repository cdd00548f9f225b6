import type { QueryOptions } from '../../odata/syntax';
import type { Expression } from '../../odata/syntax';
import type { BodyValues, Writable } from './body';
import type { Condition } from './conditions';
import type { ApiProperty } from './properties';
import type { RequestContext } from './requestContext';

/** A record as it is written out: the text of a JSON object. */
export type JsonText = string;

/** Where the next page begins. */
export interface Continuation {
  /** The position of the last row, in natural order … */
  readonly after?: string;
  /** … or how many rows of the sorted list are done. */
  readonly offset?: number;
  /** What is left of `$top`. */
  readonly left?: number;
}

export interface ListQuery {
  readonly options: QueryOptions;
  readonly pageSize: number;
  readonly continuation: Continuation;
}

export interface ListPage {
  readonly values: readonly JsonText[];
  readonly count: number | undefined;
  readonly next: Continuation | undefined;
}

/** What a source may use to give fewer rows than all. */
export interface SourceQuery {
  readonly after: string | undefined;
  readonly filter: Expression | undefined;
  /** Conditions on the set's parameters. */
  readonly parameters: readonly Condition[];
}

export interface PositionedRow<Row> {
  readonly position: string;
  readonly row: Row;
}

/** The rows of an entity set in its natural order. */
export interface RowSource<Row> {
  rows(context: RequestContext, query: SourceQuery): Iterable<PositionedRow<Row>>;
  at(context: RequestContext, position: string, query: SourceQuery): Row | undefined;
  find(context: RequestContext, id: string): Row | undefined;
  /** The number of rows when it is known without counting. */
  count?(context: RequestContext): number;
  /** Properties by which the natural order ascends. */
  ascending?(context: RequestContext): readonly string[];
}

/** A record with what can be done to it; it knows its entity type, the router does not. */
export interface BoundRow {
  readonly setName: string;
  readonly entityName: string;
  readonly etag: string | undefined;
  json(options: QueryOptions): JsonText;
  /** The value of one property; undefined when there is no such property. */
  property(name: string): { readonly value: unknown } | undefined;
  /** The records behind a navigation property; undefined when there is none of that name. */
  navigate(name: string): BoundRows | undefined;
  /** Undefined when the entity offers no such thing. */
  readonly update: ((body: unknown) => BoundRow) | undefined;
  readonly remove: (() => void) | undefined;
  action(name: string): (() => void) | undefined;
}

/** An entity set or the records behind a navigation property. */
export interface BoundRows {
  readonly setName: string;
  readonly entityName: string;
  /** False: at most one record, addressed without a key. */
  readonly many: boolean;
  /** False: the rows of a query, which cannot be addressed one by one. */
  readonly hasKey: boolean;
  list(query: ListQuery): ListPage;
  find(id: string): BoundRow | undefined;
  single(): BoundRow | undefined;
  readonly create: ((body: unknown) => BoundRow) | undefined;
}

export interface Navigation<Row> {
  readonly name: string;
  readonly open: (row: Row, context: RequestContext) => BoundRows;
}

export interface EntityDefinition<Row> {
  readonly setName: string;
  readonly entityName: string;
  readonly properties: readonly ApiProperty<Row>[];
  readonly source: RowSource<Row>;
  /** False for queries, whose rows have no key. */
  readonly hasKey?: boolean;
  /** The record's own key. */
  readonly idOf: (row: Row) => string;
  /** Changes with the record; undefined = the entity has no ETag (queries). */
  readonly versionOf?: (row: Row) => number | string;
  /** A function because entities refer to each other. */
  readonly navigations?: () => readonly Navigation<Row>[];
  /** Properties whose conditions are parameters and not filters. */
  readonly parameters?: readonly string[];
  /** Throws when this request may not read the set as it asks. */
  readonly checkRead?: (context: RequestContext, filter: Expression | undefined) => void;
  /** Properties that POST and PATCH take, besides those that are read-only. */
  readonly writable?: Writable;
  readonly create?: (context: RequestContext, body: BodyValues) => Row;
  readonly update?: (context: RequestContext, row: Row, body: BodyValues) => Row;
  readonly remove?: (context: RequestContext, row: Row) => void;
  readonly actions?: Readonly<Record<string, (context: RequestContext, row: Row) => void>>;
}
