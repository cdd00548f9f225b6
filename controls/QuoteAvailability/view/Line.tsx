import * as React from 'react';
import type { LineRow } from '../lineRow';
import { LineDetails } from './LineDetails';
import type { LineWords } from './lineWords';
import type { Presentation } from './presentation';

/** How many columns a line has: its details go over all of them. */
const COLUMNS = 7;

interface LineProps {
  readonly row: LineRow;
  readonly words: LineWords;
  readonly isOpen: boolean;
  readonly onToggle: (id: string) => void;
  /** Opens the line itself. */
  readonly onOpen: (id: string) => void;
  readonly presentation: Presentation;
}

/** A text with another below it, where there is one. */
function noted(text: string, note: string): React.ReactNode {
  if (note === '') return text;
  return (
    <>
      {text}
      <small>{note}</small>
    </>
  );
}

function LineView({ row, words, isOpen, onToggle, onOpen, presentation }: LineProps): React.ReactElement {
  const { id, answer } = row;
  const [mark, reason, product, asked, inBaseUnits, requested, location, available] = words;
  const label = presentation.texts(isOpen ? 'Details_Hide' : 'Details');
  const hasDetails = 'available' in answer;
  const line = (
    <tr className={isOpen ? 'bci-open' : undefined}>
      <td className={`bci-mark bci-mark-${answer.kind}`}>{noted(mark, reason)}</td>
      <th scope="row">
        <button type="button" className="bci-link" onClick={() => onOpen(id)}>
          {product}
        </button>
      </th>
      <td>{noted(asked, inBaseUnits)}</td>
      <td>{requested}</td>
      <td>{location}</td>
      <td className={hasDetails && answer.availableToPromise < 0 ? 'bci-bad' : undefined}>{available}</td>
      <td>
        {hasDetails && (
          <button
            type="button"
            className="bci-link"
            aria-expanded={isOpen}
            aria-label={`${label} ${product}`}
            onClick={() => onToggle(id)}
          >
            {label}
          </button>
        )}
      </td>
    </tr>
  );
  if (!isOpen || !hasDetails) return line;
  return (
    <>
      {line}
      <tr className="bci-details">
        <td colSpan={COLUMNS}>
          <LineDetails row={row} answer={answer} presentation={presentation} />
        </td>
      </tr>
    </>
  );
}

/** One line of the quote. While it is closed it is rendered again only when it says something else. */
export const Line = React.memo(
  LineView,
  (before, now) => !before.isOpen && !now.isOpen && now.words.every((word, place) => word === before.words[place]),
);
