// Generated from solution/ by `npm run build`. Do not edit.

/** Business Central Connection: logical name. */
export const logicalName = 'bci_connection';
/** Name in Web API addresses. */
export const entitySetName = 'bci_connections';
export const primaryKey = 'bci_connectionid';

/** Company ID */
export const companyId = 'bci_companyid';
export const companyIdMaxLength = 36;

/** Company */
export const companyName = 'bci_companyname';
export const companyNameMaxLength = 100;

/** Local Currency */
export const currencyCode = 'bci_currencycode';
export const currencyCodeMaxLength = 10;

/** Customers Verified For */
export const customersVerifiedFor = 'bci_customersverifiedfor';

/** Customers Verified On */
export const customersVerifiedOn = 'bci_customersverifiedon';

/** Default Location */
export const defaultLocationId = 'bci_defaultlocationid';
export const defaultLocationIdValue = '_bci_defaultlocationid_value';
export const defaultLocationIdNavigation = 'bci_DefaultLocationId';
export const defaultLocationIdBind = 'bci_DefaultLocationId@odata.bind';

/** Environment */
export const environmentName = 'bci_environmentname';
export const environmentNameMaxLength = 30;

/** Health */
export const health = 'bci_health';

/** Items Verified On */
export const itemsVerifiedOn = 'bci_itemsverifiedon';

/** Last Error */
export const lastError = 'bci_lasterror';
export const lastErrorMaxLength = 2000;

/** Last Error On */
export const lastErrorOn = 'bci_lasterroron';

/** Last Success */
export const lastSuccessOn = 'bci_lastsuccesson';

/** Name */
export const name = 'bci_name';
export const nameMaxLength = 100;

/** Stale After (Minutes) */
export const staleAfterMinutes = 'bci_staleafterminutes';

/** Tenant ID */
export const tenantId = 'bci_tenantid';
export const tenantIdMaxLength = 36;

/** Web Client */
export const webClientUrl = 'bci_webclienturl';
export const webClientUrlMaxLength = 200;

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

/** Collection-valued navigation property: the bci_Customer rows of a row. */
export const customerByConnectionId = 'bci_connection_customer';
/** Collection-valued navigation property: the bci_Item rows of a row. */
export const itemByConnectionId = 'bci_connection_item';
/** Collection-valued navigation property: the bci_Location rows of a row. */
export const locationByConnectionId = 'bci_connection_location';
/** Collection-valued navigation property: the bci_OpenInvoice rows of a row. */
export const openInvoiceByConnectionId = 'bci_connection_openinvoice';
/** Collection-valued navigation property: the bci_Salesperson rows of a row. */
export const salespersonByConnectionId = 'bci_connection_salesperson';
/** Collection-valued navigation property: the bci_SyncProblem rows of a row. */
export const syncProblemByConnectionId = 'bci_connection_syncproblem';
/** Collection-valued navigation property: the bci_SyncRun rows of a row. */
export const syncRunByConnectionId = 'bci_connection_syncrun';

/** Columns of the alternate key bci_companyidkey. */
export const companyIdKey = ['bci_companyid'] as const;

/** Values of bci_health. */
export const HealthChoice = {
  notChecked: 727000000,
  healthy: 727000001,
  needsAttention: 727000002,
  failing: 727000003,
} as const;
export type HealthChoice = (typeof HealthChoice)[keyof typeof HealthChoice];

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
export interface BciConnectionRow {
  bci_companyid: string | null;
  bci_companyname: string | null;
  bci_connectionid: string;
  bci_currencycode: string | null;
  bci_customersverifiedfor: string | null;
  'bci_customersverifiedfor@OData.Community.Display.V1.FormattedValue'?: string;
  bci_customersverifiedon: string | null;
  'bci_customersverifiedon@OData.Community.Display.V1.FormattedValue'?: string;
  _bci_defaultlocationid_value: string | null;
  '_bci_defaultlocationid_value@OData.Community.Display.V1.FormattedValue'?: string;
  bci_environmentname: string | null;
  bci_health: HealthChoice | null;
  'bci_health@OData.Community.Display.V1.FormattedValue'?: string;
  bci_itemsverifiedon: string | null;
  'bci_itemsverifiedon@OData.Community.Display.V1.FormattedValue'?: string;
  bci_lasterror: string | null;
  bci_lasterroron: string | null;
  'bci_lasterroron@OData.Community.Display.V1.FormattedValue'?: string;
  bci_lastsuccesson: string | null;
  'bci_lastsuccesson@OData.Community.Display.V1.FormattedValue'?: string;
  bci_name: string | null;
  bci_staleafterminutes: number | null;
  'bci_staleafterminutes@OData.Community.Display.V1.FormattedValue'?: string;
  bci_tenantid: string | null;
  bci_webclienturl: string | null;
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
