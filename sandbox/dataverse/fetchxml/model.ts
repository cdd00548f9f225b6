/** A FetchXML query, as far as the sandbox reads it. Names are logical names. */
export interface Fetch {
  readonly aggregate: boolean;
  readonly distinct: boolean;
  readonly top: number | undefined;
  readonly count: number | undefined;
  readonly page: number;
  readonly pagingCookie: string | undefined;
  readonly returnTotalRecordCount: boolean;
  readonly entity: FetchEntity;
}

export interface FetchEntity {
  readonly name: string;
  readonly attributes: readonly FetchAttribute[];
  readonly allAttributes: boolean;
  readonly filters: readonly FetchFilter[];
  readonly links: readonly FetchLink[];
  readonly orders: readonly FetchOrder[];
}

export type FetchAggregate = 'count' | 'countcolumn' | 'sum' | 'avg' | 'min' | 'max';
export type DateGrouping = 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface FetchAttribute {
  readonly name: string;
  readonly alias: string | undefined;
  readonly aggregate: FetchAggregate | undefined;
  readonly groupBy: boolean;
  readonly dateGrouping: DateGrouping | undefined;
  readonly distinct: boolean;
  /** Group by the user's days (the default) or by UTC's. */
  readonly userTimeZone: boolean;
}

export interface FetchFilter {
  readonly type: 'and' | 'or';
  readonly conditions: readonly FetchCondition[];
  readonly filters: readonly FetchFilter[];
}

export interface FetchCondition {
  readonly attribute: string;
  readonly operator: string;
  readonly values: readonly string[];
  /** Alias of the link-entity that the attribute belongs to; undefined for the element that holds the filter. */
  readonly entityName: string | undefined;
  /** Another column of the same row to compare with. */
  readonly valueOf: string | undefined;
}

export interface FetchLink extends FetchEntity {
  readonly from: string;
  readonly to: string;
  readonly linkType: 'inner' | 'outer' | 'exists' | 'in';
  /** Given, or made of the name and the link's number. */
  readonly alias: string;
}

export interface FetchOrder {
  readonly attribute: string | undefined;
  readonly alias: string | undefined;
  readonly descending: boolean;
  readonly entityName: string | undefined;
}
