import { availableCredit } from './credit';
import { figureNames, type FigureName, type Figures, type UnavailableReason } from './customerStatistics';
import { sum, toStoredNumber, type DecimalInput } from './decimal';

/** The largest amount that the tables hold, either side of zero. */
export const LARGEST_AMOUNT = 100_000_000_000;

/** What a source gave for a figure: the exact amount, or why there is none. */
export type FigureSource = { readonly amount: DecimalInput } | { readonly reason: UnavailableReason };

/** The figures that sources give; the others are made of them. */
export type SourceFigureName = Exclude<FigureName, 'total' | 'availableCredit'>;

export type FigureSources = Readonly<Record<SourceFigureName, FigureSource>>;

interface Outcome {
  readonly value: number | null;
  readonly reason: UnavailableReason | null;
}

function outcomeOf(source: FigureSource): Outcome {
  if ('reason' in source) return { value: null, reason: source.reason };
  const value = toStoredNumber(source.amount);
  return Math.abs(value) > LARGEST_AMOUNT ? { value: null, reason: 'outOfRange' } : { value, reason: null };
}

/**
 * What the customer owes for completed sales plus ongoing sales. Business Central also subtracts invoiced prepayments
 * and drafts that invoice shipped orders; its API tells neither, so this is computed without them.
 * Source: Business Central, Customer.GetTotalAmountLCY.
 */
function totalOf(parts: readonly Outcome[]): Outcome {
  const values = parts.map((part) => part.value).filter((value) => value !== null);
  if (values.length < parts.length) return { value: null, reason: 'partMissing' };
  return outcomeOf({ amount: sum(values) });
}

/** No limit is a known answer: then there is neither a value nor a reason. */
function availableCreditOf(creditLimit: Outcome, total: Outcome): Outcome {
  if (creditLimit.value === 0) return { value: null, reason: null };
  if (creditLimit.value === null || total.value === null) return { value: null, reason: 'partMissing' };
  const left = availableCredit(creditLimit.value, total.value);
  return left === null ? { value: null, reason: null } : outcomeOf({ amount: left });
}

/** Every figure of one customer, each with its value or with the reason why there is none. */
export function figuresOf(sources: FigureSources): Figures {
  const balance = outcomeOf(sources.balance);
  const outstandingOrders = outcomeOf(sources.outstandingOrders);
  const shippedNotInvoiced = outcomeOf(sources.shippedNotInvoiced);
  const outstandingInvoices = outcomeOf(sources.outstandingInvoices);
  const creditLimit = outcomeOf(sources.creditLimit);
  const total = totalOf([balance, outstandingOrders, shippedNotInvoiced, outstandingInvoices]);
  const outcomes: Record<FigureName, Outcome> = {
    balance,
    outstandingOrders,
    shippedNotInvoiced,
    outstandingInvoices,
    total,
    creditLimit,
    availableCredit: availableCreditOf(creditLimit, total),
    overdueAmount: outcomeOf(sources.overdueAmount),
    agedCurrentAmount: outcomeOf(sources.agedCurrentAmount),
    agedPeriod1Amount: outcomeOf(sources.agedPeriod1Amount),
    agedPeriod2Amount: outcomeOf(sources.agedPeriod2Amount),
    agedPeriod3Amount: outcomeOf(sources.agedPeriod3Amount),
    salesThisYear: outcomeOf(sources.salesThisYear),
    salesLastYear: outcomeOf(sources.salesLastYear),
  };
  const unavailable: Partial<Record<FigureName, UnavailableReason>> = {};
  for (const name of figureNames) {
    const reason = outcomes[name].reason;
    if (reason !== null) unavailable[name] = reason;
  }
  return {
    balance: outcomes.balance.value,
    outstandingOrders: outcomes.outstandingOrders.value,
    shippedNotInvoiced: outcomes.shippedNotInvoiced.value,
    outstandingInvoices: outcomes.outstandingInvoices.value,
    total: outcomes.total.value,
    creditLimit: outcomes.creditLimit.value,
    availableCredit: outcomes.availableCredit.value,
    overdueAmount: outcomes.overdueAmount.value,
    agedCurrentAmount: outcomes.agedCurrentAmount.value,
    agedPeriod1Amount: outcomes.agedPeriod1Amount.value,
    agedPeriod2Amount: outcomes.agedPeriod2Amount.value,
    agedPeriod3Amount: outcomes.agedPeriod3Amount.value,
    salesThisYear: outcomes.salesThisYear.value,
    salesLastYear: outcomes.salesLastYear.value,
    unavailable,
  };
}
