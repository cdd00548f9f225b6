import * as React from 'react';
import type { LineRow } from '../lineRow';
import { LineDetails } from './LineDetails';
import {
  askedWords,
  availableWords,
  baseWords,
  hintWords,
  locationWords,
  markGlyphs,
  markWords,
  requestedWords,
} from './lineWords';
import type { Presentation } from './presentation';

/** How many columns a line has: its details go over all of them. */
const COLUMNS = 7;

interface LineProps {
  readonly row: LineRow;
  readonly isOpen: boolean;
  readonly onToggle: (id: string) => void;
  /** Opens the line itself. */
  readonly onOpen: (id: string) => void;
  readonly presentation: Presentation;
}

function Mark({ row, presentation }: Pick<LineProps, 'row' | 'presentation'>): React.ReactElement {
  const hint = hintWords(row, presentation);
  return (
    <>
      <span className={`bci-mark bci-mark-${row.answer.kind}`}>
        <span className="bci-mark-glyph" aria-hidden="true">
          {markGlyphs[row.answer.kind]}
        </span>
        {markWords(row, presentation)}
      </span>
      {hint !== '' && <span className="bci-line-hint">{hint}</span>}
    </>
  );
}

function Product({ row, onOpen, presentation }: Omit<LineProps, 'isOpen' | 'onToggle'>): React.ReactElement {
  const { texts } = presentation;
  const { line, overview } = row;
  return (
    <>
      <button
        type="button"
        className="bci-link"
        title={texts('OpenLine')}
        onClick={() => {
          onOpen(line.id);
        }}
      >
        {line.productName}
      </button>
      {overview?.item.blocked && <span className="bci-note">{texts('Blocked')}</span>}
      {overview?.removed && <span className="bci-note">{texts('Removed')}</span>}
    </>
  );
}

function LineView({ row, isOpen, onToggle, onOpen, presentation }: LineProps): React.ReactElement {
  const { texts } = presentation;
  const { line, wanted, answer } = row;
  const hasDetails = 'available' in answer;
  const detailsId = `bci-line-${line.id}`;
  const isOtherUnit = wanted !== null && wanted !== line.quantity;
  return (
    <>
      <tr className={isOpen ? 'bci-line bci-open' : 'bci-line'}>
        <td className="bci-cell-mark">
          <Mark row={row} presentation={presentation} />
        </td>
        <th scope="row" className="bci-cell-product">
          <Product row={row} onOpen={onOpen} presentation={presentation} />
        </th>
        <td className="bci-amount" data-label={texts('Column_Quantity')}>
          {askedWords(row, presentation)}
          {isOtherUnit && <span className="bci-line-hint">{`= ${baseWords(row, wanted, presentation)}`}</span>}
        </td>
        <td data-label={texts('Column_Requested')}>{requestedWords(row, presentation)}</td>
        <td data-label={texts('Location')}>{locationWords(row, presentation)}</td>
        <td
          className={hasDetails && answer.available < 0 ? 'bci-amount bci-bad' : 'bci-amount'}
          data-label={texts('Column_AvailableThen')}
        >
          {availableWords(row, presentation)}
        </td>
        <td className="bci-cell-details">
          {hasDetails && (
            <button
              type="button"
              className="bci-link"
              aria-expanded={isOpen}
              aria-controls={isOpen ? detailsId : undefined}
              onClick={() => {
                onToggle(line.id);
              }}
            >
              {texts(isOpen ? 'Details_Hide' : 'Column_Details')}
              <span className="bci-hidden"> {line.productName}</span>
            </button>
          )}
        </td>
      </tr>
      {isOpen && hasDetails && (
        <tr className="bci-line-details">
          <td colSpan={COLUMNS} id={detailsId}>
            <LineDetails row={row} answer={answer} presentation={presentation} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Every answer is computed anew when one line changes; most come out the same. */
function isSameRow(before: LineRow, now: LineRow): boolean {
  if (before === now) return true;
  if (before.line !== now.line || before.overview !== now.overview || before.sharesStock !== now.sharesStock)
    return false;
  return JSON.stringify([before.shipment, before.answer]) === JSON.stringify([now.shipment, now.answer]);
}

/**
 * One line of the quote. Rendered again only when its answer, its details or the day change: the platform's formats are
 * other objects at every update, but the user's settings stay what they are as long as the form is open.
 */
export const Line = React.memo(
  LineView,
  (before, now) =>
    isSameRow(before.row, now.row) &&
    before.isOpen === now.isOpen &&
    before.presentation.days.today === now.presentation.days.today,
);
