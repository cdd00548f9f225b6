import * as React from 'react';
import type { CalendarDate } from '../../../domain/calendarDate';
import type { LocationAvailability } from '../../../domain/itemAvailability';
import { allLocations } from '../../../domain/projectedBalance';
import { LocationTable } from '../../shared/LocationTable';
import { fill } from '../../shared/texts';
import type { Presentation } from './presentation';

interface LocationsProps {
  readonly id: string;
  readonly locations: readonly LocationAvailability[];
  readonly date: CalendarDate;
  readonly picked: string | null;
  readonly presentation: Presentation;
}

/** Where it is. */
export function Locations({ id, locations, date, picked, presentation }: LocationsProps): React.ReactElement {
  const { texts, quantities, days } = presentation;
  const hasTransfers = locations.flatMap(({ schedule }) => schedule).length > allLocations(locations).schedule.length;
  return (
    <div className="bci-where">
      <h4 id={id} className="bci-heading">
        {fill(texts('Locations_Title'), { day: days.when(date) })}
      </h4>
      <LocationTable
        labelledBy={id}
        locations={locations}
        date={date}
        picked={picked}
        texts={texts}
        quantities={quantities}
      />
      {hasTransfers && <p className="bci-hint">{texts('Locations_Transfers')}</p>}
    </div>
  );
}
