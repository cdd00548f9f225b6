import { z } from 'zod';
import { unavailableReasons, type UnavailableReason } from '../../domain/customerStatistics';
import type { ItemType } from '../../domain/itemAvailability';
import * as item from '../../dataverse/generated/bciItem';
import type { RowReader } from '../../dataverse/rowReader';
import type { AvailabilityKind, ItemOrigin, ItemSnapshot, ItemTable } from '../sync/itemStore';
import type { RowFailure, StoreOptions } from '../sync/snapshotStore';
import { instantOf } from './columnText';
import type { DataverseApi } from './dataverseApi';
import { DataverseTable } from './dataverseTable';
import { inParts, isIn } from './manyRows';
import { readRow } from './readRow';
import type { RowWriter } from './rowWriter';
import type { TableDescription } from './tableDescription';

const typeValues: Readonly<Record<ItemType, number>> = item.TypeChoice;

const kindValues: Readonly<Record<AvailabilityKind, number>> = {
  byLocation: item.AvailabilityChoice.byLocation,
  totalOnly: item.AvailabilityChoice.totalOnly,
  notStocked: item.AvailabilityChoice.notStocked,
  unknown: item.AvailabilityChoice.notAvailable,
};

function readReason(row: RowReader): UnavailableReason | null {
  const text = row.text(item.unavailableReason);
  return text === null ? null : (unavailableReasons.find((known) => known === text) ?? 'readFailed');
}

function read(row: RowReader): ItemSnapshot {
  return {
    systemId: row.text(item.systemId) ?? '',
    item: {
      number: row.text(item.number) ?? '',
      name: row.text(item.name) ?? '',
      type: row.choice(item.type, typeValues) ?? 'inventory',
      baseUnit: row.text(item.baseUnit) ?? '',
      blocked: row.flag(item.blocked),
    },
    inventory: row.number(item.inventory),
    availability: row.choice(item.availability, kindValues) ?? 'unknown',
    reason: readReason(row),
    asOf: instantOf(row, item.asOf),
    stale: row.flag(item.stale),
  };
}

function write(row: ItemSnapshot): Record<string, unknown> {
  return {
    [item.number]: row.item.number,
    [item.name]: row.item.name,
    [item.type]: typeValues[row.item.type],
    [item.baseUnit]: row.item.baseUnit === '' ? null : row.item.baseUnit,
    [item.blocked]: row.item.blocked,
    [item.inventory]: row.inventory,
    [item.availability]: kindValues[row.availability],
    [item.unavailableReason]: row.reason,
    [item.asOf]: row.asOf,
    [item.stale]: row.stale,
  };
}

const itemTable: TableDescription<ItemSnapshot> = {
  entitySetName: item.entitySetName,
  logicalName: item.logicalName,
  primaryKey: item.primaryKey,
  columns: [
    item.systemId,
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
  ],
  connectionIdValue: item.connectionIdValue,
  customerIdFilter: null,
  keyOf: (row) => ({ [item.systemId]: row.systemId }),
  read,
  write,
};

/** The rows of bci_item. */
export class ItemRows extends DataverseTable<ItemSnapshot> implements ItemTable {
  constructor(
    private readonly items: DataverseApi,
    private readonly rows: RowWriter,
  ) {
    super(items, rows, itemTable);
  }

  async idsOf(
    connectionId: string,
    systemIds: readonly string[],
    options: StoreOptions,
  ): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    for (const part of inParts(systemIds)) {
      const filter = `${item.connectionIdValue} eq ${connectionId} and ${isIn(item.systemId, part)}`;
      for (const row of await this.listed(filter, options)) ids.set(row.systemId, row.id);
    }
    return ids;
  }

  async origins(ids: readonly string[], options: StoreOptions): Promise<readonly ItemOrigin[]> {
    const found: ItemOrigin[] = [];
    for (const part of inParts(ids)) found.push(...(await this.listed(isIn(item.primaryKey, part), options)));
    return found;
  }

  deactivate(ids: readonly string[], options: StoreOptions): Promise<readonly RowFailure[]> {
    const changes = {
      [item.statecode]: item.StatecodeChoice.inactive,
      [item.statuscode]: item.StatuscodeChoice.inactive,
    };
    return this.rows.update(itemTable, ids, changes, options);
  }

  markStale(ids: readonly string[], options: StoreOptions): Promise<readonly RowFailure[]> {
    return this.rows.update(itemTable, ids, { [item.stale]: true }, options);
  }

  private async listed(filter: string, options: StoreOptions): Promise<readonly ItemOrigin[]> {
    const columns = [item.primaryKey, item.systemId, item.connectionIdValue, item.name].join(',');
    const path = `${item.entitySetName}?$select=${columns}&$filter=${encodeURIComponent(filter)}`;
    const found = await this.items.list(path, z.looseObject({}), options);
    return found.map((value) =>
      readRow(item.logicalName, value, (row) => ({
        id: row.requiredText(item.primaryKey),
        systemId: row.requiredText(item.systemId),
        connectionId: row.requiredText(item.connectionIdValue),
        name: row.text(item.name) ?? '',
      })),
    );
  }
}
