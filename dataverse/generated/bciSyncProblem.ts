// Generated from solution/ by `npm run build`. Do not edit.

/** Synchronization Problem: logical name. */
export const logicalName = 'bci_syncproblem';
/** Name in Web API addresses. */
export const entitySetName = 'bci_syncproblems';
export const primaryKey = 'bci_syncproblemid';

/** Code */
export const code = 'bci_code';
export const codeMaxLength = 50;

/** Connection */
export const connectionId = 'bci_connectionid';
export const connectionIdValue = '_bci_connectionid_value';
export const connectionIdNavigation = 'bci_ConnectionId';
export const connectionIdBind = 'bci_ConnectionId@odata.bind';

/** Correlation ID */
export const correlationId = 'bci_correlationid';
export const correlationIdMaxLength = 36;

/** First Seen */
export const firstSeenOn = 'bci_firstseenon';

/** Last Seen */
export const lastSeenOn = 'bci_lastseenon';

/** Problem */
export const name = 'bci_name';
export const nameMaxLength = 200;

/** Next Step */
export const nextStep = 'bci_nextstep';
export const nextStepMaxLength = 2000;

/** Occurrences */
export const occurrences = 'bci_occurrences';

/** Reason */
export const reason = 'bci_reason';
export const reasonMaxLength = 2000;

/** Record No. */
export const recordNumber = 'bci_recordnumber';
export const recordNumberMaxLength = 50;

/** Source */
export const source = 'bci_source';
export const sourceMaxLength = 50;

/** System ID */
export const systemId = 'bci_systemid';
export const systemIdMaxLength = 36;

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

/** Organization */
export const organizationId = 'organizationid';
export const organizationIdValue = '_organizationid_value';
export const organizationIdNavigation = 'organizationid';

/** Record Created On */
export const overriddenCreatedOn = 'overriddencreatedon';

/** Status */
export const statecode = 'statecode';

/** Status Reason */
export const statuscode = 'statuscode';

/** Time Zone Rule Version Number */
export const timeZoneRuleVersionNumber = 'timezoneruleversionnumber';

/** UTC Conversion Time Zone Code */
export const utcConversionTimeZoneCode = 'utcconversiontimezonecode';

/** Columns of the alternate key bci_problemkey. */
export const connectionIdSourceSystemIdKey = ['bci_connectionid', 'bci_source', 'bci_systemid'] as const;

/** Values of statecode. */
export const StatecodeChoice = {
  open: 0,
  resolved: 1,
} as const;
export type StatecodeChoice = (typeof StatecodeChoice)[keyof typeof StatecodeChoice];

/** Values of statuscode. */
export const StatuscodeChoice = {
  open: 1,
  resolved: 2,
} as const;
export type StatuscodeChoice = (typeof StatuscodeChoice)[keyof typeof StatuscodeChoice];

/** A row as the Web API returns it when every column is selected. */
export interface BciSyncProblemRow {
  bci_code: string | null;
  _bci_connectionid_value: string | null;
  '_bci_connectionid_value@OData.Community.Display.V1.FormattedValue'?: string;
  bci_correlationid: string | null;
  bci_firstseenon: string | null;
  'bci_firstseenon@OData.Community.Display.V1.FormattedValue'?: string;
  bci_lastseenon: string | null;
  'bci_lastseenon@OData.Community.Display.V1.FormattedValue'?: string;
  bci_name: string | null;
  bci_nextstep: string | null;
  bci_occurrences: number | null;
  'bci_occurrences@OData.Community.Display.V1.FormattedValue'?: string;
  bci_reason: string | null;
  bci_recordnumber: string | null;
  bci_source: string | null;
  bci_syncproblemid: string;
  bci_systemid: string | null;
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
  _organizationid_value: string | null;
  '_organizationid_value@OData.Community.Display.V1.FormattedValue'?: string;
  overriddencreatedon: string | null;
  'overriddencreatedon@OData.Community.Display.V1.FormattedValue'?: string;
  statecode: StatecodeChoice | null;
  'statecode@OData.Community.Display.V1.FormattedValue'?: string;
  statuscode: StatuscodeChoice | null;
  'statuscode@OData.Community.Display.V1.FormattedValue'?: string;
  timezoneruleversionnumber: number | null;
  'timezoneruleversionnumber@OData.Community.Display.V1.FormattedValue'?: string;
  utcconversiontimezonecode: number | null;
  'utcconversiontimezonecode@OData.Community.Display.V1.FormattedValue'?: string;
}
