import { unavailableReasons, type UnavailableReason } from '../domain/customerStatistics';
import { DEFAULT_STALE_AFTER_MINUTES } from '../domain/freshness';
import type { ItemAvailability, LocationAvailability } from '../domain/itemAvailability';
import { parseQuantity, type Quantity } from '../domain/quantity';
import * as connection from './generated/bciConnection';
import * as item from './generated/bciItem';
import * as availability from './generated/bciItemAvailability';
import * as location from './generated/bciLocation';
import type { ItemOverview } from './itemOverview';
import { RowReader } from './rowReader';
import { parseSchedule } from './scheduleText';

const itemColumns = [
  item.number,
  item.name,
  item.type,
  item.baseUnit,
  item.blocked,
  item.inventory,
  item.availability,
  item.unavailableReason,
  item.asOf,
  item.stale,
  item.statecode,
];

const connectionColumns = [
  connection.name,
  connection.companyName,
  connection.webClientUrl,
  connection.staleAfterMinutes,
  connection.itemsVerifiedOn,
];

const availabilityColumns = [
  availability.name,
  availability.locationCode,
  availability.locationIdValue,
  availability.isInTransit,
  availability.inventory,
  availability.schedule,
];

const options =
  `?$select=${itemColumns.join()}` +
  `&$expand=${item.connectionIdNavigation}($select=${connectionColumns.join()};` +
  `$expand=${connection.defaultLocationIdNavigation}($select=${location.code})),` +
  `${item.itemAvailabilityByItemId}($select=${availabilityColumns.join()})`;

/** The query options with which one request brings these items with their company and their stock by location. */
export function itemOverviewQuery(ids: readonly string[]): string {
  const values = ids.map((id) => `'${id}'`).join();
  return `${options}&$filter=Microsoft.Dynamics.CRM.In(PropertyName='${item.primaryKey}',PropertyValues=[${values}])`;
}

function requiredQuantity(row: RowReader, column: string): Quantity {
  return parseQuantity(row.requiredNumber(column)) ?? row.refuse(column);
}

function readLocation(row: RowReader): LocationAvailability {
  const code = row.text(availability.locationCode) ?? '';
  return {
    code,
    // The row of the blank location is named by a dash, as no row may be without a name.
    name: code && row.requiredText(availability.name),
    isInTransit: row.flag(availability.isInTransit),
    inventory: requiredQuantity(row, availability.inventory),
    schedule: parseSchedule(row.text(availability.schedule)) ?? row.refuse(availability.schedule),
  };
}

/** A reason of a later version reads as `readFailed`. */
function readReason(row: RowReader): UnavailableReason {
  const reason = row.text(item.unavailableReason);
  return unavailableReasons.find((known) => known === reason) ?? 'readFailed';
}

function readAvailability(row: RowReader, locations: readonly RowReader[]): ItemAvailability {
  const kind = row.choice(item.availability, item.AvailabilityChoice);
  if (kind === 'notStocked') return { kind };
  if (kind === 'totalOnly') return { kind, inventory: requiredQuantity(row, item.inventory), reason: readReason(row) };
  if (kind !== 'byLocation') return { kind: 'unknown', reason: readReason(row) };
  return { kind, locations: locations.map(readLocation).sort((a, b) => (a.code < b.code ? -1 : 1)) };
}

function readItemOverview(row: RowReader): ItemOverview {
  const company = row.expanded(item.connectionIdNavigation, connection.logicalName) ?? row.refuse(item.connectionId);
  const displayName = company.requiredText(connection.name);
  const locations = row.expandedRows(item.itemAvailabilityByItemId, availability.logicalName);
  const removed = row.choice(item.statecode, item.StatecodeChoice) === 'inactive';
  const locationCodes = new Map<string, string>();
  for (const one of locations) {
    const id = one.text(availability.locationIdValue);
    if (id !== null) locationCodes.set(id, one.text(availability.locationCode) ?? '');
  }
  return {
    id: row.requiredText(item.primaryKey),
    item: {
      number: row.requiredText(item.number),
      name: row.requiredText(item.name),
      type: row.choice(item.type, item.TypeChoice) ?? row.refuse(item.type),
      baseUnit: row.text(item.baseUnit) ?? '',
      blocked: row.flag(item.blocked),
    },
    availability: readAvailability(row, locations),
    locationCodes,
    marks: {
      asOf: row.instant(item.asOf),
      asOfDate: null,
      stale: row.flag(item.stale),
      // What Business Central no longer has is compared by no run.
      verifiedOn: removed ? null : company.instant(connection.itemsVerifiedOn),
      verifiedFor: null,
      staleAfterMinutes: company.number(connection.staleAfterMinutes) ?? DEFAULT_STALE_AFTER_MINUTES,
    },
    removed,
    company: {
      displayName,
      name: company.text(connection.companyName) ?? displayName,
      webClientUrl: company.text(connection.webClientUrl),
    },
    defaultLocationCode:
      company.expanded(connection.defaultLocationIdNavigation, location.logicalName)?.text(location.code) ?? null,
  };
}

/**
 * @param answer what retrieveMultipleRecords gave for `itemOverviewQuery`
 * @throws UnreadableRowError when it does not hold such rows
 */
export function readItemOverviews(answer: unknown): readonly ItemOverview[] {
  return new RowReader(item.logicalName, answer).expandedRows('entities', item.logicalName).map(readItemOverview);
}
