/**
 * The syntax trees of OData 4.01 expressions, query options and resource paths, as far as Business Central and
 * Dataverse speak them. Source: OData Version 4.01, Part 2 (URL Conventions) and its ABNF.
 *
 * Every node carries `position`, the zero-based offset in the text it was read from.
 */

/** A number keeps its text, so that a decimal is not rounded on its way through the parser. */
export type Literal =
  | { readonly kind: 'literal'; readonly type: 'Null'; readonly value: null; readonly position: number }
  | { readonly kind: 'literal'; readonly type: 'Boolean'; readonly value: boolean; readonly position: number }
  | { readonly kind: 'literal'; readonly type: TextLiteralType; readonly value: string; readonly position: number }
  | EnumLiteral;

/** Literal types whose value is the literal's text (a String without its quotes, doubled quotes undone). */
export type TextLiteralType =
  'Integer' | 'Decimal' | 'String' | 'Guid' | 'Date' | 'DateTimeOffset' | 'TimeOfDay' | 'Duration';

/** `Microsoft.Dynamics.CRM.EntityFilters'Entity'` */
export interface EnumLiteral {
  readonly kind: 'literal';
  readonly type: 'Enum';
  readonly enumType: string;
  readonly value: string;
  readonly position: number;
}

/** `name`, `address/city`, `primarycontactid/fullname`, `lines/$count`; inside a lambda the first name may be its variable. */
export interface PropertyPath {
  readonly kind: 'property';
  readonly path: readonly string[];
  readonly position: number;
}

/** `@p1`, a value given elsewhere in the query string. */
export interface ParameterAlias {
  readonly kind: 'alias';
  readonly name: string;
  readonly position: number;
}

/** `['a','b']` as an argument of a function. */
export interface Collection {
  readonly kind: 'collection';
  readonly items: readonly Expression[];
  readonly position: number;
}

/** `{"@odata.id":"accounts(...)"}` as a parameter value. */
export interface JsonValue {
  readonly kind: 'json';
  readonly value: unknown;
  readonly position: number;
}

export type ComparisonOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'has';
export interface Comparison {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly position: number;
}

/** Two operands or more: `a or b or c` is one node, so that a long list of conditions stays flat. */
export interface Logical {
  readonly kind: 'logical';
  readonly operator: 'and' | 'or';
  readonly operands: readonly Expression[];
  readonly position: number;
}

export interface Not {
  readonly kind: 'not';
  readonly operand: Expression;
  readonly position: number;
}

export interface Negation {
  readonly kind: 'negation';
  readonly operand: Expression;
  readonly position: number;
}

export type ArithmeticOperator = 'add' | 'sub' | 'mul' | 'div' | 'divby' | 'mod';
export interface Arithmetic {
  readonly kind: 'arithmetic';
  readonly operator: ArithmeticOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly position: number;
}

/** `status in ('Open','Draft')` */
export interface Membership {
  readonly kind: 'in';
  readonly operand: Expression;
  readonly values: readonly Expression[];
  readonly position: number;
}

/** A built-in function with positional arguments: `contains(name,'a')`, `now()`. The parser accepts any name; the dialect decides. */
export interface FunctionCall {
  readonly kind: 'function';
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly position: number;
}

/** `Microsoft.Dynamics.CRM.In(PropertyName='x',PropertyValues=['a'])`: a name with a namespace and named parameters. */
export interface NamedFunctionCall {
  readonly kind: 'namedFunction';
  readonly name: string;
  readonly parameters: readonly NamedValue[];
  readonly position: number;
}

export interface NamedValue {
  readonly name: string;
  readonly value: Expression;
  readonly position: number;
}

/** `lines/any(l:l/quantity gt 5)`; `lines/any()` has neither variable nor predicate. */
export interface Lambda {
  readonly kind: 'lambda';
  readonly operator: 'any' | 'all';
  readonly collection: readonly string[];
  readonly variable: string | undefined;
  readonly predicate: Expression | undefined;
  readonly position: number;
}

export type Expression =
  | Literal
  | PropertyPath
  | ParameterAlias
  | Collection
  | JsonValue
  | Comparison
  | Logical
  | Not
  | Negation
  | Arithmetic
  | Membership
  | FunctionCall
  | NamedFunctionCall
  | Lambda;

/** `name desc`, `address/city` */
export interface OrderByItem {
  readonly expression: Expression;
  readonly direction: 'asc' | 'desc';
  readonly position: number;
}

/** `name`, `address/city`, `*` (path `['*']`) */
export interface SelectItem {
  readonly path: readonly string[];
  readonly position: number;
}

/** `lines($select=id;$expand=item)`, `lines/$ref`, `lines/$count`, `*` */
export interface ExpandItem {
  readonly path: readonly string[];
  readonly suffix: '$ref' | '$count' | undefined;
  readonly options: QueryOptions;
  readonly position: number;
}

export type AggregateMethod = 'sum' | 'min' | 'max' | 'average' | 'countdistinct';
/** `amount with sum as total`; `$count as number` has method `count` and no expression. */
export type Aggregate =
  | {
      readonly method: AggregateMethod;
      readonly expression: Expression;
      readonly as: string;
      readonly position: number;
    }
  | { readonly method: 'count'; readonly expression: undefined; readonly as: string; readonly position: number };

/** The transformations of `$apply`, separated by `/` in the text, in order. */
export type ApplyStep =
  | { readonly kind: 'filter'; readonly predicate: Expression; readonly position: number }
  | { readonly kind: 'aggregate'; readonly aggregates: readonly Aggregate[]; readonly position: number }
  | {
      readonly kind: 'groupby';
      readonly properties: readonly (readonly string[])[];
      /** What is done with each group: empty (distinct values) or the second argument of `groupby`. */
      readonly then: readonly ApplyStep[];
      readonly position: number;
    };

export interface QueryOptions {
  readonly select?: readonly SelectItem[];
  readonly filter?: Expression;
  readonly orderby?: readonly OrderByItem[];
  readonly expand?: readonly ExpandItem[];
  readonly top?: number;
  readonly skip?: number;
  readonly count?: boolean;
  readonly search?: string;
  readonly apply?: readonly ApplyStep[];
  readonly skiptoken?: string;
  readonly format?: string;
  /** Options whose name has neither `$` nor `@`: `fetchXml`, `savedQuery`, `userQuery`, … and unknown `$` options (with their `$`). */
  readonly custom: ReadonlyMap<string, string>;
  /** Values of parameter aliases, by name with `@`: `@p1` (read as an expression or as JSON). */
  readonly aliases: ReadonlyMap<string, Expression>;
}

/** What stands in the parentheses after a segment: nothing, one key, or named keys/parameters. */
export type SegmentArguments =
  | { readonly kind: 'empty' }
  | { readonly kind: 'single'; readonly value: Expression }
  | { readonly kind: 'named'; readonly values: readonly NamedValue[] };

/**
 * One segment of a resource path: `companies(…)`, `accounts(key='x',k2=1)`, `salesOrders`, `$ref`, `$count`, `$value`,
 * `Microsoft.NAV.post`, `WhoAmI()`. Whether a name is a set, a property or a function is the server's knowledge.
 */
export interface ResourceSegment {
  readonly name: string;
  readonly arguments: SegmentArguments | undefined;
  readonly position: number;
}

/** Bounds that keep hostile input from hanging the server. */
export interface SyntaxLimits {
  /** Characters of one option or path. */
  readonly length: number;
  /** Depth of parentheses, `not`, and nested expands. */
  readonly depth: number;
}

export const DEFAULT_SYNTAX_LIMITS: SyntaxLimits = { length: 65_536, depth: 64 };

/** The text is not OData. `position` is the zero-based offset of the first character that does not fit. */
export class ODataSyntaxError extends Error {
  override readonly name = 'ODataSyntaxError';

  constructor(
    readonly expected: string,
    readonly position: number,
    readonly text: string,
  ) {
    const found = position < text.length ? `'${text.slice(position, position + 20)}'` : 'the end of the text';
    super(`Syntax error at position ${position}: expected ${expected}, found ${found}.`);
  }
}
