import type { Expression } from '../../odata/syntax';
import { dialogError } from './apiError';
import { requiredValues } from './conditions';
import type { RowSource } from './entity';
import type { RequestContext } from './requestContext';
import type { DocumentRow, LineRow } from './rows';

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

/** The lines of a document, each with its document. */
export function linesOf(row: DocumentRow): readonly LineRow[] {
  return row.document.lines.map((line) => ({ ...row, line }));
}
