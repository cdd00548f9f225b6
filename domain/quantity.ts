/**
 * A quantity of an item in whole hundred-thousandths of its unit: Business Central keeps five decimal places
 * (table 5404, "Quantity Rounding Precision"), so sums are exact. Negative when more is promised than there is.
 */
export type Quantity = number & { readonly __quantity: unique symbol };
