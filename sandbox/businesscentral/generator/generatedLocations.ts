import { stableId } from '../model/identifiers';
import type { Location } from '../model/setup';
import { PLACES } from './names';

/** So many warehouses, and one location for goods on their way. */
export function generatedLocations(companyName: string, count: number): readonly Location[] {
  const warehouses = Array.from({ length: count }, (_location, index) => {
    const { city, country, postalCode } = PLACES[index % PLACES.length] ?? { city: '', country: '', postalCode: '' };
    const code = `L${String(index + 1).padStart(3, '0')}`;
    return { ...location(companyName, code, `${city} ${index + 1}`, false), city, country, postalCode };
  });
  return [...warehouses, location(companyName, 'TRANSIT', 'In transit', true)];
}

function location(companyName: string, code: string, displayName: string, isInTransit: boolean): Location {
  return {
    id: stableId(companyName, 'location', code),
    code,
    displayName,
    contact: '',
    addressLine1: '',
    addressLine2: '',
    city: '',
    country: '',
    postalCode: '',
    phoneNumber: '',
    isInTransit,
  };
}
