import * as salesperson from '../../dataverse/generated/bciSalesperson';
import type { SalespersonSnapshot } from '../sync/snapshotStore';
import type { TableDescription } from './tableDescription';

export const salespersonTable: TableDescription<SalespersonSnapshot> = {
  entitySetName: salesperson.entitySetName,
  logicalName: salesperson.logicalName,
  primaryKey: salesperson.primaryKey,
  columns: [salesperson.systemId, salesperson.code, salesperson.name, salesperson.email, salesperson.blocked],
  connectionIdValue: salesperson.connectionIdValue,
  customerIdFilter: null,
  keyOf: (row) => ({ [salesperson.systemId]: row.systemId }),
  read: (row) => ({
    systemId: row.text(salesperson.systemId) ?? '',
    code: row.text(salesperson.code) ?? '',
    name: row.text(salesperson.name) ?? '',
    email: row.text(salesperson.email),
    blocked: row.flag(salesperson.blocked),
  }),
  write: (row) => ({
    [salesperson.code]: row.code,
    [salesperson.name]: row.name,
    [salesperson.email]: row.email,
    [salesperson.blocked]: row.blocked,
  }),
};
