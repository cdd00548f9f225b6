/** Two controls on one form may show two customers: ids carry the row's. */
export function invoicesPanelId(customerId: string): string {
  return `bci-invoices-${customerId}`;
}
