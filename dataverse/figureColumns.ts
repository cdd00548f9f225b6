import { figureNames, unavailableReasons, type FigureName, type UnavailableReason } from '../domain/customerStatistics';
import * as customer from './generated/bciCustomer';

/** The column of bci_customer that holds each figure. */
export const figureColumns: Readonly<Record<FigureName, string>> = {
  balance: customer.balance,
  outstandingOrders: customer.outstandingOrders,
  shippedNotInvoiced: customer.shippedNotInvoiced,
  outstandingInvoices: customer.outstandingInvoices,
  total: customer.total,
  creditLimit: customer.creditLimit,
  availableCredit: customer.availableCredit,
  overdueAmount: customer.overdueAmount,
  agedCurrentAmount: customer.agedCurrentAmount,
  agedPeriod1Amount: customer.agedPeriod1Amount,
  agedPeriod2Amount: customer.agedPeriod2Amount,
  agedPeriod3Amount: customer.agedPeriod3Amount,
  salesThisYear: customer.salesThisYear,
  salesLastYear: customer.salesLastYear,
};

export type Unavailable = Readonly<Partial<Record<FigureName, UnavailableReason>>>;

/** What bci_unavailable holds: a JSON object of column and reason; `null` when every figure is available. */
export function unavailableText(unavailable: Unavailable): string | null {
  const entries = figureNames
    .filter((name) => unavailable[name] !== undefined)
    .map((name) => [figureColumns[name], unavailable[name]]);
  return entries.length === 0 ? null : JSON.stringify(Object.fromEntries(entries));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Why figures are missing. A text that cannot be read gives no reasons rather than no figures:
 * the figures themselves stay true. A reason of a later version reads as `readFailed`.
 */
export function readUnavailable(text: string | null): Unavailable {
  const value = text === null ? null : parsed(text);
  if (typeof value !== 'object' || value === null) return {};
  const reasons = new Map<string, unknown>(Object.entries(value));
  const unavailable: Partial<Record<FigureName, UnavailableReason>> = {};
  for (const name of figureNames) {
    const reason = reasons.get(figureColumns[name]);
    if (reason !== undefined) unavailable[name] = unavailableReasons.find((known) => known === reason) ?? 'readFailed';
  }
  return unavailable;
}
