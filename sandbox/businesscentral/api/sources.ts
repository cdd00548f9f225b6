import type { Expression } from '../../odata/syntax';
import type { Account } from '../model/account';
import type { Company } from '../model/company';
import { amountsOfDocument } from '../model/documents';
import type { SalesDocument, SalesLine } from '../model/documents';
import { findDocument } from '../posting/places';
import { dialogError } from './apiError';
import { requiredValues } from './conditions';
import type { PositionedRow, RowSource, SourceQuery } from './entity';
import type { RequestContext } from './requestContext';

/** A customer with the company it is in. */
export interface AccountRow {
  readonly company: Company;
  readonly account: Account;
}

/** A sales document with its account. */
export interface DocumentRow extends AccountRow {
  readonly document: SalesDocument;
}

/** A line with its document. */
export interface LineRow extends DocumentRow {
  readonly line: SalesLine;
}

/** A few rows that belong to the company and are in memory. */
export function listSource<Row>(
  list: (company: Company) => readonly Row[],
  idOf: (row: Row) => string,
): RowSource<Row> {
  return {
    *rows({ company }, { after }) {
      for (const [index, row] of list(company).entries()) {
        if (after === undefined || index > Number(after)) {
          yield { position: String(index), row };
        }
      }
    },
    at: ({ company }, position) => list(company)[Number(position)],
    find: ({ company }, id) => list(company).find((row) => idOf(row) === id),
    count: ({ company }) => list(company).length,
  };
}

/** Indexes of the accounts to look at, ascending: all, or those that the filter can be about. */
function* accountIndexes(company: Company, filter: Expression | undefined, keys: AccountKeys, from: number) {
  const candidates = candidateIndexes(company, filter, keys);
  if (candidates === undefined) {
    for (let index = from; index < company.accounts.end; index += 1) {
      yield index;
    }
    return;
  }
  yield* [...new Set(candidates)].filter((index) => index >= from).sort((left, right) => left - right);
}

/** Properties by which the account of a row can be found without looking at every row. */
interface AccountKeys {
  readonly customerIds: readonly string[];
  readonly customerNumbers: readonly string[];
  readonly documentIds: readonly string[];
}

function candidateIndexes(
  { accounts }: Company,
  filter: Expression | undefined,
  keys: AccountKeys,
): readonly number[] | undefined {
  const lookups: readonly (readonly [readonly string[], (value: string) => number | undefined])[] = [
    [keys.customerIds, (value) => accounts.indexOfCustomer(value)],
    [keys.customerNumbers, (value) => accounts.indexOfNumber(value)],
    [keys.documentIds, (value) => accounts.indexOfDocument(value)],
  ];
  for (const [properties, indexOf] of lookups) {
    for (const property of properties) {
      const values = requiredValues(filter, property);
      if (values !== undefined) {
        return values.flatMap((value) => withPayer(accounts, indexOf(value)));
      }
    }
  }
  return undefined;
}

/** Documents lie in the account of who pays, which is not always the customer they were sold to. */
function withPayer(accounts: Company['accounts'], index: number | undefined): readonly number[] {
  if (index === undefined) {
    return [];
  }
  const payer = accounts.at(index)?.customer.billToCustomerNumber ?? '';
  const payerIndex = payer === '' ? undefined : accounts.indexOfNumber(payer);
  return payerIndex === undefined ? [index] : [index, payerIndex];
}

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

/** The lines of one document, as a filter by its id or by a line's id names it. Source: the API's line pages. */
export function lineSource(kind: 'orders' | 'invoices'): RowSource<LineRow> {
  const rowsOf = (context: RequestContext, filter: Expression | undefined): readonly LineRow[] => {
    const lineIds = requiredValues(filter, 'id');
    const documentIds = requiredValues(filter, 'documentId');
    const ids = documentIds ?? lineIds;
    if (ids === undefined) {
      throw dialogError('You must specify an Id or a Document Id to get the lines.');
    }
    for (const id of ids) {
      const lines = linesAt(context, kind, id);
      // Like the page, which loads the lines of the first document only.
      if (lines.length > 0) {
        return lines;
      }
    }
    return [];
  };
  return {
    *rows(context, { after, filter }) {
      for (const [index, row] of rowsOf(context, filter).entries()) {
        if (after === undefined || index > Number(after)) {
          yield { position: String(index), row };
        }
      }
    },
    at: (context, position, { filter }) => rowsOf(context, filter)[Number(position)],
    find: (context, id) => linesAt(context, kind, id).find(({ line }) => line.id === id),
  };
}

/** The lines of the document that has this id or that has a line with this id. */
function linesAt({ company }: RequestContext, kind: 'orders' | 'invoices', id: string): readonly LineRow[] {
  const index = company.accounts.indexOfDocument(id);
  const account = index === undefined ? undefined : company.accounts.at(index);
  const document = account?.[kind].find((one) => one.id === id || one.lines.some((line) => line.id === id));
  return account === undefined || document === undefined ? [] : linesOf({ company, account, document });
}

export function linesOf(row: DocumentRow): readonly LineRow[] {
  return row.document.lines.map((line) => ({ ...row, line }));
}

/** The document's sums in its currency. */
export function documentAmounts({ company, document }: DocumentRow) {
  return amountsOfDocument(document, company.precisionOf(document.currencyCode));
}
