import type { SalesDocument } from '../model/documents';
import { findDocument } from '../posting/places';
import { accountIndexes } from './accountSearch';
import type { AccountKeys } from './accountSearch';
import type { PositionedRow, RowSource } from './entity';
import type { RequestContext } from './requestContext';
import type { DocumentRow } from './rows';

const DOCUMENT_KEYS: AccountKeys = {
  customerIds: ['customerId', 'billToCustomerId'],
  customerNumbers: ['customerNumber', 'billToCustomerNumber'],
  documentIds: ['id'],
};

/** The orders or the invoices of all accounts. */
export function documentSource(
  kind: 'orders' | 'invoices',
  visible: (document: SalesDocument, context: RequestContext) => boolean,
): RowSource<DocumentRow> {
  const rowAt = (context: RequestContext, index: number, ordinal: number): DocumentRow | undefined => {
    const account = context.company.accounts.at(index);
    const document = account?.[kind][ordinal];
    return account === undefined || document === undefined || !visible(document, context)
      ? undefined
      : { company: context.company, account, document };
  };
  return {
    *rows(context, { after, filter }): Iterable<PositionedRow<DocumentRow>> {
      const [fromIndex = 0, lastOrdinal = -1] = after === undefined ? [] : after.split('.').map(Number);
      for (const index of accountIndexes(context.company, filter, DOCUMENT_KEYS, fromIndex)) {
        const count = context.company.accounts.at(index)?.[kind].length ?? 0;
        for (let ordinal = index === fromIndex ? lastOrdinal + 1 : 0; ordinal < count; ordinal += 1) {
          const row = rowAt(context, index, ordinal);
          if (row !== undefined) {
            yield { position: `${index}.${ordinal}`, row };
          }
        }
      }
    },
    at: (context, position) => {
      const [index = 0, ordinal = 0] = position.split('.').map(Number);
      return rowAt(context, index, ordinal);
    },
    find: (context, id) => {
      const place = findDocument(context.company, id);
      const fits =
        place !== undefined && place.account[kind].includes(place.document) && visible(place.document, context);
      return fits ? { company: context.company, account: place.account, document: place.document } : undefined;
    },
  };
}
