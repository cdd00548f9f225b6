import * as location from '../../dataverse/generated/bciLocation';
import type { LocationSnapshot } from '../sync/itemStore';
import type { TableDescription } from './tableDescription';

export const locationTable: TableDescription<LocationSnapshot> = {
  entitySetName: location.entitySetName,
  logicalName: location.logicalName,
  primaryKey: location.primaryKey,
  columns: [location.systemId, location.code, location.name],
  connectionIdValue: location.connectionIdValue,
  customerIdFilter: null,
  keyOf: (row) => ({ [location.systemId]: row.systemId }),
  read: (row) => ({
    systemId: row.text(location.systemId) ?? '',
    code: row.text(location.code) ?? '',
    name: row.text(location.name) ?? '',
  }),
  write: (row) => ({ [location.code]: row.code, [location.name]: row.name }),
};
