/** Share of the credit limit that is used, 0.83 for 83 %; above 1 when exceeded; `null` when there is no limit. */
export function creditUsedShare(creditLimit: number, total: number): number | null {
  if (creditLimit === 0) return null;
  return Math.max(0, total / creditLimit);
}

/** True when the customer owes and has ordered more than the limit allows. */
export function isOverCreditLimit(creditLimit: number, total: number): boolean {
  return creditLimit > 0 && total > creditLimit;
}
