import * as React from 'react';
import { locationName } from '../../shared/LocationTable';
import type { LineRow } from '../lineRow';
import { columnNames, type MarkKind } from '../manifestNames';
import { Line } from './Line';
import { lineWords } from './lineWords';
import type { Presentation } from './presentation';

interface LineTableProps {
  /** In the order of the quote. */
  readonly rows: readonly LineRow[];
  readonly onOpen: (id: string) => void;
  readonly presentation: Presentation;
}

/** What needs attention comes first, what needs none last. */
const urgency: Partial<Record<MarkKind, number>> = { short: 0, later: 1, enough: 3 };

interface Sorting {
  /** Place of the column; `null`: in the order of the quote. */
  readonly column: number | null;
  readonly direction: 'ascending' | 'descending';
}

const unsorted: Sorting = { column: null, direction: 'ascending' };

/** Ascending, then descending, then the order of the quote again. */
function nextSorting(sorting: Sorting, column: number): Sorting {
  if (sorting.column !== column) return { column, direction: 'ascending' };
  return sorting.direction === 'ascending' ? { column, direction: 'descending' } : unsorted;
}

/** By what each column is sorted. */
function sortValues(row: LineRow, { texts }: Presentation): readonly (string | number | null)[] {
  const { line, shipment, overview, location, answer } = row;
  return [
    urgency[answer.kind] ?? 2,
    line.productName,
    line.quantity,
    shipment.date,
    overview && location && locationName(location, texts),
    'available' in answer ? answer.availableToPromise : null,
  ];
}

/** Rows as the view shows them; each keeps its answer. Empty ones stay last. */
function sortedRows(rows: readonly LineRow[], sorting: Sorting, presentation: Presentation): readonly LineRow[] {
  const { column, direction } = sorting;
  if (column === null) return rows;
  const sign = direction === 'ascending' ? 1 : -1;
  const { compare } = new Intl.Collator(presentation.texts('LanguageTag'), { numeric: true });
  return rows
    .map((row) => ({ row, value: sortValues(row, presentation)[column] ?? null }))
    .sort(({ value: a }, { value: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      return sign * (typeof a === 'number' ? a - Number(b) : compare(a, String(b)));
    })
    .map(({ row }) => row);
}

/** One row for each line; the details of those that were opened. Sorting orders the view and nothing else. */
export function LineTable({ rows, onOpen, presentation }: LineTableProps): React.ReactElement {
  const { texts } = presentation;
  const [sorting, setSorting] = React.useState(unsorted);
  const [open, setOpen] = React.useState<readonly string[]>([]);
  const toggle = (id: string): void => {
    setOpen((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id]));
  };
  const headings = columnNames.map((column) => texts(`Column_${column}`));
  return (
    <table
      className="bci-table bci-lines"
      aria-label={texts('Title')}
      // The style sheet writes them into the cells where the heading has no room.
      style={Object.fromEntries(
        columnNames.map((column, place) => [`--bci-${column}`, JSON.stringify(headings[place])]),
      )}
    >
      <thead>
        <tr>
          {headings.map((heading, column) => (
            <th key={heading} scope="col" aria-sort={sorting.column === column ? sorting.direction : undefined}>
              <button
                type="button"
                className="bci-link"
                onClick={() => {
                  setSorting(nextSorting(sorting, column));
                }}
              >
                {heading}
              </button>
            </th>
          ))}
          <th scope="col">
            <span className="bci-hidden">{texts('Details')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sortedRows(rows, sorting, presentation).map((row) => (
          <Line
            key={row.id}
            row={row}
            words={lineWords(row, presentation)}
            isOpen={open.includes(row.id)}
            onToggle={toggle}
            onOpen={onOpen}
            presentation={presentation}
          />
        ))}
      </tbody>
    </table>
  );
}
