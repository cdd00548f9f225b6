import * as React from 'react';
import type { AvailabilityFigures } from '../../domain/availabilityFigures';
import type { ItemTextKey } from './itemTextKey';
import type { QuantityFormats } from './quantityFormats';
import type { Texts } from './texts';

export interface LocationRow extends AvailabilityFigures {
  /** '' is the blank location. */
  readonly code: string;
  readonly name: string;
  readonly isInTransit: boolean;
}

interface LocationTableProps {
  /** Id of the heading that names the table. */
  readonly labelledBy: string;
  readonly rows: readonly LocationRow[];
  /** All locations together. */
  readonly all: AvailabilityFigures;
  /** Code of the location that the answer is about; `null` for all. */
  readonly picked: string | null;
  readonly texts: Texts<ItemTextKey>;
  readonly quantities: QuantityFormats;
}

interface RowProps {
  readonly figures: AvailabilityFigures;
  readonly isPicked: boolean;
  readonly quantities: QuantityFormats;
  /** What it is a row of. */
  readonly children: React.ReactNode;
}

const columns = ['onHand', 'promised', 'incoming', 'available'] as const;

/** The class of a cell with a quantity or an amount. */
export function amountClass(value: number): string {
  return value < 0 ? 'bci-amount bci-bad' : 'bci-amount';
}

function Row({ figures, isPicked, quantities, children }: RowProps): React.ReactElement {
  return (
    <tr className={isPicked ? 'bci-picked' : ''}>
      <th scope="row">{children}</th>
      {columns.map((column) => (
        <td key={column} className={amountClass(figures[column])}>
          {quantities.plain(figures[column])}
        </td>
      ))}
    </tr>
  );
}

/** Name of a location for people; the blank one has none of its own. */
export function locationName(location: Pick<LocationRow, 'code' | 'name'>, texts: Texts<ItemTextKey>): string {
  return location.name || location.code || texts('Location_Blank');
}

/** An item's quantities by location on a day, and all of them together. */
export function LocationTable(props: LocationTableProps): React.ReactElement {
  const { labelledBy, rows, all, picked, texts, quantities } = props;
  return (
    <table className="bci-table bci-locations" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{texts('Location')}</th>
          {[texts('OnHand'), texts('Promised'), texts('Incoming'), texts('Available')].map((heading) => (
            <th key={heading} scope="col" className="bci-amount">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.code} figures={row} isPicked={row.code === picked} quantities={quantities}>
            {locationName(row, texts)}
            {row.isInTransit && <span className="bci-hint"> {texts('Location_InTransit')}</span>}
          </Row>
        ))}
      </tbody>
      <tfoot>
        <Row figures={all} isPicked={false} quantities={quantities}>
          {texts('Location_All')}
        </Row>
      </tfoot>
    </table>
  );
}
