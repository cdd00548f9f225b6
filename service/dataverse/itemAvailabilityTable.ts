import type { ScheduleKind } from '../../domain/itemAvailability';
import * as availability from '../../dataverse/generated/bciItemAvailability';
import * as location from '../../dataverse/generated/bciLocation';
import type { RowReader } from '../../dataverse/rowReader';
import type { ItemAvailabilitySnapshot, ItemAvailabilityTable } from '../sync/itemStore';
import type { Stored, StoreOptions } from '../sync/snapshotStore';
import { DataverseTable } from './dataverseTable';
import type { DataverseApi } from './dataverseApi';
import { inParts, isIn } from './manyRows';
import type { RowWriter } from './rowWriter';
import type { TableDescription } from './tableDescription';

const quantityColumns: Readonly<Record<ScheduleKind, string>> = {
  salesOrder: availability.quantityOnSalesOrder,
  salesReturn: availability.quantityOnSalesReturn,
  purchaseOrder: availability.quantityOnPurchaseOrder,
  purchaseReturn: availability.quantityOnPurchaseReturn,
  transferShipment: availability.transferOrderShipment,
  transferReceipt: availability.transferOrderReceipt,
  inTransit: availability.quantityInTransit,
};

function readQuantities(row: RowReader): ItemAvailabilitySnapshot['quantities'] {
  const of = (kind: ScheduleKind): number | null => row.number(quantityColumns[kind]);
  return {
    salesOrder: of('salesOrder'),
    salesReturn: of('salesReturn'),
    purchaseOrder: of('purchaseOrder'),
    purchaseReturn: of('purchaseReturn'),
    transferShipment: of('transferShipment'),
    transferReceipt: of('transferReceipt'),
    inTransit: of('inTransit'),
  };
}

function read(row: RowReader): ItemAvailabilitySnapshot {
  return {
    itemId: row.text(availability.itemIdValue) ?? '',
    locationSystemId: row.text(availability.locationSystemId) ?? '',
    locationId: row.text(availability.locationIdValue),
    locationCode: row.text(availability.locationCode) ?? '',
    name: row.text(availability.name) ?? '',
    isInTransit: row.flag(availability.isInTransit),
    inventory: row.number(availability.inventory),
    quantities: readQuantities(row),
    schedule: row.text(availability.schedule),
  };
}

function writeQuantities(quantities: ItemAvailabilitySnapshot['quantities']): Record<string, unknown> {
  return {
    [quantityColumns.salesOrder]: quantities.salesOrder,
    [quantityColumns.salesReturn]: quantities.salesReturn,
    [quantityColumns.purchaseOrder]: quantities.purchaseOrder,
    [quantityColumns.purchaseReturn]: quantities.purchaseReturn,
    [quantityColumns.transferShipment]: quantities.transferShipment,
    [quantityColumns.transferReceipt]: quantities.transferReceipt,
    [quantityColumns.inTransit]: quantities.inTransit,
  };
}

function write(row: ItemAvailabilitySnapshot): Record<string, unknown> {
  return {
    [availability.name]: row.name,
    [availability.locationIdBind]: row.locationId === null ? null : `/${location.entitySetName}(${row.locationId})`,
    [availability.locationCode]: row.locationCode === '' ? null : row.locationCode,
    [availability.isInTransit]: row.isInTransit,
    [availability.inventory]: row.inventory,
    ...writeQuantities(row.quantities),
    [availability.schedule]: row.schedule,
  };
}

const itemAvailabilityTable: TableDescription<ItemAvailabilitySnapshot> = {
  entitySetName: availability.entitySetName,
  logicalName: availability.logicalName,
  primaryKey: availability.primaryKey,
  columns: [
    availability.itemIdValue,
    availability.locationSystemId,
    availability.locationIdValue,
    availability.locationCode,
    availability.name,
    availability.isInTransit,
    availability.inventory,
    ...Object.values(quantityColumns),
    availability.schedule,
  ],
  connectionIdValue: null,
  lookupKeyOf: (row) => `${availability.itemIdValue}=${row.itemId}`,
  customerIdFilter: null,
  keyOf: (row) => ({ [availability.locationSystemId]: row.locationSystemId }),
  read,
  write,
};

/** The rows of bci_itemavailability: the key names the item, whose row must be there. */
export class ItemAvailabilityRows extends DataverseTable<ItemAvailabilitySnapshot> implements ItemAvailabilityTable {
  constructor(api: DataverseApi, writer: RowWriter) {
    super(api, writer, itemAvailabilityTable);
  }

  async *ofItems(
    itemIds: readonly string[],
    options: StoreOptions,
  ): AsyncIterable<readonly Stored<ItemAvailabilitySnapshot>[]> {
    for (const part of inParts(itemIds)) yield* this.found(isIn(availability.itemId, part), options);
  }
}
