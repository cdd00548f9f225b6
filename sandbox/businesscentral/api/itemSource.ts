import type { Company } from '../model/company';
import type { ItemRecord } from '../model/items';
import type { PositionedRow, RowSource } from './entity';
import { itemIndexes } from './itemSearch';
import type { RequestContext } from './requestContext';
import type { ItemRow } from './rows';

/** An item's rows in their order. */
export type RowsOfItem<Row> = (company: Company, record: ItemRecord) => readonly Row[];

/** Rows that belong to items, item by item; filters on the item number choose the items. */
export function rowsOfItems<Row>(
  numberProperty: string,
  rowsOf: RowsOfItem<Row>,
  find: (company: Company, id: string) => Row | undefined = () => undefined,
): RowSource<Row> {
  return {
    *rows({ company }, { after, filter }): Iterable<PositionedRow<Row>> {
      const [fromIndex = 0, lastOrdinal = -1] = after === undefined ? [] : after.split('.').map(Number);
      for (const index of itemIndexes(company, filter, numberProperty, fromIndex)) {
        const record = company.items.at(index);
        const rows = record === undefined ? [] : rowsOf(company, record);
        const first = index === fromIndex ? lastOrdinal + 1 : 0;
        for (const [place, row] of rows.slice(first).entries()) {
          yield { position: `${index}.${first + place}`, row };
        }
      }
    },
    at: ({ company }, position) => {
      const [index = 0, ordinal = 0] = position.split('.').map(Number);
      const record = company.items.at(index);
      return record === undefined ? undefined : rowsOf(company, record)[ordinal];
    },
    find: ({ company }, id) => find(company, id),
    ascending: ({ company }) => (company.items.numbersAscend ? [numberProperty] : []),
  };
}

/** One row per item. */
export function itemSource(numberProperty: string): RowSource<ItemRow> {
  const source = rowsOfItems<ItemRow>(
    numberProperty,
    (company, record) => [{ company, record }],
    (company, id) => itemRowAt(company, company.items.indexOfItem(id)),
  );
  return { ...source, count: ({ company }: RequestContext) => company.items.count };
}

function itemRowAt(company: Company, index: number | undefined): ItemRow | undefined {
  const record = index === undefined ? undefined : company.items.at(index);
  return record === undefined ? undefined : { company, record };
}
