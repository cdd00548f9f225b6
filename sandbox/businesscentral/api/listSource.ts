import type { Company } from '../model/company';
import type { RowSource } from './entity';

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
