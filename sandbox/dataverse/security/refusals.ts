import type { Caller, Denied, RowOwner } from './access';
import { labelIn, baseLanguage } from '../metadata/labels';
import type { PrivilegeVerb, Table } from '../metadata/model';

/** Dataverse's PrivilegeDenied: a privilege is missing altogether. */
const privilegeDenied = '0x80040220';
/** Dataverse's AccessCheckEx failure: the privilege is there, but does not reach this row. */
const accessDenied = '0x80048306';
const userDisabled = '0x80040225';
const notAMember = '0x80072560';
const objectDoesNotExist = '0x80040217';

/** The user holds no role with the privilege. */
export function missingPrivilege(
  userId: string,
  roleCount: number,
  privilege: { readonly name: string; readonly id: string },
  table: Table | undefined,
): Denied {
  const onTable = table
    ? ` on OTC=${table.objectTypeCode} for entity '${table.logicalName}' ` +
      `(LocalizedName='${labelIn(table.displayName, baseLanguage) ?? table.logicalName}')`
    : '';
  return {
    allowed: false,
    code: privilegeDenied,
    message:
      `Principal user (Id=${userId}, type=8, roleCount=${roleCount}) is missing ${privilege.name} privilege ` +
      `(Id=${privilege.id})${onTable}.`,
    privilege: privilege.name,
  };
}

const noId = '00000000-0000-0000-0000-000000000000';

/** The privilege's depth ends before this row. The order and punctuation are Dataverse's: clients read them. */
export function outOfReach(
  caller: Caller,
  verb: PrivilegeVerb,
  table: Table,
  row: RowOwner,
  owner: { readonly isTeam: boolean; readonly privilege: string },
): Denied {
  return {
    allowed: false,
    code: accessDenied,
    message:
      `SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: ${row.rowId ?? noId}, ` +
      `OwnerId: ${row.ownerId ?? noId},  OwnerIdType: ${owner.isTeam ? 9 : 8} and CallingUser: ${caller.userId}. ` +
      `ObjectTypeCode: ${table.objectTypeCode}, objectBusinessUnitId: ${row.owningBusinessUnitId ?? noId}, ` +
      `AccessRights: ${verb}Access`,
    privilege: owner.privilege,
  };
}

/** Nobody can do this with the table, whatever the role. */
export function neverAllowed(verb: PrivilegeVerb, table: Table): Denied {
  return {
    allowed: false,
    code: privilegeDenied,
    message: `The entity '${table.logicalName}' has no ${verb} privilege: no role can allow this.`,
    privilege: undefined,
  };
}

export function notAUser(signInName: string): Denied {
  return {
    allowed: false,
    code: notAMember,
    message: `The user '${signInName}' is not a member of the organization.`,
    privilege: undefined,
  };
}

export function disabled(userId: string): Denied {
  return {
    allowed: false,
    code: userDisabled,
    message: `The specified user(Id = ${userId}) is disabled. Consider enabling this user.`,
    privilege: undefined,
  };
}

export function nobodyToImpersonate(named: string): Denied {
  return {
    allowed: false,
    code: objectDoesNotExist,
    message: `systemuser With Id = ${named} Does Not Exist`,
    privilege: undefined,
  };
}
