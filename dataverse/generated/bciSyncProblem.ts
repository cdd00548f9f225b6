// Generated from solution/ by `npm run build`. Do not edit.

/** Synchronization Problem: logical name. */
export const logicalName = 'bci_syncproblem';
/** Name in Web API addresses. */
export const entitySetName = 'bci_syncproblems';
export const primaryKey = 'bci_syncproblemid';

/** Name */
export const name = 'bci_name';
export const nameMaxLength = 200;

/** Connection Id */
export const connectionId = 'bci_connectionid';
export const connectionIdValue = '_bci_connectionid_value';
export const connectionIdNavigation = 'bci_ConnectionId';
export const connectionIdBind = 'bci_ConnectionId@odata.bind';

/** Source */
export const source = 'bci_source';
export const sourceMaxLength = 50;

/** System Id */
export const systemId = 'bci_systemid';
export const systemIdMaxLength = 36;

/** Record Number */
export const recordNumber = 'bci_recordnumber';
export const recordNumberMaxLength = 50;

/** Code */
export const code = 'bci_code';
export const codeMaxLength = 50;

/** Reason */
export const reason = 'bci_reason';
export const reasonMaxLength = 2000;

/** Next Step */
export const nextStep = 'bci_nextstep';
export const nextStepMaxLength = 2000;

/** First Seen On */
export const firstSeenOn = 'bci_firstseenon';

/** Last Seen On */
export const lastSeenOn = 'bci_lastseenon';

/** Occurrences */
export const occurrences = 'bci_occurrences';

/** Correlation Id */
export const correlationId = 'bci_correlationid';
export const correlationIdMaxLength = 36;

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

/** Columns of the alternate key bci_problemkey. */
export const connectionIdSourceSystemIdKey = ['bci_connectionid', 'bci_source', 'bci_systemid'] as const;

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
export interface BciSyncProblemRow {
  bci_syncproblemid: string;
  bci_name: string | null;
  _bci_connectionid_value: string | null;
  '_bci_connectionid_value@OData.Community.Display.V1.FormattedValue'?: string;
  bci_source: string | null;
  bci_systemid: string | null;
  bci_recordnumber: string | null;
  bci_code: string | null;
  bci_reason: string | null;
  bci_nextstep: string | null;
  bci_firstseenon: string | null;
  'bci_firstseenon@OData.Community.Display.V1.FormattedValue'?: string;
  bci_lastseenon: string | null;
  'bci_lastseenon@OData.Community.Display.V1.FormattedValue'?: string;
  bci_occurrences: number | null;
  'bci_occurrences@OData.Community.Display.V1.FormattedValue'?: string;
  bci_correlationid: string | null;
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
