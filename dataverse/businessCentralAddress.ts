import type { Company } from './customerOverview';

/** Pages of Business Central's base application. Source: BCApps, Customer Card, Item Card, Posted Sales Invoice. */
const CUSTOMER_CARD = 21;
const ITEM_CARD = 30;
const POSTED_SALES_INVOICE = 132;

/** In a filter these are operators, and no documented way quotes them. */
const FILTER_OPERATORS = /[|&*?@<>=()'"%]|\.\./;

/** encodeURIComponent leaves the apostrophe alone, which delimits the filter's values. */
const encode = (text: string): string => encodeURIComponent(text).replace(/'/g, '%27');

function pageAddress(company: Company, page: number, number: string): string | null {
  const base = company.webClientUrl?.replace(/\/+$/, '') ?? '';
  // Whoever may write the connection row must not be able to place a script behind a link.
  if (!/^https?:\/\/[^/]/i.test(base) || FILTER_OPERATORS.test(number)) return null;
  return `${base}/?company=${encode(company.name)}&page=${page}&filter=${encode(`'No.' IS '${number}'`)}`;
}

/**
 * Address of the customer's card in Business Central's web client; `null` when the company's address is not known or
 * the number holds a character that a filter would read as an operator.
 * Source: Business Central, "Web client URL": `company`, `page`, `filter='<field>' IS '<value>'`.
 */
export function customerCardAddress(company: Company, number: string): string | null {
  return pageAddress(company, CUSTOMER_CARD, number);
}

/** Address of an item's card; `null` as for the customer card. */
export function itemCardAddress(company: Company, number: string): string | null {
  return pageAddress(company, ITEM_CARD, number);
}

/** Address of a posted sales invoice; `null` as for the customer card. */
export function postedInvoiceAddress(company: Company, number: string): string | null {
  return pageAddress(company, POSTED_SALES_INVOICE, number);
}
