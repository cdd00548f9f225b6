import type { CustomerOverview, CustomerReader } from '../../dataverse/customerOverview';
import { freshnessOf } from '../../domain/freshness';
import { recordSession, type RecordSession, type RecordSessionPorts } from '../shared/recordSession';

export type CustomerSession = RecordSession<CustomerOverview>;

/** The customer that the form shows, from one record to the next. */
export function customerSession(
  customers: CustomerReader,
  ports: Omit<RecordSessionPorts<CustomerOverview>, 'read' | 'freshnessOf'>,
): CustomerSession {
  return recordSession({
    ...ports,
    read: (id) => customers.read(id),
    freshnessOf: ({ marks }, now) => freshnessOf(marks, now),
  });
}
