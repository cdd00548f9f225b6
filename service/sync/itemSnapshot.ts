import { createHash } from 'node:crypto';
import type { ScheduleKind } from '../../domain/itemAvailability';
import { parseQuantity, quantityNumber, ZERO } from '../../domain/quantity';
import { scheduleText } from '../../dataverse/scheduleText';
import type { ItemRecord } from './itemPorts';
import type { ItemStock, LocationStock } from './itemStock';
import type { ItemAvailabilitySnapshot, ItemSnapshot } from './itemStore';
import type { KnownLocations } from './locationReconciliation';
import type { AvailabilityReading } from './readAvailability';
import type { Stored } from './snapshotStore';
import { storableText, storableTextOrNull } from './storableText';

const NAME_LENGTH = 100;
const NUMBER_LENGTH = 20;
const UNIT_LENGTH = 10;
const CODE_LENGTH = 10;
const BLANK_LOCATION = '00000000-0000-0000-0000-000000000000';
/** No row may be without a name. */
const BLANK_NAME = '–';

/** An item as it shall be in the tables. */
export interface ItemPicture {
  readonly row: ItemSnapshot;
  /** Without the row id of the item, which may not have one yet. */
  readonly locations: readonly Omit<ItemAvailabilitySnapshot, 'itemId'>[];
}

type Availability = Pick<ItemSnapshot, 'availability' | 'reason'>;

/**
 * A location that has no record (deleted, or the application may not read locations) still has its stock:
 * an id made of its code keeps its row apart from the others'.
 */
function madeUpId(code: string): string {
  const hex = createHash('sha1').update(`location ${code}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function placeOf(
  code: string,
  known: KnownLocations,
): Pick<ItemAvailabilitySnapshot, 'locationSystemId' | 'locationId' | 'name'> {
  if (code === '') return { locationSystemId: BLANK_LOCATION, locationId: null, name: BLANK_NAME };
  const location = known.get(code);
  if (location === undefined) return { locationSystemId: madeUpId(code), locationId: null, name: code };
  return { locationSystemId: location.systemId, locationId: location.id, name: location.name };
}

function locationRow(
  code: string,
  { inventory, totals, changes }: LocationStock,
  isInTransit: boolean,
  known: KnownLocations,
): Omit<ItemAvailabilitySnapshot, 'itemId'> {
  const of = (kind: ScheduleKind): number => quantityNumber(totals.get(kind) ?? ZERO);
  return {
    ...placeOf(code, known),
    locationCode: storableText(code, CODE_LENGTH),
    isInTransit,
    inventory: quantityNumber(inventory),
    quantities: {
      salesOrder: of('salesOrder'),
      salesReturn: of('salesReturn'),
      purchaseOrder: of('purchaseOrder'),
      purchaseReturn: of('purchaseReturn'),
      transferShipment: of('transferShipment'),
      transferReceipt: of('transferReceipt'),
      inTransit: of('inTransit'),
    },
    schedule: scheduleText([...changes.values()]),
  };
}

function locationRows(stock: ItemStock, known: KnownLocations): ItemPicture['locations'] {
  return [...stock.locations]
    .filter(([, { inventory, totals }]) => inventory !== 0 || totals.size > 0)
    .map(([code, location]) => locationRow(code, location, stock.isInTransit(code), known));
}

function itemRow(record: ItemRecord, asOf: string, availability: Availability): ItemSnapshot {
  const number = storableText(record.number, NUMBER_LENGTH);
  const inventory = record.type === 'inventory' ? parseQuantity(record.inventory) : null;
  return {
    systemId: record.systemId,
    item: {
      number,
      name: storableTextOrNull(record.name, NAME_LENGTH) ?? number,
      type: record.type,
      baseUnit: storableText(record.baseUnit, UNIT_LENGTH),
      blocked: record.blocked,
    },
    inventory: inventory === null ? null : quantityNumber(inventory),
    ...availability,
    asOf,
    stale: false,
  };
}

/**
 * The rows of one item.
 * @param asOf when reading began
 * @returns `null` when its availability could not be read this time
 */
export function itemPictureOf(
  record: ItemRecord,
  reading: AvailabilityReading,
  known: KnownLocations,
  asOf: string,
): ItemPicture | null {
  const without = (availability: Availability): ItemPicture => ({
    row: itemRow(record, asOf, availability),
    locations: [],
  });
  if (record.type !== 'inventory') return without({ availability: 'notStocked', reason: null });
  if (reading.kind === 'failed') return null;
  if (reading.kind === 'totalOnly') {
    const isKnown = parseQuantity(record.inventory) !== null;
    return isKnown
      ? without({ availability: 'totalOnly', reason: reading.reason })
      : without({ availability: 'unknown', reason: 'outOfRange' });
  }
  const stock = reading.stocks.get(record.number);
  if (stock === null || stock === undefined) return null;
  if (stock.isOutOfRange) return without({ availability: 'unknown', reason: 'outOfRange' });
  return {
    row: itemRow(record, asOf, { availability: 'byLocation', reason: null }),
    locations: locationRows(stock, known),
  };
}

/** True when a row by location needs not be written. */
export function equalsStored(stored: Stored<ItemAvailabilitySnapshot>, row: ItemAvailabilitySnapshot): boolean {
  const { quantities, ...rest } = row;
  const pairs: readonly (readonly [object, object])[] = [
    [rest, stored],
    [quantities, stored.quantities],
  ];
  return (
    stored.active &&
    pairs.every(([wanted, found]) => {
      const values = new Map<string, unknown>(Object.entries(found));
      return Object.entries(wanted).every(([name, value]) => values.get(name) === value);
    })
  );
}
