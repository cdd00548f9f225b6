import type { z } from 'zod';
import { salesInvoiceState } from '../../domain/salesInvoiceState';
import type { Page, Pages, PostedInvoiceRecord } from '../sync/ports';
import type { postedInvoiceFields } from './entitySchemas';

/** What is known to be posted; see `salesInvoiceState` for the one kind that cannot be told from it. */
export function postedInvoices({
  id,
  number,
  billToCustomerId,
  status,
  postingDate,
  remainingAmount,
}: z.output<typeof postedInvoiceFields>): readonly PostedInvoiceRecord[] {
  const unposted = salesInvoiceState(status, remainingAmount) === 'unposted';
  return unposted || postingDate === null ? [] : [{ systemId: id, number, billToCustomerId, postingDate }];
}

/** The first record alone, and what was refused on the way to it. */
export async function* firstRecord<T>(pages: Pages<T>): AsyncGenerator<Page<T>> {
  for await (const page of pages) {
    yield { records: page.records.slice(0, 1), refused: page.refused };
    if (page.records.length > 0) return;
  }
}
