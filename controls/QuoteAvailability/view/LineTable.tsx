import * as React from 'react';
import type { TextKey } from '../manifestNames';
import type { LineRow } from '../lineRow';
import { Line } from './Line';
import { nextSorting, sortColumns, sortedRows, type SortColumn, type Sorting } from './lineOrder';
import type { Presentation } from './presentation';

interface LineTableProps {
  /** In the order of the quote. */
  readonly rows: readonly LineRow[];
  readonly onOpen: (id: string) => void;
  readonly presentation: Presentation;
}

interface HeadingProps {
  readonly column: SortColumn;
  readonly sorting: Sorting;
  readonly onSort: (column: SortColumn) => void;
  readonly presentation: Presentation;
}

const headings: Readonly<Record<SortColumn, TextKey>> = {
  mark: 'Column_Mark',
  product: 'Column_Product',
  quantity: 'Column_Quantity',
  requested: 'Column_Requested',
  location: 'Location',
  available: 'Column_AvailableThen',
};

function Heading({ column, sorting, onSort, presentation }: HeadingProps): React.ReactElement {
  const isSorted = sorting?.column === column;
  const direction = sorting?.isDescending ? 'descending' : 'ascending';
  const isAmount = column === 'quantity' || column === 'available';
  return (
    <th scope="col" className={isAmount ? 'bci-amount' : undefined} aria-sort={isSorted ? direction : undefined}>
      <button
        type="button"
        className="bci-sort"
        onClick={() => {
          onSort(column);
        }}
      >
        {presentation.texts(headings[column])}
        <span className="bci-sort-glyph" aria-hidden="true">
          {isSorted && (sorting.isDescending ? '↓' : '↑')}
        </span>
      </button>
    </th>
  );
}

function toggled(open: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(open);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** One row for each line; the details of those that were opened. Sorting orders the view and nothing else. */
export function LineTable({ rows, onOpen, presentation }: LineTableProps): React.ReactElement {
  const { texts } = presentation;
  const [sorting, setSorting] = React.useState<Sorting>(null);
  const [open, setOpen] = React.useState<ReadonlySet<string>>(() => new Set<string>());
  const language = texts('LanguageTag');
  const shown = React.useMemo(() => sortedRows(rows, sorting, language), [rows, sorting, language]);
  const toggle = (id: string): void => {
    setOpen((before) => toggled(before, id));
  };
  const sort = (column: SortColumn): void => {
    setSorting((before) => nextSorting(before, column));
  };
  return (
    <table className="bci-table bci-lines" aria-label={texts('QuoteAvailability_Display')}>
      <thead>
        <tr>
          {sortColumns.map((column) => (
            <Heading key={column} column={column} sorting={sorting} onSort={sort} presentation={presentation} />
          ))}
          <th scope="col">
            <span className="bci-hidden">{texts('Column_Details')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <Line
            key={row.line.id}
            row={row}
            isOpen={open.has(row.line.id)}
            onToggle={toggle}
            onOpen={onOpen}
            presentation={presentation}
          />
        ))}
      </tbody>
    </table>
  );
}
