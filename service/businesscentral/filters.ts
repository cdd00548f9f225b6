import type { DateRange } from '../../domain/fiscalYear';
import type { PostedInvoiceFilter } from '../sync/ports';

/**
 * Filters as Business Central accepts them: `or` only within one property, values bare but for texts.
 * Source: Business Central, "Using filter expressions in OData URIs".
 */

/** Joins what is given with `and`. */
export function allOf(...conditions: readonly (string | undefined)[]): string | undefined {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length === 0 ? undefined : given.join(' and ');
}

export function equalsId(property: string, id: string | undefined): string | undefined {
  return id === undefined ? undefined : `${property} eq ${id}`;
}

/** A text inside a filter. */
export function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The query's date filter, both days included. */
export function inSalesPeriod(range: DateRange): string {
  return `dateFilter_FilterOnly ge ${range.from} and dateFilter_FilterOnly le ${range.to}`;
}

/**
 * Draft, In Review and Open, told by what they are not: a name with a blank is written in two ways on the wire,
 * and only one of them may be understood.
 */
export const NOT_SETTLED = "status ne 'Paid' and status ne 'Canceled' and status ne 'Corrective'";

/** Posted invoices are Open, Paid, Canceled or Corrective; an Open one can be released and not yet posted. */
export const POSTED = "(status eq 'Open' or status eq 'Paid' or status eq 'Canceled' or status eq 'Corrective')";

export function postedSince(filter: PostedInvoiceFilter): string {
  return 'modifiedSince' in filter
    ? `lastModifiedDateTime ge ${filter.modifiedSince}`
    : `postingDate ge ${filter.postedFrom}`;
}
