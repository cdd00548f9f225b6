// Generated from solution/ by `npm run build`. Do not edit.

/** Business Central Salesperson: logical name. */
export const logicalName = 'bci_salesperson';
/** Name in Web API addresses. */
export const entitySetName = 'bci_salespersons';
export const primaryKey = 'bci_salespersonid';

/** Name */
export const name = 'bci_name';
export const nameMaxLength = 100;

/** Code */
export const code = 'bci_code';
export const codeMaxLength = 20;

/** Email */
export const email = 'bci_email';
export const emailMaxLength = 80;

/** Blocked */
export const blocked = 'bci_blocked';

/** Connection Id */
export const connectionId = 'bci_connectionid';
export const connectionIdValue = '_bci_connectionid_value';
export const connectionIdNavigation = 'bci_ConnectionId';
export const connectionIdBind = 'bci_ConnectionId@odata.bind';

/** System Id */
export const systemId = 'bci_systemid';
export const systemIdMaxLength = 36;

/** Created By */
export const createdBy = 'createdby';
export const createdByValue = '_createdby_value';
export const createdByNavigation = 'createdby';
export const createdByBind = 'createdby@odata.bind';

/** Created On */
export const createdOn = 'createdon';

/** Modified By */
export const modifiedBy = 'modifiedby';
export const modifiedByValue = '_modifiedby_value';
export const modifiedByNavigation = 'modifiedby';
export const modifiedByBind = 'modifiedby@odata.bind';

/** Modified On */
export const modifiedOn = 'modifiedon';

/** statecode */
export const statecode = 'statecode';

/** statuscode */
export const statuscode = 'statuscode';

/** Collection-valued navigation property: the bci_Customer rows of a row. */
export const customerBySalespersonId = 'bci_salesperson_customer';

/** Columns of the alternate key bci_connectionsystemidkey. */
export const connectionIdSystemIdKey = ['bci_connectionid', 'bci_systemid'] as const;

/** Values of statecode. */
export const StatecodeChoice = {
  active: 0,
  inactive: 1,
} as const;
export type StatecodeChoice = (typeof StatecodeChoice)[keyof typeof StatecodeChoice];

/** Values of statuscode. */
export const StatuscodeChoice = {
  active: 1,
  inactive: 2,
} as const;
export type StatuscodeChoice = (typeof StatuscodeChoice)[keyof typeof StatuscodeChoice];

/** A row as the Web API returns it when every column is selected. */
export interface BciSalespersonRow {
  bci_salespersonid: string;
  bci_name: string | null;
  bci_code: string | null;
  bci_email: string | null;
  bci_blocked: boolean | null;
  'bci_blocked@OData.Community.Display.V1.FormattedValue'?: string;
  _bci_connectionid_value: string | null;
  '_bci_connectionid_value@OData.Community.Display.V1.FormattedValue'?: string;
  bci_systemid: string | null;
  _createdby_value: string | null;
  '_createdby_value@OData.Community.Display.V1.FormattedValue'?: string;
  createdon: string | null;
  'createdon@OData.Community.Display.V1.FormattedValue'?: string;
  _modifiedby_value: string | null;
  '_modifiedby_value@OData.Community.Display.V1.FormattedValue'?: string;
  modifiedon: string | null;
  'modifiedon@OData.Community.Display.V1.FormattedValue'?: string;
  statecode: StatecodeChoice | null;
  'statecode@OData.Community.Display.V1.FormattedValue'?: string;
  statuscode: StatuscodeChoice | null;
  'statuscode@OData.Community.Display.V1.FormattedValue'?: string;
}
