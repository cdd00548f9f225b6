import Big from 'big.js';
import { roundHalfAwayFromZero, type DecimalInput } from './decimal';

/** What the amounts of an open sales line are made of; quantities in the line's unit. */
export interface SalesLineQuantities {
  readonly quantity: DecimalInput;
  readonly shippedQuantity: DecimalInput;
  readonly invoicedQuantity: DecimalInput;
  /** "Amount Including VAT": after line and invoice discount, in the document's currency. */
  readonly netAmountIncludingTax: DecimalInput;
}

export interface OpenLineAmounts {
  /** Still to be shipped. */
  readonly outstanding: Big;
  readonly shippedNotInvoiced: Big;
}

/**
 * Both amounts in the document's currency.
 * Source: Business Central, Sales Line.InitOutstandingAmount: Amount Including VAT × open quantity ÷ Quantity,
 * rounded to the currency's precision; 0 for a line without quantity.
 * @param decimals decimal places of the document currency's amount rounding precision
 */
export function openLineAmounts(line: SalesLineQuantities, decimals: number): OpenLineAmounts {
  const quantity = new Big(line.quantity);
  if (quantity.eq(0)) return { outstanding: new Big(0), shippedNotInvoiced: new Big(0) };
  const share = (part: Big): Big =>
    roundHalfAwayFromZero(new Big(line.netAmountIncludingTax).times(part).div(quantity), decimals);
  return {
    outstanding: share(quantity.minus(line.shippedQuantity)),
    shippedNotInvoiced: share(new Big(line.shippedQuantity).minus(line.invoicedQuantity)),
  };
}
