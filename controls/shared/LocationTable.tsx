import * as React from 'react';
import { availabilityFigures } from '../../domain/availabilityFigures';
import type { CalendarDate } from '../../domain/calendarDate';
import type { LocationAvailability } from '../../domain/itemAvailability';
import { allLocations, type Stock } from '../../domain/projectedBalance';
import type { ItemTextKey } from './itemTextKey';
import type { QuantityFormats } from './quantityFormats';
import type { Texts } from './texts';

interface LocationTableProps {
  /** Id of the heading that names the table. */
  readonly labelledBy: string;
  readonly locations: readonly LocationAvailability[];
  readonly date: CalendarDate;
  /** Code of the location that the answer is about; `null` for all. */
  readonly picked: string | null;
  readonly texts: Texts<ItemTextKey>;
  readonly quantities: QuantityFormats;
}

const columns = ['onHand', 'promised', 'incoming', 'available'] as const;

/** The class of a cell with a quantity or an amount. */
export function amountClass(value: number): string {
  return value < 0 ? 'bci-amount bci-bad' : 'bci-amount';
}

const sortKey = ({ isInTransit, code }: LocationAvailability): string =>
  `${isInTransit ? 2 : code === '' ? 1 : 0} ${code}`;

/** Name of a location for people; the blank one has none of its own. */
export function locationName(location: Pick<LocationAvailability, 'code' | 'name'>, texts: Texts<ItemTextKey>): string {
  return location.name || location.code || texts('Location_Blank');
}

/**
 * An item's quantities by location on a day, and all of them together: by code, then the blank location, then what is
 * on its way.
 */
export function LocationTable(props: LocationTableProps): React.ReactElement {
  const { labelledBy, locations, date, picked, texts, quantities } = props;
  const sorted = [...locations].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const cells = (stock: Stock): React.ReactNode => {
    const figures = availabilityFigures(stock, date);
    return columns.map((column) => (
      <td key={column} className={amountClass(figures[column])}>
        {quantities.plain(figures[column])}
      </td>
    ));
  };
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
        {sorted.map((location) => (
          <tr key={location.code} className={location.code === picked ? 'bci-picked' : ''}>
            <th scope="row">
              {locationName(location, texts)}
              {location.isInTransit && <span className="bci-hint"> {texts('Location_InTransit')}</span>}
            </th>
            {cells(location)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{texts('Location_All')}</th>
          {cells(allLocations(locations))}
        </tr>
      </tfoot>
    </table>
  );
}
