import { accountIndexes } from './accountSearch';
import type { AccountKeys } from './accountSearch';
import type { PositionedRow, RowSource, SourceQuery } from './entity';
import type { RequestContext } from './requestContext';
import type { AccountRow } from './rows';

const CUSTOMER_KEYS: AccountKeys = { customerIds: ['id', 'customerId'], customerNumbers: [], documentIds: [] };

/** One row per customer. */
export function accountSource<Row>(
  make: (row: AccountRow, query: SourceQuery) => Row,
  order: { readonly number: string; readonly id: string },
): RowSource<Row> {
  const rowAt = ({ company }: RequestContext, index: number, query: SourceQuery): Row | undefined => {
    const account = company.accounts.at(index);
    return account === undefined ? undefined : make({ company, account }, query);
  };
  return {
    *rows(context, query): Iterable<PositionedRow<Row>> {
      const from = query.after === undefined ? 0 : Number(query.after) + 1;
      for (const index of accountIndexes(context.company, query.filter, CUSTOMER_KEYS, from)) {
        const row = rowAt(context, index, query);
        if (row !== undefined) {
          yield { position: String(index), row };
        }
      }
    },
    at: (context, position, query) => rowAt(context, Number(position), query),
    find: (context, id) => {
      const index = context.company.accounts.indexOfCustomer(id);
      return index === undefined
        ? undefined
        : rowAt(context, index, { after: undefined, filter: undefined, parameters: [] });
    },
    count: ({ company }) => company.accounts.count,
    ascending: ({ company: { accounts } }) => [
      ...(accounts.numbersAscend ? [order.number] : []),
      ...(accounts.idsAscend ? [order.id] : []),
    ],
  };
}
