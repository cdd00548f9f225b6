import { createHash } from 'node:crypto';
import type { ItemSnapshot } from './itemStore';
import type { CustomerSnapshot, OpenInvoiceSnapshot } from './snapshotStore';

/**
 * What a row says, in 48 bits. Only ever compared with the fingerprint of the same record:
 * that a change goes unseen has a chance of 1 in 2.8·10¹⁴.
 */
function fingerprintOf(parts: readonly unknown[]): number {
  return createHash('sha1').update(JSON.stringify(parts)).digest().readUIntBE(0, 6);
}

/**
 * Leaves out what changes although nothing did: when the row was read and the days for which it holds. Their age
 * follows from the connection's last comparison. That there is a day at all, counts.
 */
export function fingerprintOfCustomer({ salespersonId, statistics, stale }: CustomerSnapshot): number {
  const { figures, overdueOn, agedOn, ...rest } = statistics;
  const { unavailable, ...amounts } = figures;
  return fingerprintOf([
    salespersonId,
    stale,
    overdueOn === null,
    agedOn === null,
    sortedEntries(rest),
    sortedEntries(amounts),
    sortedEntries(unavailable),
  ]);
}

export function fingerprintOfOpenInvoice({ customerId, invoice }: OpenInvoiceSnapshot): number {
  return fingerprintOf([customerId, sortedEntries(invoice)]);
}

/** Leaves out when the row was read: its age follows from the connection's last comparison. */
export function fingerprintOfItem({ item, inventory, availability, reason, stale }: ItemSnapshot): number {
  return fingerprintOf([sortedEntries(item), inventory, availability, reason, stale]);
}

function sortedEntries(value: object): readonly unknown[] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
