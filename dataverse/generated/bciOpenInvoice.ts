// Generated from solution/ by `npm run build`. Do not edit.

/** Business Central Open Invoice: logical name. */
export const logicalName = 'bci_openinvoice';
/** Name in Web API addresses. */
export const entitySetName = 'bci_openinvoices';
export const primaryKey = 'bci_openinvoiceid';

/** Connection */
export const connectionId = 'bci_connectionid';
export const connectionIdValue = '_bci_connectionid_value';
export const connectionIdNavigation = 'bci_ConnectionId';
export const connectionIdBind = 'bci_ConnectionId@odata.bind';

/** Currency */
export const currencyCode = 'bci_currencycode';
export const currencyCodeMaxLength = 10;

/** Customer */
export const customerId = 'bci_customerid';
export const customerIdValue = '_bci_customerid_value';
export const customerIdNavigation = 'bci_CustomerId';
export const customerIdBind = 'bci_CustomerId@odata.bind';

/** Due Date */
export const dueDate = 'bci_duedate';

/** Invoice Date */
export const invoiceDate = 'bci_invoicedate';

/** Invoice No. */
export const name = 'bci_name';
export const nameMaxLength = 20;

/** Posting Date */
export const postingDate = 'bci_postingdate';

/** Remaining Amount */
export const remainingAmount = 'bci_remainingamount';

/** Remaining Amount (LCY) */
export const remainingAmountLocal = 'bci_remainingamountlocal';

/** System ID */
export const systemId = 'bci_systemid';
export const systemIdMaxLength = 36;

/** Amount Incl. VAT */
export const totalAmount = 'bci_totalamount';

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
export interface BciOpenInvoiceRow {
  _bci_connectionid_value: string | null;
  '_bci_connectionid_value@OData.Community.Display.V1.FormattedValue'?: string;
  bci_currencycode: string | null;
  _bci_customerid_value: string | null;
  '_bci_customerid_value@OData.Community.Display.V1.FormattedValue'?: string;
  bci_duedate: string | null;
  'bci_duedate@OData.Community.Display.V1.FormattedValue'?: string;
  bci_invoicedate: string | null;
  'bci_invoicedate@OData.Community.Display.V1.FormattedValue'?: string;
  bci_name: string | null;
  bci_openinvoiceid: string;
  bci_postingdate: string | null;
  'bci_postingdate@OData.Community.Display.V1.FormattedValue'?: string;
  bci_remainingamount: number | null;
  'bci_remainingamount@OData.Community.Display.V1.FormattedValue'?: string;
  bci_remainingamountlocal: number | null;
  'bci_remainingamountlocal@OData.Community.Display.V1.FormattedValue'?: string;
  bci_systemid: string | null;
  bci_totalamount: number | null;
  'bci_totalamount@OData.Community.Display.V1.FormattedValue'?: string;
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
