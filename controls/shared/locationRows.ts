import { availabilityFigures } from '../../domain/availabilityFigures';
import type { CalendarDate } from '../../domain/calendarDate';
import type { LocationAvailability } from '../../domain/itemAvailability';
import type { LocationRow } from './LocationTable';

const sortKey = ({ isInTransit, code }: LocationAvailability): string =>
  `${isInTransit ? 2 : code === '' ? 1 : 0} ${code}`;

/** The rows of a table by location at a date: by code, then the blank location, then what is on its way. */
export function locationRows(locations: readonly LocationAvailability[], date: CalendarDate): readonly LocationRow[] {
  return [...locations]
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    .map((location) => ({ ...location, ...availabilityFigures(location, date) }));
}
