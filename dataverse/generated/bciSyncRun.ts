// Generated from solution/ by `npm run build`. Do not edit.

/** Synchronization Run: logical name. */
export const logicalName = 'bci_syncrun';
/** Name in Web API addresses. */
export const entitySetName = 'bci_syncruns';
export const primaryKey = 'bci_syncrunid';

/** Connection */
export const connectionId = 'bci_connectionid';
export const connectionIdValue = '_bci_connectionid_value';
export const connectionIdNavigation = 'bci_ConnectionId';
export const connectionIdBind = 'bci_ConnectionId@odata.bind';

/** Correlation ID */
export const correlationId = 'bci_correlationid';
export const correlationIdMaxLength = 36;

/** Error */
export const error = 'bci_error';
export const errorMaxLength = 2000;

/** Finished On */
export const finishedOn = 'bci_finishedon';

/** Name */
export const name = 'bci_name';
export const nameMaxLength = 100;

/** Outcome */
export const outcome = 'bci_outcome';

/** Requests */
export const requestCount = 'bci_requestcount';

/** Rows Failed */
export const rowsFailed = 'bci_rowsfailed';

/** Rows Read */
export const rowsRead = 'bci_rowsread';

/** Rows Unchanged */
export const rowsUnchanged = 'bci_rowsunchanged';

/** Rows Written */
export const rowsWritten = 'bci_rowswritten';

/** Started On */
export const startedOn = 'bci_startedon';

/** Trigger */
export const trigger = 'bci_trigger';

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

/** Values of bci_outcome. */
export const OutcomeChoice = {
  running: 727000000,
  succeeded: 727000001,
  succeededWithProblems: 727000002,
  failed: 727000003,
  interrupted: 727000004,
} as const;
export type OutcomeChoice = (typeof OutcomeChoice)[keyof typeof OutcomeChoice];

/** Values of bci_trigger. */
export const TriggerChoice = {
  scheduled: 727000000,
  onDemand: 727000001,
  manual: 727000002,
} as const;
export type TriggerChoice = (typeof TriggerChoice)[keyof typeof TriggerChoice];

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
export interface BciSyncRunRow {
  _bci_connectionid_value: string | null;
  '_bci_connectionid_value@OData.Community.Display.V1.FormattedValue'?: string;
  bci_correlationid: string | null;
  bci_error: string | null;
  bci_finishedon: string | null;
  'bci_finishedon@OData.Community.Display.V1.FormattedValue'?: string;
  bci_name: string | null;
  bci_outcome: OutcomeChoice | null;
  'bci_outcome@OData.Community.Display.V1.FormattedValue'?: string;
  bci_requestcount: number | null;
  'bci_requestcount@OData.Community.Display.V1.FormattedValue'?: string;
  bci_rowsfailed: number | null;
  'bci_rowsfailed@OData.Community.Display.V1.FormattedValue'?: string;
  bci_rowsread: number | null;
  'bci_rowsread@OData.Community.Display.V1.FormattedValue'?: string;
  bci_rowsunchanged: number | null;
  'bci_rowsunchanged@OData.Community.Display.V1.FormattedValue'?: string;
  bci_rowswritten: number | null;
  'bci_rowswritten@OData.Community.Display.V1.FormattedValue'?: string;
  bci_startedon: string | null;
  'bci_startedon@OData.Community.Display.V1.FormattedValue'?: string;
  bci_syncrunid: string;
  bci_trigger: TriggerChoice | null;
  'bci_trigger@OData.Community.Display.V1.FormattedValue'?: string;
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
