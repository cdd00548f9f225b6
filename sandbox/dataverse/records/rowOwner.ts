import type { Table } from '../metadata/model';
import type { Row, RowReference, RowValue } from '../metadata/rows';
import type { RowOwner } from '../security/access';

/** The reference in a lookup value, or undefined. */
export function asReference(value: RowValue | undefined): RowReference | undefined {
  return typeof value === 'object' && value !== null && 'id' in value ? value : undefined;
}

/** Who owns the row, as security sees it. */
export function ownerOf(table: Table, row: Row): RowOwner {
  if (table.ownership === 'business') {
    const ownUnit = table.logicalName === 'businessunit' ? row.businessunitid : undefined;
    return {
      ownerId: table.logicalName === 'systemuser' ? text(row.systemuserid) : undefined,
      owningBusinessUnitId: text(ownUnit) ?? asReference(row.businessunitid)?.id,
    };
  }
  return {
    ownerId: asReference(row.ownerid)?.id,
    owningBusinessUnitId: asReference(row.owningbusinessunit)?.id,
  };
}

function text(value: RowValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The row's version, as its ETag gives it. */
export function versionOf(row: Row): string {
  return typeof row.versionnumber === 'number' ? String(row.versionnumber) : '0';
}
