// Generated from solution/ by `npm run build`. Do not edit.

/** Refresh Request: logical name. */
export const logicalName = 'bci_refreshrequest';
/** Name in Web API addresses. */
export const entitySetName = 'bci_refreshrequests';
export const primaryKey = 'bci_refreshrequestid';

/** Name */
export const name = 'bci_name';
export const nameMaxLength = 100;

/** Customer Id */
export const customerId = 'bci_customerid';
export const customerIdValue = '_bci_customerid_value';
export const customerIdNavigation = 'bci_CustomerId';
export const customerIdBind = 'bci_CustomerId@odata.bind';

/** State */
export const state = 'bci_state';

/** Message */
export const message = 'bci_message';
export const messageMaxLength = 500;

/** Error Code */
export const errorCode = 'bci_errorcode';
export const errorCodeMaxLength = 50;

/** Correlation Id */
export const correlationId = 'bci_correlationid';
export const correlationIdMaxLength = 36;

/** Completed On */
export const completedOn = 'bci_completedon';

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

/** Owner Id */
export const ownerId = 'ownerid';
export const ownerIdValue = '_ownerid_value';
export const ownerIdNavigation = 'ownerid';
export const ownerIdBind = 'ownerid@odata.bind';

/** Values of bci_state. */
export const StateChoice = {
  waiting: 727000000,
  running: 727000001,
  done: 727000002,
  failed: 727000003,
} as const;
export type StateChoice = (typeof StateChoice)[keyof typeof StateChoice];

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
export interface BciRefreshRequestRow {
  bci_refreshrequestid: string;
  bci_name: string | null;
  _bci_customerid_value: string | null;
  '_bci_customerid_value@OData.Community.Display.V1.FormattedValue'?: string;
  bci_state: StateChoice | null;
  'bci_state@OData.Community.Display.V1.FormattedValue'?: string;
  bci_message: string | null;
  bci_errorcode: string | null;
  bci_correlationid: string | null;
  bci_completedon: string | null;
  'bci_completedon@OData.Community.Display.V1.FormattedValue'?: string;
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
  _ownerid_value: string | null;
  '_ownerid_value@OData.Community.Display.V1.FormattedValue'?: string;
}
