import type { Expression, NamedFunctionCall } from './syntax';

/**
 * A scalar as JSON carries it. Dates and times are ISO 8601 text, GUIDs lower-case text, an enum its member's name.
 */
export type Value = null | boolean | number | string;

export type PropertyType =
  'Boolean' | 'Integer' | 'Decimal' | 'String' | 'Guid' | 'Date' | 'DateTimeOffset' | 'TimeOfDay' | 'Duration' | 'Enum';

/** The type of an expression; `Null` is the type of the literal `null`. */
export type ExpressionType = PropertyType | 'Null';

/** How one scalar property is read from a row. */
export interface Property<Row> {
  readonly type: PropertyType;
  read(row: Row): Value;
}

/** A property that holds rows of another type, for lambdas. */
export interface CollectionProperty<Row> {
  readonly scope: Scope<unknown>;
  read(row: Row): Iterable<unknown>;
}

/**
 * The names that an expression may use. Undefined = there is no such property; a scope may also throw an error of
 * its own, which reaches the caller as it is (for example when a property exists but cannot be filtered by).
 */
export interface Scope<Row> {
  property(path: readonly string[], position: number): Property<Row> | undefined;
  collection?(path: readonly string[], position: number): CollectionProperty<Row> | undefined;
}

/** A built-in function of the language; arguments arrive without nulls (a null argument makes the result null). */
export interface FunctionDefinition {
  readonly parameters: readonly (readonly ExpressionType[])[];
  /** How many of the parameters must be there; all of them when left out. */
  readonly required?: number;
  readonly result: PropertyType;
  evaluate(values: readonly Value[], dialect: Dialect): Value;
}

/** What differs between servers. */
export interface Dialect {
  readonly functions: ReadonlyMap<string, FunctionDefinition>;
  /** What `eq`, `in`, `contains` … compare: `A` and `a` are equal when they fold to the same text. */
  fold(text: string): string;
  /** Order of two texts, for `gt` … and `$orderby`. */
  compareText(left: string, right: string): number;
  /** The present instant as ISO 8601 text, for `now()`. */
  now(): string;
  /** Type pairs that may be compared besides the standard's, given without regard to order. */
  comparable?(left: ExpressionType, right: ExpressionType): boolean;
  /** The stored form of an enum member as it is written in a literal. */
  enumMember?(text: string): string;
  /** The meaning of a function with a namespace; undefined = not known. */
  namedFunction?<Row>(
    call: NamedFunctionCall,
    scope: Scope<Row>,
    aliases: ReadonlyMap<string, Expression>,
  ): ((row: Row) => Value) | undefined;
  /** `ignore`: a lambda is true for every row (Business Central). */
  readonly lambda: 'evaluate' | 'ignore';
}

export type SemanticErrorReason = 'unknownProperty' | 'unknownFunction' | 'typeMismatch' | 'unsupported';

/** The expression is well formed and yet means nothing here. `subject` is the name or the types that do not fit. */
export class ODataSemanticError extends Error {
  override readonly name = 'ODataSemanticError';

  constructor(
    readonly reason: SemanticErrorReason,
    readonly subject: string,
    readonly position: number,
    message: string,
  ) {
    super(message);
  }
}
