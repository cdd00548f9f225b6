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

interface CellsProps {
  readonly row: AvailabilityFigures;
  readonly quantities: QuantityFormats;
}

const columns = ['onHand', 'promised', 'incoming', 'available'] as const;

function Cells({ row, quantities }: CellsProps): React.ReactElement {
  return (
    <>
      {columns.map((column) => (
        <td key={column} className={row[column] < 0 ? 'bci-amount bci-bad' : 'bci-amount'}>
          {quantities.plain(row[column])}
        </td>
      ))}
    </>
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
          <tr key={row.code} className={row.code === picked ? 'bci-picked' : ''}>
            <th scope="row">
              {locationName(row, texts)}
              {row.isInTransit && <span className="bci-hint"> {texts('Location_InTransit')}</span>}
            </th>
            <Cells row={row} quantities={quantities} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{texts('Location_All')}</th>
          <Cells row={all} quantities={quantities} />
        </tr>
      </tfoot>
    </table>
  );
}
