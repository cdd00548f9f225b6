import type { MarkKind } from '../manifestNames';
import type { LineRow } from '../lineRow';

export const sortColumns = ['mark', 'product', 'quantity', 'requested', 'location', 'available'] as const;
export type SortColumn = (typeof sortColumns)[number];

/** `null`: the order of the quote. */
export type Sorting = { readonly column: SortColumn; readonly isDescending: boolean } | null;

/** What needs attention first. */
const severity: Readonly<Record<MarkKind, number>> = {
  short: 0,
  later: 1,
  totalOnly: 2,
  unknownUnit: 3,
  unknown: 4,
  notCoupled: 5,
  pending: 6,
  writeIn: 7,
  notStocked: 8,
  enough: 9,
};

type Key = number | string | null;

function keyOf({ line, shipment, locationName, overview, answer }: LineRow, column: SortColumn): Key {
  switch (column) {
    case 'mark':
      return severity[answer.kind];
    case 'product':
      return line.productName;
    case 'quantity':
      return line.quantity;
    case 'requested':
      return shipment.date;
    case 'location':
      return overview && locationName;
    case 'available':
      return 'available' in answer ? answer.available : null;
  }
}

/** Ascending, then descending, then the order of the quote again. */
export function nextSorting(sorting: Sorting, column: SortColumn): Sorting {
  if (sorting?.column !== column) return { column, isDescending: false };
  return sorting.isDescending ? null : { column, isDescending: true };
}

/** Rows as the view shows them. Nothing is allocated anew: a sorted row keeps its answer. Empty ones stay last. */
export function sortedRows(rows: readonly LineRow[], sorting: Sorting, languageTag: string): readonly LineRow[] {
  if (sorting === null) return rows;
  const { compare } = new Intl.Collator(languageTag, { numeric: true });
  const direction = sorting.isDescending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: keyOf(row, sorting.column) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      const isNumber = typeof a.key === 'number' && typeof b.key === 'number';
      return direction * (isNumber ? Number(a.key) - Number(b.key) : compare(String(a.key), String(b.key)));
    })
    .map(({ row }) => row);
}
