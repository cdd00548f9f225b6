// Generated from solution/ by `npm run build`. Do not edit.

/** Refresh Request: logical name. */
export const logicalName = 'bci_refreshrequest';
/** Name in Web API addresses. */
export const entitySetName = 'bci_refreshrequests';
export const primaryKey = 'bci_refreshrequestid';

/** Completed On */
export const completedOn = 'bci_completedon';

/** Correlation ID */
export const correlationId = 'bci_correlationid';
export const correlationIdMaxLength = 36;

/** Customer */
export const customerId = 'bci_customerid';
export const customerIdValue = '_bci_customerid_value';
export const customerIdNavigation = 'bci_CustomerId';
export const customerIdBind = 'bci_CustomerId@odata.bind';

/** Error Code */
export const errorCode = 'bci_errorcode';
export const errorCodeMaxLength = 50;

/** Items */
export const itemIds = 'bci_itemids';
export const itemIdsMaxLength = 20000;

/** Message */
export const message = 'bci_message';
export const messageMaxLength = 500;

/** Name */
export const name = 'bci_name';
export const nameMaxLength = 100;

/** State */
export const state = 'bci_state';

/** Created By */
export const createdBy = 'createdby';
export const createdByValue = '_createdby_value';
export const createdByNavigation = 'createdby';

/** Created On */
export const createdOn = 'createdon';

/** Created By (Delegate) */
export const createdOnBehalfBy = 'createdonbehalfby';
export const createdOnBehalfByValue = '_createdonbehalfby_value';
export const createdOnBehalfByNavigation = 'createdonbehalfby';

/** Import Sequence Number */
export const importSequenceNumber = 'importsequencenumber';

/** Modified By */
export const modifiedBy = 'modifiedby';
export const modifiedByValue = '_modifiedby_value';
export const modifiedByNavigation = 'modifiedby';

/** Modified On */
export const modifiedOn = 'modifiedon';

/** Modified By (Delegate) */
export const modifiedOnBehalfBy = 'modifiedonbehalfby';
export const modifiedOnBehalfByValue = '_modifiedonbehalfby_value';
export const modifiedOnBehalfByNavigation = 'modifiedonbehalfby';

/** Record Created On */
export const overriddenCreatedOn = 'overriddencreatedon';

/** Owner */
export const ownerId = 'ownerid';
export const ownerIdValue = '_ownerid_value';
export const ownerIdNavigation = 'ownerid';
export const ownerIdBind = 'ownerid@odata.bind';

/** Owning Business Unit */
export const owningBusinessUnit = 'owningbusinessunit';
export const owningBusinessUnitValue = '_owningbusinessunit_value';
export const owningBusinessUnitNavigation = 'owningbusinessunit';

/** Owning Team */
export const owningTeam = 'owningteam';
export const owningTeamValue = '_owningteam_value';
export const owningTeamNavigation = 'owningteam';

/** Owning User */
export const owningUser = 'owninguser';
export const owningUserValue = '_owninguser_value';
export const owningUserNavigation = 'owninguser';

/** Status */
export const statecode = 'statecode';

/** Status Reason */
export const statuscode = 'statuscode';

/** Time Zone Rule Version Number */
export const timeZoneRuleVersionNumber = 'timezoneruleversionnumber';

/** UTC Conversion Time Zone Code */
export const utcConversionTimeZoneCode = 'utcconversiontimezonecode';

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
  bci_completedon: string | null;
  'bci_completedon@OData.Community.Display.V1.FormattedValue'?: string;
  bci_correlationid: string | null;
  _bci_customerid_value: string | null;
  '_bci_customerid_value@OData.Community.Display.V1.FormattedValue'?: string;
  bci_errorcode: string | null;
  bci_itemids: string | null;
  bci_message: string | null;
  bci_name: string | null;
  bci_refreshrequestid: string;
  bci_state: StateChoice | null;
  'bci_state@OData.Community.Display.V1.FormattedValue'?: string;
  _createdby_value: string | null;
  '_createdby_value@OData.Community.Display.V1.FormattedValue'?: string;
  createdon: string | null;
  'createdon@OData.Community.Display.V1.FormattedValue'?: string;
  _createdonbehalfby_value: string | null;
  '_createdonbehalfby_value@OData.Community.Display.V1.FormattedValue'?: string;
  importsequencenumber: number | null;
  'importsequencenumber@OData.Community.Display.V1.FormattedValue'?: string;
  _modifiedby_value: string | null;
  '_modifiedby_value@OData.Community.Display.V1.FormattedValue'?: string;
  modifiedon: string | null;
  'modifiedon@OData.Community.Display.V1.FormattedValue'?: string;
  _modifiedonbehalfby_value: string | null;
  '_modifiedonbehalfby_value@OData.Community.Display.V1.FormattedValue'?: string;
  overriddencreatedon: string | null;
  'overriddencreatedon@OData.Community.Display.V1.FormattedValue'?: string;
  _ownerid_value: string | null;
  '_ownerid_value@OData.Community.Display.V1.FormattedValue'?: string;
  _owningbusinessunit_value: string | null;
  '_owningbusinessunit_value@OData.Community.Display.V1.FormattedValue'?: string;
  _owningteam_value: string | null;
  '_owningteam_value@OData.Community.Display.V1.FormattedValue'?: string;
  _owninguser_value: string | null;
  '_owninguser_value@OData.Community.Display.V1.FormattedValue'?: string;
  statecode: StatecodeChoice | null;
  'statecode@OData.Community.Display.V1.FormattedValue'?: string;
  statuscode: StatuscodeChoice | null;
  'statuscode@OData.Community.Display.V1.FormattedValue'?: string;
  timezoneruleversionnumber: number | null;
  'timezoneruleversionnumber@OData.Community.Display.V1.FormattedValue'?: string;
  utcconversiontimezonecode: number | null;
  'utcconversiontimezonecode@OData.Community.Display.V1.FormattedValue'?: string;
}
