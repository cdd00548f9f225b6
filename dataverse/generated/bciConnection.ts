// Generated from solution/ by `npm run build`. Do not edit.

/** Business Central Connection: logical name. */
export const logicalName = 'bci_connection';
/** Name in Web API addresses. */
export const entitySetName = 'bci_connections';
export const primaryKey = 'bci_connectionid';

/** Name */
export const name = 'bci_name';
export const nameMaxLength = 100;

/** Tenant Id */
export const tenantId = 'bci_tenantid';
export const tenantIdMaxLength = 36;

/** Environment Name */
export const environmentName = 'bci_environmentname';
export const environmentNameMaxLength = 30;

/** Company Id */
export const companyId = 'bci_companyid';
export const companyIdMaxLength = 36;

/** Company Name */
export const companyName = 'bci_companyname';
export const companyNameMaxLength = 100;

/** Web Client Url */
export const webClientUrl = 'bci_webclienturl';
export const webClientUrlMaxLength = 200;

/** Currency Code */
export const currencyCode = 'bci_currencycode';
export const currencyCodeMaxLength = 10;

/** Stale After Minutes */
export const staleAfterMinutes = 'bci_staleafterminutes';

/** Health */
export const health = 'bci_health';

/** Last Success On */
export const lastSuccessOn = 'bci_lastsuccesson';

/** Customers Verified On */
export const customersVerifiedOn = 'bci_customersverifiedon';

/** Customers Verified For */
export const customersVerifiedFor = 'bci_customersverifiedfor';

/** Last Error */
export const lastError = 'bci_lasterror';
export const lastErrorMaxLength = 2000;

/** Last Error On */
export const lastErrorOn = 'bci_lasterroron';

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

/** Collection-valued navigation property: the bci_Salesperson rows of a row. */
export const salespersonByConnectionId = 'bci_connection_salesperson';
/** Collection-valued navigation property: the bci_Customer rows of a row. */
export const customerByConnectionId = 'bci_connection_customer';
/** Collection-valued navigation property: the bci_OpenInvoice rows of a row. */
export const openInvoiceByConnectionId = 'bci_connection_openinvoice';
/** Collection-valued navigation property: the bci_SyncRun rows of a row. */
export const syncRunByConnectionId = 'bci_connection_syncrun';
/** Collection-valued navigation property: the bci_SyncProblem rows of a row. */
export const syncProblemByConnectionId = 'bci_connection_syncproblem';

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
  bci_connectionid: string;
  bci_name: string | null;
  bci_tenantid: string | null;
  bci_environmentname: string | null;
  bci_companyid: string | null;
  bci_companyname: string | null;
  bci_webclienturl: string | null;
  bci_currencycode: string | null;
  bci_staleafterminutes: number | null;
  'bci_staleafterminutes@OData.Community.Display.V1.FormattedValue'?: string;
  bci_health: HealthChoice | null;
  'bci_health@OData.Community.Display.V1.FormattedValue'?: string;
  bci_lastsuccesson: string | null;
  'bci_lastsuccesson@OData.Community.Display.V1.FormattedValue'?: string;
  bci_customersverifiedon: string | null;
  'bci_customersverifiedon@OData.Community.Display.V1.FormattedValue'?: string;
  bci_customersverifiedfor: string | null;
  'bci_customersverifiedfor@OData.Community.Display.V1.FormattedValue'?: string;
  bci_lasterror: string | null;
  bci_lasterroron: string | null;
  'bci_lasterroron@OData.Community.Display.V1.FormattedValue'?: string;
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
